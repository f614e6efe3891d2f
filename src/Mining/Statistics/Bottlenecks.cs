using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// Where the time goes: the steps by the total time that cases spent in them. A step that is slow but rare loses less time than one that is
/// middling and always taken, so totals and not means make the order.
/// </summary>
/// <param name="Basis">What the figures stand on.</param>
/// <param name="Steps">Longest total first.</param>
public sealed record Bottlenecks(Basis Basis, ImmutableArray<Bottleneck> Steps)
{
    public static Bottlenecks Of(DirectlyFollowsGraph graph)
    {
        var total = graph.Edges.Sum(edge => edge.Durations.TotalSeconds);
        return new(
            graph.Basis,
            [.. graph.Edges.OrderByDescending(edge => edge.Durations.TotalSeconds).Select(edge => new Bottleneck(edge, total > 0 ? edge.Durations.TotalSeconds / total : 0))]);
    }
}

/// <summary>A step and its part in the time of all cases.</summary>
/// <param name="Edge">The step.</param>
/// <param name="Share">0 to 1 of the time that all cases together took.</param>
public sealed record Bottleneck(FlowEdge Edge, double Share);
