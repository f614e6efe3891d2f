using Pupitre.Mining;

namespace Pupitre.Flows.Conformance;

/// <summary>What an alignment may cost while somebody waits for a page: a few seconds. The command line goes further.</summary>
internal static class PageLimits
{
    /// <summary>A look in passing at a page that is about something else: a net beyond it is not said to be unusable.</summary>
    public static AlignmentLimits Look { get; } = new() { MostMarkings = 10_000, MostEdges = 100_000, MostSearched = 10_000 };

    public static AlignmentLimits Alignment { get; } = new() { MostCosts = 200_000_000, MostSearched = 200_000, MostSearchedPerLog = 1_500_000 };
}
