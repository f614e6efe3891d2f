using Pupitre.Platform.Extension;
using Pupitre.Processes.Whole;

namespace Pupitre.Processes.Criticals;

/// <summary>A process with its points.</summary>
public sealed record RankedFlow(MapProcess Process, FlowScore Score);

/// <summary>Ranks the processes of a map by how critical they are, and sorts and filters the ranking.</summary>
public static class RankFlows
{
    public const int PageSize = 25;

    public static FlowScore ScoreOf(MapProcess process) => FlowScore.Of(new FlowFacts(
        process.Criticality, process.LegalDeadline is null ? null : true, process.Dependency,
        process.ErrorsAYear, process.YearlyVolume, process.HasTarget));

    /// <param name="map">The whole map.</param>
    /// <param name="search">Words of the name, the domain or the pilot.</param>
    /// <param name="domain">One domain; null for all.</param>
    /// <param name="show"><c>critical</c>, <c>perhaps</c> (what is unknown decides), or all.</param>
    /// <param name="sort">Key of a column, turned around by a minus; the most points first where none is given.</param>
    public static IReadOnlyList<RankedFlow> Run(WholeMap map, string? search, Domain? domain, string? show, string? sort)
    {
        var words = SearchWords.Of(search);
        var found = map.Processes
            .Where(process => domain is null || process.Domain == domain)
            .Where(process => words.IsEmpty || words.AreIn(process.Name, ProcessWords.Of(process.Domain), process.Pilot?.Name))
            .Select(process => new RankedFlow(process, ScoreOf(process)))
            .Where(flow => show switch { "critical" => flow.Score.IsCritical, "perhaps" => flow.Score.MayBeCritical, _ => true });
        var byName = StringComparer.CurrentCultureIgnoreCase;
        return [.. Sorted(found, sort).ThenByDescending(flow => flow.Score.AtMost)
            .ThenBy(flow => flow.Process.Name, byName).ThenBy(flow => flow.Process.Id)];
    }

    private static IOrderedEnumerable<RankedFlow> Sorted(IEnumerable<RankedFlow> flows, string? sort) => sort switch
    {
        "name" => flows.OrderBy(flow => flow.Process.Name, StringComparer.CurrentCultureIgnoreCase),
        "-name" => flows.OrderByDescending(flow => flow.Process.Name, StringComparer.CurrentCultureIgnoreCase),
        "domain" => flows.OrderBy(flow => flow.Process.Domain),
        "-domain" => flows.OrderByDescending(flow => flow.Process.Domain),
        "most" => flows.OrderBy(flow => flow.Score.AtMost),
        "-most" => flows.OrderByDescending(flow => flow.Score.AtMost),
        "points" => flows.OrderBy(flow => flow.Score.Known),
        _ => flows.OrderByDescending(flow => flow.Score.Known),
    };
}
