using Pupitre.Platform.Extension;
using Pupitre.Processes;

namespace Pupitre.Deciding.Lots;

/// <summary>The lines of the list, as they are asked for.</summary>
internal static class ShownLots
{
    public const int PageSize = 25;

    /// <param name="view">The order.</param>
    /// <param name="search">Words of the name or the domain.</param>
    /// <param name="show"><c>out</c> for what is not moved, <c>unplaced</c> for what has no place, a kind, or all that is moved.</param>
    /// <param name="sort">Key of a column, turned around by a minus; in order where none is given.</param>
    public static IReadOnlyList<LotLine> Of(LotsView view, string? search, string? show, string? sort)
    {
        var words = SearchWords.Of(search);
        var lines = show switch
        {
            "out" => view.Out,
            "unplaced" => view.In.Where(line => line.Unplaced is not null),
            _ when Enum.TryParse<LotKind>(show, out var kind) => view.In.Where(line => line.Item.Kind == kind),
            _ => view.In,
        };
        var found = lines.Where(line => words.IsEmpty || words.AreIn(line.Name, ProcessWords.Of(line.Domain)));
        var byName = StringComparer.CurrentCultureIgnoreCase;
        return
        [
            .. (sort switch
            {
                "name" => found.OrderBy(line => line.Name, byName),
                "-name" => found.OrderByDescending(line => line.Name, byName),
                "value" => found.OrderBy(line => line.Value.Euros is null).ThenBy(line => line.Value.Euros),
                "-value" => found.OrderBy(line => line.Value.Euros is null).ThenByDescending(line => line.Value.Euros),
                "days" => found.OrderBy(line => line.Item.Days),
                "-days" => found.OrderByDescending(line => line.Item.Days),
                "risk" => found.OrderBy(line => line.Risk.Points),
                "-risk" => found.OrderByDescending(line => line.Risk.Points),
                "-number" => found.OrderByDescending(line => line.Number ?? int.MaxValue),
                _ => found.OrderBy(line => line.Number ?? int.MaxValue),
            }).ThenBy(line => line.Number ?? int.MaxValue).ThenBy(line => line.Name, byName).ThenBy(line => line.Id),
        ];
    }
}
