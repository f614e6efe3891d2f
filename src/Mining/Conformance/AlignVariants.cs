namespace Pupitre.Mining;

/// <summary>Aligns every variant of a log with a model, at the least cost.</summary>
/// <remarks>
/// The reachability graph of the net is built once; then each event of a variant is one breadth-first layer over its states, and variants
/// that begin alike share their layers. A net whose graph passes the limit is searched variant by variant instead: first whether the variant is
/// simply a run of it, then by A* (see docs/mining.md). Time and memory are bounded by <see cref="AlignmentLimits"/>.
/// </remarks>
public static class AlignVariants
{
    /// <summary>From so many markings on, a look whether a variant simply is a run costs less than its columns.</summary>
    private const int ManyMarkings = 2_000;

    /// <exception cref="UnusableModel">The model has no complete run.</exception>
    /// <exception cref="OperationCanceledException"/>
    public static Alignments Run(VariantTable variants, PetriNet net, AlignmentLimits? limits = null, CancellationToken token = default)
    {
        limits ??= AlignmentLimits.Default;
        var compiled = new CompiledNet(net);
        return StateGraph.Of(compiled, limits, token) is { } graph ? OverGraph(variants, graph, limits, token) : BySearch(variants, compiled, limits, token);
    }

    private static Alignments OverGraph(VariantTable variants, StateGraph graph, AlignmentLimits limits, CancellationToken token)
    {
        var model = new ExploredModel(graph.Net.Net, graph.StateCount, [.. graph.Net.Net.Transitions.Where((_, transition) => !graph.Fired[transition])]) { Graph = graph };
        var aligner = new LayeredAlignment(graph, limits);
        var labels = variants.Names.Select(name => graph.Labels.NumberOf(name)).ToArray();
        var fitting = graph.StateCount >= ManyMarkings ? new FittingVariants(graph.Net, graph.LabelOfTransition, graph.Labels.Count) : null;
        var solved = new SolvedVariants(variants.Count);
        foreach (var variant in InOrder(variants))
        {
            var events = EventsOf(variants, variant, labels);
            solved.Add(variant, moves => fitting?.Align(events, moves, token) ?? aligner.Align(events, moves, token));
        }

        return solved.Of(variants, model, aligner.ShortestRun);
    }

    /// <summary>The most frequent variants first, so that a limit for the whole log leaves out those that matter least.</summary>
    private static Alignments BySearch(VariantTable variants, CompiledNet net, AlignmentLimits limits, CancellationToken token)
    {
        var known = new NameTable(net.Net.Transitions.Select(transition => transition.Label).OfType<string>());
        int[] labelOfTransition = [.. net.Net.Transitions.Select(transition => transition.Label is null ? -1 : known.NumberOf(transition.Label))];
        var aligner = new SearchAlignment(net, labelOfTransition, known.Count, limits);
        var fitting = new FittingVariants(net, labelOfTransition, known.Count);
        var labels = variants.Names.Select(name => known.NumberOf(name)).ToArray();
        var solved = new SolvedVariants(variants.Count);
        for (var variant = 0; variant < variants.Count; variant++)
        {
            var events = EventsOf(variants, variant, labels);
            solved.Add(variant, moves => fitting.Align(events, moves, token));
        }

        // What one deviation weighs is measured by the shortest run; where there is none, that run is not looked for.
        if (solved.IsComplete)
        {
            return solved.Of(variants, new(net.Net, null, []), fitting.Align([], [], token));
        }

        var shortestRun = fitting.Align([], [], token) ?? aligner.Align([], [], token);
        if (aligner.HasNoRun)
        {
            throw new UnusableModel(Texts.Model_NeverFinishes.Filled(aligner.MarkingCount));
        }

        foreach (var variant in solved.Open.TakeWhile(_ => shortestRun is not null).ToList())
        {
            var events = EventsOf(variants, variant, labels);
            solved.Add(variant, moves => aligner.Align(events, moves, token));
        }

        return solved.Of(variants, new(net.Net, null, []), shortestRun);
    }

    private static LabelledEvent[] EventsOf(VariantTable variants, int variant, int[] labels)
    {
        var activities = variants[variant];
        var events = new LabelledEvent[activities.Length];
        for (var at = 0; at < events.Length; at++)
        {
            events[at] = new(activities[at], labels[activities[at]]);
        }

        return events;
    }

    /// <summary>The variants so that those that begin alike stand together.</summary>
    private static int[] InOrder(VariantTable variants)
    {
        var order = Enumerable.Range(0, variants.Count).ToArray();
        Array.Sort(order, (one, other) => variants[one].SequenceCompareTo(variants[other]));
        return order;
    }
}
