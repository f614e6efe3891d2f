using Pupitre.Mining;

namespace Pupitre.Flows.Conformance;

/// <summary>What an alignment may cost while somebody waits for a page: a few seconds. The command line goes further.</summary>
internal static class PageLimits
{
    public static AlignmentLimits Alignment { get; } = new() { MostCosts = 200_000_000, MostSearched = 200_000, MostSearchedPerLog = 1_500_000 };
}
