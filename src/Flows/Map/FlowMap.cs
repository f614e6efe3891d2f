using Pupitre.Mining;

namespace Pupitre.Flows.Map;

/// <summary>The part of a flow that is drawn: its most frequent steps, and between them the passages that are taken most.</summary>
internal sealed class FlowMap
{
    /// <summary>Steps that are drawn unless more are asked for: what a page shows at a glance.</summary>
    public const int UsualSteps = 12;

    /// <summary>Passages that are drawn unless more are asked for.</summary>
    public const int UsualPassages = 24;

    /// <summary>Steps above which a drawing says nothing any more, and takes too long.</summary>
    public const int MaxSteps = 30;

    /// <summary>Passages above which the same holds.</summary>
    public const int MaxPassages = 70;

    private FlowMap(DirectlyFollowsGraph graph, IReadOnlyList<ActivityCount> steps, IReadOnlyList<FlowEdge> passages, FlowDetail detail)
    {
        (Graph, Steps, Passages, Detail) = (graph, steps, passages, detail);
        var shown = steps.Select(step => step.Activity).ToHashSet();
        Starts = Frequent(graph.Starts);
        Ends = Frequent(graph.Ends);

        // The first, and whatever at least one case in fifty begins or ends with.
        IReadOnlyList<ActivityCount> Frequent(IEnumerable<ActivityCount> ends) =>
            [.. ends.Where(end => shown.Contains(end.Activity)).Where((end, at) => at == 0 || end.Count * FewestOfEnds >= graph.Basis.Cases)];
    }

    /// <summary>Of so many cases, one must begin or end with a step for that to be drawn.</summary>
    private const int FewestOfEnds = 50;

    public DirectlyFollowsGraph Graph { get; }

    /// <summary>What was asked for, with what the page chose where nothing was.</summary>
    public FlowDetail Detail { get; }

    /// <summary>Drawn steps, most frequent first.</summary>
    public IReadOnlyList<ActivityCount> Steps { get; }

    /// <summary>Drawn passages, most frequent first.</summary>
    public IReadOnlyList<FlowEdge> Passages { get; }

    /// <summary>Drawn steps with which cases begin.</summary>
    public IReadOnlyList<ActivityCount> Starts { get; }

    /// <summary>Drawn steps with which cases end.</summary>
    public IReadOnlyList<ActivityCount> Ends { get; }

    /// <summary>Cases whose last step so far is not drawn as one.</summary>
    public int EndElsewhere => Graph.Basis.Cases - Ends.Sum(end => end.Count);

    /// <summary>Share of all passages that were taken along a drawn one, 0 to 1; null when there is none.</summary>
    public double? Covered => Graph.Edges.Sum(edge => (long)edge.Count) is > 0 and var all ? Passages.Sum(edge => (double)edge.Count) / all : null;

    /// <summary>Something of the flow is not drawn.</summary>
    public bool IsPartial => Steps.Count < Graph.Occurrences.Length || Passages.Count < Graph.Edges.Length;

    public static FlowMap Of(DirectlyFollowsGraph graph, FlowDetail asked)
    {
        var stepCount = Count(asked.Steps, graph.Occurrences.Length, UsualSteps, MaxSteps);
        var steps = graph.Occurrences.Take(stepCount).ToList();
        var shown = steps.Select(step => step.Activity).ToHashSet();
        var among = graph.Edges.Where(edge => shown.Contains(edge.From) && shown.Contains(edge.To)).ToList();
        var passages = Strongest(among, Count(asked.Passages, among.Count, UsualPassages, MaxPassages));
        var detail = asked with { Steps = Percent(steps.Count, graph.Occurrences.Length), Passages = Percent(passages.Count, among.Count) };
        return new FlowMap(graph, steps, passages, detail);
    }

    private static int Count(int? percent, int all, int usual, int most) =>
        Math.Clamp(percent is { } asked ? (int)Math.Ceiling(all * asked / 100.0) : usual, Math.Min(1, all), Math.Min(all, most));

    private static int Percent(int count, int all) => all == 0 ? 100 : count == 0 ? 0 : Math.Max(1, (int)Math.Floor(100.0 * count / all));

    // The most frequent, and for each step the one by which it is mostly reached and mostly left, so that nothing hangs in the air.
    private static List<FlowEdge> Strongest(List<FlowEdge> among, int count)
    {
        var kept = among.Take(count).ToHashSet();
        var (reached, left) = (new HashSet<int>(), new HashSet<int>());
        foreach (var edge in among.Where(edge => !edge.IsSelfLoop))
        {
            var isNew = reached.Add(edge.To) | left.Add(edge.From);
            if (isNew)
            {
                kept.Add(edge);
            }
        }

        return [.. among.Where(kept.Contains)];
    }
}
