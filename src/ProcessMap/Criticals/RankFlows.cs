using Pupitre.Platform.Extension;
using Pupitre.Processes;
using Pupitre.ProcessMap.Whole;

namespace Pupitre.ProcessMap.Criticals;

/// <summary>A process with its points.</summary>
/// <param name="NamePlace">Where its name stands among all.</param>
public sealed record RankedFlow(MapProcess Process, FlowScore Score, int NamePlace);

/// <summary>Ranks the processes of a map by how critical they are, and sorts and filters the ranking.</summary>
public static class RankFlows
{
    public const int PageSize = 25;

    public static FlowScore ScoreOf(MapProcess process) => FlowScore.Of(new FlowFacts(
        process.Criticality, process.LegalDeadline is null ? null : true, process.Dependency,
        process.ErrorsAYear, process.YearlyVolume, process.HasTarget));

    /// <summary>Every process with its points, in the order of the map.</summary>
    public static IReadOnlyList<RankedFlow> Of(WholeMap map) =>
        [.. map.Processes.Select(process => new RankedFlow(process, ScoreOf(process), map.NamePlaces[process.Name]))];

    /// <param name="all">Every process with its points.</param>
    /// <param name="search">Words of the name, the domain or the pilot.</param>
    /// <param name="domain">One domain; null for all.</param>
    /// <param name="show"><c>critical</c>, <c>perhaps</c> (what is unknown decides), or all.</param>
    /// <param name="sort">Key of a column, turned around by a minus; the most points first where none is given.</param>
    public static IReadOnlyList<RankedFlow> Run(
        IReadOnlyList<RankedFlow> all, string? search, Domain? domain, string? show, string? sort)
    {
        var words = SearchWords.Of(search);
        var found = all
            .Where(flow => domain is null || flow.Process.Domain == domain)
            .Where(flow => words.IsEmpty
                || words.AreIn(flow.Process.Name, ProcessWords.Of(flow.Process.Domain), flow.Process.Pilot?.Name))
            .Where(flow => show switch { "critical" => flow.Score.IsCritical, "perhaps" => flow.Score.MayBeCritical, _ => true });
        return [.. Sorted(found, sort).ThenByDescending(flow => flow.Score.AtMost)
            .ThenBy(flow => flow.NamePlace).ThenBy(flow => flow.Process.Id)];
    }

    private static IOrderedEnumerable<RankedFlow> Sorted(IEnumerable<RankedFlow> flows, string? sort) => sort switch
    {
        "name" => flows.OrderBy(flow => flow.NamePlace),
        "-name" => flows.OrderByDescending(flow => flow.NamePlace),
        "domain" => flows.OrderBy(flow => flow.Process.Domain),
        "-domain" => flows.OrderByDescending(flow => flow.Process.Domain),
        "most" => flows.OrderBy(flow => flow.Score.AtMost),
        "-most" => flows.OrderByDescending(flow => flow.Score.AtMost),
        "points" => flows.OrderBy(flow => flow.Score.Known),
        _ => flows.OrderByDescending(flow => flow.Score.Known),
    };
}
