namespace Pupitre.Mining;

/// <summary>One discovery: cut, split, and the same again for each part.</summary>
internal sealed class Induction(NameTable names, double noise, CancellationToken token)
{
    public ProcessTree Mine(TraceSet traces, int depth)
    {
        token.ThrowIfCancellationRequested();
        if (traces.Count == 0)
        {
            return ProcessTree.Silent;
        }

        if (traces.Empty > 0)
        {
            var rest = Mine(traces.WithoutEmpty(), depth + 1);
            return traces.Empty < noise * (traces.Empty + traces.Cases) ? rest : ProcessTree.Of(TreeOperator.Choice, ProcessTree.Silent, rest);
        }

        if (IsOneActivity(traces))
        {
            return Leaf(traces.Names[0]);
        }

        if (depth >= InductiveMiner.MostDepth)
        {
            return Anything(traces);
        }

        var graph = FollowGraph.Of(traces);
        return CutOf(graph, traces.Names) is { } cut ? Along(traces, cut, depth) : FallThrough(traces, graph, depth);
    }

    /// <summary>Each case is one event of one activity; with noise, nearly so: the chance that it ends after each event is a half.</summary>
    private bool IsOneActivity(TraceSet traces)
    {
        if (traces.ActivityCount != 1)
        {
            return false;
        }

        var events = 0L;
        for (var trace = 0; trace < traces.Count; trace++)
        {
            events += traces[trace].Length * traces.CasesOf(trace);
        }

        return events == traces.Cases || Math.Abs(((double)traces.Cases / (events + traces.Cases)) - 0.5) <= noise;
    }

    private Cut? CutOf(FollowGraph graph, int[] activities) => Cut.Find(graph, activities) ?? (noise > 0 ? Cut.Find(graph.Filtered(noise), activities) : null);

    private ProcessTree Along(TraceSet traces, Cut cut, int depth) =>
        ProcessTree.Of(cut.Operator, [.. SplitLog.Run(traces, cut).Select(part => Mine(part, depth + 1))]);

    private ProcessTree FallThrough(TraceSet traces, FollowGraph graph, int depth)
    {
        if ((OncePerCase(traces) ?? BesideTheRest(traces)) is { } activity)
        {
            return Along(traces, Cut.Beside(activity, traces.ActivityCount), depth);
        }

        return (InRounds(traces, graph, afterAnEnd: true) ?? InRounds(traces, graph, afterAnEnd: false)) is { } rounds
            ? ProcessTree.Of(TreeOperator.Loop, Mine(rounds, depth + 1), ProcessTree.Silent)
            : Anything(traces);
    }

    /// <summary>An activity that every case has exactly once.</summary>
    private static int? OncePerCase(TraceSet traces)
    {
        if (traces.ActivityCount < 2)
        {
            return null;
        }

        var counts = new int[traces.ActivityCount];
        var isOnce = new bool[traces.ActivityCount];
        Array.Fill(isOnce, true);
        var seenIn = new int[traces.ActivityCount];
        for (var trace = 0; trace < traces.Count; trace++)
        {
            foreach (var activity in traces[trace])
            {
                isOnce[activity] &= seenIn[activity] != trace + 1;
                seenIn[activity] = trace + 1;
                counts[activity]++;
            }
        }

        var found = Array.FindIndex(isOnce, isSo => isSo);
        while (found >= 0 && counts[found] != traces.Count)
        {
            found = Array.FindIndex(isOnce, found + 1, isSo => isSo);
        }

        return found >= 0 ? found : null;
    }

    /// <summary>An activity without which the others have a cut.</summary>
    private int? BesideTheRest(TraceSet traces)
    {
        for (var activity = 0; traces.ActivityCount is > 2 and <= InductiveMiner.MostTried && activity < traces.ActivityCount; activity++)
        {
            token.ThrowIfCancellationRequested();
            if (CutOf(FollowGraph.Of(traces, activity).Without(activity), [.. traces.Names.Where((_, at) => at != activity)]) is not null)
            {
                return activity;
            }
        }

        return null;
    }

    /// <summary>Each case taken apart before a start, of which there is one inside it; strictly, only after an end.</summary>
    private static TraceSet? InRounds(TraceSet traces, FollowGraph graph, bool afterAnEnd)
    {
        var rounds = new TraceSetBuilder(traces.Names);
        for (var trace = 0; trace < traces.Count; trace++)
        {
            var before = -1;
            foreach (var activity in traces[trace])
            {
                if (before >= 0 && graph.Starts[activity] > 0 && (!afterAnEnd || graph.Ends[before] > 0))
                {
                    rounds.Commit(traces.CasesOf(trace));
                }

                rounds.Add(activity);
                before = activity;
            }

            rounds.Commit(traces.CasesOf(trace));
        }

        return rounds.Cases > traces.Cases ? rounds.Build() : null;
    }

    private ProcessTree Anything(TraceSet traces) =>
        ProcessTree.Of(TreeOperator.Loop, traces.ActivityCount == 1 ? Leaf(traces.Names[0]) : ProcessTree.Of(TreeOperator.Choice, [.. traces.Names.Select(Leaf)]), ProcessTree.Silent);

    private ProcessTree Leaf(int activity) => ProcessTree.Of(names[activity]);
}
