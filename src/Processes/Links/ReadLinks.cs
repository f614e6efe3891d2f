using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Links;

/// <summary>A link between two processes that are in the inventory.</summary>
public sealed record LinkLine(Guid Id, Guid FromId, string From, Guid ToId, string To, LinkKind Kind, string Passes, int? DaysUntil);

/// <summary>The links of a company; those of archived processes wait with them.</summary>
public sealed class ReadLinks(Db db)
{
    public const int PageSize = 25;

    /// <summary>All of them, one query: a company has at most <see cref="ProcessLink.MaxLinks"/>.</summary>
    public async Task<IReadOnlyList<LinkLine>> AllAsync(CancellationToken token)
    {
        WholeCompany.Require(db);
        return await LinesAsync(db.Set<ProcessLink>(), token);
    }

    /// <summary>Those that a process receives by and those that it feeds by.</summary>
    public async Task<IReadOnlyList<LinkLine>> OfAsync(Guid processId, CancellationToken token) =>
        await LinesAsync(db.Set<ProcessLink>().Where(row => row.FromId == processId || row.ToId == processId), token);

    /// <summary>Those in which every word is found, in the order asked for.</summary>
    public static IReadOnlyList<LinkLine> Sorted(IReadOnlyList<LinkLine> all, string? search, string? sort)
    {
        var words = SearchWords.Of(search);
        var found = words.IsEmpty ? all : all.Where(line => words.AreIn(line.From, line.To, line.Passes));
        var byName = StringComparer.CurrentCultureIgnoreCase;
        return
        [
            .. (sort switch
            {
                "-from" => found.OrderByDescending(line => line.From, byName),
                "to" => found.OrderBy(line => line.To, byName),
                "-to" => found.OrderByDescending(line => line.To, byName),
                "passes" => found.OrderBy(line => line.Passes, byName),
                "-passes" => found.OrderByDescending(line => line.Passes, byName),
                "days" => found.OrderBy(line => line.DaysUntil is null).ThenBy(line => line.DaysUntil),
                "-days" => found.OrderBy(line => line.DaysUntil is null).ThenByDescending(line => line.DaysUntil),
                _ => found.OrderBy(line => line.From, byName),
            }).ThenBy(line => line.From, byName).ThenBy(line => line.To, byName).ThenBy(line => line.Id),
        ];
    }

    private async Task<List<LinkLine>> LinesAsync(IQueryable<ProcessLink> links, CancellationToken token)
    {
        var processes = db.Set<Process>().Where(row => row.ArchivedAt == null);
        return await links.AsNoTracking()
            .Join(processes, row => row.FromId, from => from.Id, (row, from) => new { row, From = from.Name })
            .Join(processes, pair => pair.row.ToId, to => to.Id, (pair, to) => new { pair.row, pair.From, To = to.Name })
            .OrderBy(line => line.From).ThenBy(line => line.To).ThenBy(line => line.row.Id)
            .Select(line => new LinkLine(
                line.row.Id, line.row.FromId, line.From, line.row.ToId, line.To, line.row.Kind, line.row.Passes, line.row.DaysUntil))
            .ToListAsync(token);
    }
}
