using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Links;

/// <summary>A link between two processes that are in the inventory.</summary>
public sealed record LinkLine(Guid Id, Guid FromId, string From, Guid ToId, string To, LinkKind Kind, string Passes, int? DaysUntil);

/// <summary>All links of a company by the names of their processes, and what is seen of them as a whole.</summary>
/// <param name="Lines">By the name of the one that feeds, then of the one that is fed.</param>
/// <param name="Names">Of every process of the inventory.</param>
/// <param name="Circles">Processes that feed each other in a circle, by name; the first few where there are many.</param>
public sealed record LinkBook(
    IReadOnlyList<LinkLine> Lines, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<IReadOnlyList<string>> Circles);

/// <summary>The links of a company; those of archived processes wait with them.</summary>
public sealed class ReadLinks(Db db, KeepMap keep)
{
    public const int PageSize = 25;

    private const int MostCircles = 5;

    /// <summary>All of them, in two queries: a company has at most <see cref="ProcessLink.MaxLinks"/>.</summary>
    /// <exception cref="Platform.NotFound">The reader is limited to a provider.</exception>
    public Task<LinkBook> AllAsync(CancellationToken token) =>
        keep.OfAsync("links", [], () => ReadAsync(token), book => book.Lines.Count + book.Names.Count, token);

    /// <summary>Those that a process receives by and those that it feeds by.</summary>
    public async Task<IReadOnlyList<LinkLine>> OfAsync(Guid processId, CancellationToken token)
    {
        var processes = db.Set<Process>().Where(row => row.ArchivedAt == null);
        return await db.Set<ProcessLink>().AsNoTracking().Where(row => row.FromId == processId || row.ToId == processId)
            .Join(processes, row => row.FromId, from => from.Id, (row, from) => new { row, From = from.Name })
            .Join(processes, pair => pair.row.ToId, to => to.Id, (pair, to) => new { pair.row, pair.From, To = to.Name })
            .OrderBy(line => line.From).ThenBy(line => line.To).ThenBy(line => line.row.Id)
            .Select(line => new LinkLine(
                line.row.Id, line.row.FromId, line.From, line.row.ToId, line.To, line.row.Kind, line.row.Passes, line.row.DaysUntil))
            .ToListAsync(token);
    }

    /// <summary>Those in which every word is found, in the order asked for.</summary>
    public static IReadOnlyList<LinkLine> Sorted(LinkBook book, string? search, string? sort)
    {
        var words = SearchWords.Of(search);
        IReadOnlyList<LinkLine> found = words.IsEmpty
            ? book.Lines
            : [.. book.Lines.Where(line => words.AreIn(line.From, line.To, line.Passes))];
        return sort switch
        {
            "-from" => InOrder(found, names => found.OrderByDescending(line => names[line.From])),
            "to" => InOrder(found, names => found.OrderBy(line => names[line.To])),
            "-to" => InOrder(found, names => found.OrderByDescending(line => names[line.To])),
            "passes" => ByPasses(found, (lines, order) => lines.OrderBy(order)),
            "-passes" => ByPasses(found, (lines, order) => lines.OrderByDescending(order)),
            "days" => InOrder(found, _ => found.OrderBy(line => line.DaysUntil is null).ThenBy(line => line.DaysUntil)),
            "-days" => InOrder(found, _ => found.OrderBy(line => line.DaysUntil is null).ThenByDescending(line => line.DaysUntil)),
            _ => found,
        };
    }

    private static IReadOnlyList<LinkLine> ByPasses(
        IReadOnlyList<LinkLine> found, Func<IEnumerable<LinkLine>, Func<LinkLine, int>, IOrderedEnumerable<LinkLine>> sorted)
    {
        var passes = NameOrder.Of(found.Select(line => line.Passes));
        return InOrder(found, _ => sorted(found, line => passes[line.Passes]));
    }

    // Whatever is asked first, what is alike stands by its names.
    private static IReadOnlyList<LinkLine> InOrder(
        IReadOnlyList<LinkLine> found, Func<IReadOnlyDictionary<string, int>, IOrderedEnumerable<LinkLine>> sorted)
    {
        var names = NameOrder.Of(found.SelectMany(line => new[] { line.From, line.To }));
        return [.. sorted(names).ThenBy(line => names[line.From]).ThenBy(line => names[line.To]).ThenBy(line => line.Id)];
    }

    private async Task<LinkBook> ReadAsync(CancellationToken token)
    {
        var names = await db.Set<Process>().Where(row => row.ArchivedAt == null)
            .ToDictionaryAsync(row => row.Id, row => row.Name, token);
        var rows = await db.Set<ProcessLink>().AsNoTracking()
            .Select(row => new { row.Id, row.FromId, row.ToId, row.Kind, row.Passes, row.DaysUntil }).ToListAsync(token);
        var lines = new List<LinkLine>(rows.Count);
        foreach (var row in rows)
        {
            if (names.TryGetValue(row.FromId, out var from) && names.TryGetValue(row.ToId, out var to))
            {
                lines.Add(new LinkLine(row.Id, row.FromId, from, row.ToId, to, row.Kind, row.Passes, row.DaysUntil));
            }
        }

        var sorted = InOrder(lines, order => lines.OrderBy(line => order[line.From]));
        return new LinkBook(sorted, names, CirclesOf(sorted, names));
    }

    private static IReadOnlyList<IReadOnlyList<string>> CirclesOf(IReadOnlyList<LinkLine> lines, Dictionary<Guid, string> names)
    {
        var ids = lines.SelectMany(line => new[] { line.FromId, line.ToId }).Distinct().ToList();
        var numbers = ids.Index().ToDictionary(id => id.Item, id => id.Index);
        var graph = LinkGraph.Of(ids.Count,
            [.. lines.Select(line => new GraphLink(numbers[line.FromId], numbers[line.ToId], line.DaysUntil))]);
        return
        [
            .. LinkCircles.Of(graph).Take(MostCircles)
                .Select(circle => (IReadOnlyList<string>)[.. circle.Select(at => names[ids[at]]).Order(StringComparer.CurrentCulture)]),
        ];
    }
}
