namespace Pupitre.Mining;

/// <summary>A way to take the activities of a log apart.</summary>
/// <param name="Operator">How the parts go together.</param>
/// <param name="PartOf">The part of each activity. Sequence: in order; loop: 0 is what is done first, 1 what leads back.</param>
/// <param name="Count">How many parts there are: 2 or more.</param>
internal sealed record Cut(TreeOperator Operator, int[] PartOf, int Count)
{
    /// <summary>The first cut that a graph has, of choice, sequence, parallel and loop (Leemans, Fahland and van der Aalst, 2013, section 4), or null.</summary>
    /// <remarks>Each takes time in the order of the graph's edges.</remarks>
    public static Cut? Find(FollowGraph graph, int[] names) =>
        graph.Count < 2 ? null
        : Made(TreeOperator.Choice, Groups.ByEdges(graph), names) ?? Made(TreeOperator.Sequence, SequenceCut.PartsOf(graph), names)
        ?? Made(TreeOperator.Parallel, ParallelCut.PartsOf(graph), names) ?? Made(TreeOperator.Loop, LoopCut.PartsOf(graph), names);

    /// <summary>One activity beside all others.</summary>
    public static Cut Beside(int activity, int count) => new(TreeOperator.Parallel, [.. Enumerable.Range(0, count).Select(other => other == activity ? 0 : 1)], 2);

    private static Cut? Made(TreeOperator kind, int[] parts, int[] names)
    {
        var count = parts.Max() + 1;
        return count < 2 ? null : new(kind, kind is TreeOperator.Choice or TreeOperator.Parallel ? Ordered(parts, count, names) : parts, count);
    }

    /// <summary>
    /// The order of alternatives and of parallel parts means nothing: those come first whose first activity the log named last, so that the
    /// textbook's log gives the textbook's tree.
    /// </summary>
    private static int[] Ordered(int[] parts, int count, int[] names)
    {
        var first = new int[count];
        Array.Fill(first, int.MaxValue);
        for (var activity = 0; activity < parts.Length; activity++)
        {
            first[parts[activity]] = Math.Min(first[parts[activity]], names[activity]);
        }

        var order = Enumerable.Range(0, count).OrderByDescending(part => first[part]).ToArray();
        var places = new int[count];
        for (var place = 0; place < count; place++)
        {
            places[order[place]] = place;
        }

        return [.. parts.Select(part => places[part])];
    }
}
