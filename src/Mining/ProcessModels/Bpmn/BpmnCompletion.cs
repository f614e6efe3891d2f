namespace Pupitre.Mining;

/// <summary>
/// Completes a process or subprocess when no token is left in it but at its ends. Played through first: where the ends that belong together
/// are never exceeded, a plain step for each combination says so; else a step that waits until the rest is empty.
/// </summary>
internal sealed class BpmnCompletion(GuardedNet net, BpmnShape shape, CancellationToken token)
{
    /// <summary>Most combinations of ends that become steps.</summary>
    private const int MostEndings = 64;

    /// <summary>Adds the steps that complete a region.</summary>
    public void Close(BpmnRegion region, IReadOnlyDictionary<int, BpmnNode> waiting)
    {
        var states = GuardedStates.Explore(net.Places.Count, region.Steps, [region.Entry], BpmnReader.MostStates, token);
        if (region.Scope.Owner?.Borders.Count > 0)
        {
            region.MakeActive(net);
        }

        var ends = region.Ends.Values.ToHashSet();
        ForgetIdleStops(region, states);
        if (!states.IsComplete && ends.Count == 1 && region.Steps.TrueForAll(step => step.IsPlain))
        {
            Add(region, [.. ends]);
            shape.Warn(Texts.Bpmn_Unchecked, IsSoundOnceReduced(region) ? [] : [Name(region)]);
            return;
        }

        var endings = Endings(region, states, ends);
        if (states.IsComplete)
        {
            Report(region, states, endings, waiting);
        }

        if (states.IsComplete && endings.Count <= MostEndings && !states.Markings.Exists(marking => endings.Exists(ending => Exceeds(marking, ending, region))))
        {
            endings.ForEach(ending => Add(region, [.. ends.SelectMany(end => Enumerable.Repeat(end, ending[end]))]));
            return;
        }

        var active = region.MakeActive(net);
        var closing = net.Add(region.Scope.Id, null, [active], [region.Exit]);
        closing.Empty = [.. region.Places.Except(ends)];
        closing.Clears = [.. ends];
        region.Steps.Add(closing);
    }

    /// <summary>Without silent steps there may be few enough states after all.</summary>
    private bool IsSoundOnceReduced(BpmnRegion region) =>
        Soundness.Of(NetReduction.Reduce(region.ToNet(net.Places.Count), keepEnds: false, token), BpmnReader.MostStates, token).Verdict == SoundnessVerdict.Sound;

    /// <summary>What stops everything, where there never is anything to stop, is a plain step.</summary>
    private static void ForgetIdleStops(BpmnRegion region, GuardedStates states)
    {
        foreach (var (step, _) in region.Stops.Where(stop => states.IsComplete && !states.Cleared.Contains(stop.Step)))
        {
            step.Clears = null;
        }
    }

    private void Add(BpmnRegion region, IEnumerable<int> ends) =>
        region.Steps.Add(net.Add(region.Scope.Id, null, region.Active is { } active ? [.. ends, active] : ends, [region.Exit]));

    private static List<byte[]> Endings(BpmnRegion region, GuardedStates states, HashSet<int> ends) =>
        [.. states.Markings.Where(marking => region.Places.TrueForAll(place => marking[place] == 0 || ends.Contains(place)) && ends.Any(end => marking[end] > 0))];

    private static bool Exceeds(byte[] marking, byte[] ending, BpmnRegion region) =>
        region.Places.TrueForAll(place => marking[place] >= ending[place]) && region.Places.Exists(place => marking[place] > ending[place]);

    /// <summary>Refuses what never ends, and warns of what may get stuck, with the names of those that wait.</summary>
    private void Report(BpmnRegion region, GuardedStates states, List<byte[]> endings, IReadOnlyDictionary<int, BpmnNode> waiting)
    {
        var left = states.Edges.Select(edge => edge.From).ToHashSet();
        var stuck = states.Markings.Where((marking, number) => !left.Contains(number) && !endings.Contains(marking))
            .SelectMany(marking => waiting.Where(pair => marking[pair.Key] > 0).Select(pair => pair.Value.Shown)).Distinct(StringComparer.Ordinal).ToList();
        var isLeft = region.Steps.Exists(step => step.Outputs.Length > 0 && !step.Outputs.Any(region.Places.Contains) && !region.Beginnings.Contains(step));
        if (endings.Count == 0 && !isLeft)
        {
            throw new UnreadableModel(Texts.Bpmn_NeverEnds.Filled(Name(region), stuck.Count > 0 ? Texts.Bpmn_WaitsAt.Filled(NetShape.Some(stuck)) : ""), region.Scope.Id);
        }

        shape.Warn(Texts.Bpmn_CanGetStuck, isLeft ? [] : stuck);
    }

    private static string Name(BpmnRegion region) => region.Scope.Owner?.Shown ?? region.Scope.Party ?? region.Scope.Id;
}
