using NodaTime;

namespace Pupitre.Mining;

/// <summary>The figures with which one gets to know a log.</summary>
/// <param name="Graph">Which activity follows which, and with which cases begin and end.</param>
/// <param name="Rework">What is done again.</param>
/// <param name="Variants">Distinct sequences of activities.</param>
/// <param name="Durations">How long cases take.</param>
/// <param name="First">The first instant, or null when there is no event.</param>
/// <param name="Last">The last instant.</param>
public sealed record LogFigures(DirectlyFollowsGraph Graph, Rework Rework, VariantTable Variants, CaseDurations Durations, Instant? First, Instant? Last)
{
    public Basis Basis => Graph.Basis;

    /// <summary>Activities that occur.</summary>
    public int Activities => Graph.Occurrences.Length;

    public static LogFigures Of(LogView view, CancellationToken token = default)
    {
        var (first, last) = view.Span;
        return new(DirectlyFollowsGraph.Of(view, token), Rework.Of(view, token), view.Variants, CaseDurations.Of(view), first, last);
    }
}
