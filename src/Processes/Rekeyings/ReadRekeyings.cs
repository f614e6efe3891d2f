using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.People;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.Rekeyings;

/// <summary>A re-keying with the names of what it touches; of an archived process, none is shown.</summary>
public sealed record RekeyingLine(Guid Id, Guid ProcessId, string Process)
{
    public required Guid FromToolId { get; init; }

    public required string FromTool { get; init; }

    public required Guid ToToolId { get; init; }

    public required string ToTool { get; init; }

    public required string Fields { get; init; }

    public required int? MinutesAMonth { get; init; }

    public required string? Function { get; init; }

    public required string? Person { get; init; }

    public required Automation Automation { get; init; }

    /// <summary>Euros of an hour in its process; null for unknown.</summary>
    public required decimal? CostPerHour { get; init; }

    /// <summary>Who does it: the person, the function, or null for nobody said.</summary>
    public string? Who => Person ?? Function;

    /// <summary>Euros of a year; null where minutes or the hour's cost are unknown.</summary>
    public decimal? CostAYear => MinutesAMonth * CostPerHour * MonthsOfYear / MinutesOfHour;

    private const decimal MonthsOfYear = 12;
    private const decimal MinutesOfHour = 60;
}

/// <summary>What re-keyings sum up to: what is known, and how many are left out because it is not.</summary>
/// <param name="Minutes">Minutes of a month.</param>
/// <param name="Untimed">How many of which nobody knows the minutes.</param>
/// <param name="CostAYear">Euros of a year.</param>
/// <param name="Unpriced">How many of which nobody knows the cost, those without minutes among them.</param>
public sealed record RekeyingSum(int Count, long Minutes, int Untimed, decimal CostAYear, int Unpriced)
{
    public static RekeyingSum Of(IReadOnlyList<RekeyingLine> lines) => new(
        lines.Count,
        lines.Sum(line => (long)(line.MinutesAMonth ?? 0)),
        lines.Count(line => line.MinutesAMonth is null),
        lines.Sum(line => line.CostAYear ?? 0),
        lines.Count(line => line.CostAYear is null));
}

/// <summary>The re-keyings of a company, one query: it has at most <see cref="Rekeying.MaxRekeyings"/>.</summary>
public sealed class ReadRekeyings(Db db, KeepMap keep)
{
    public const int PageSize = 25;

    /// <exception cref="Platform.NotFound">The reader is limited to a provider.</exception>
    public Task<IReadOnlyList<RekeyingLine>> RunAsync(CancellationToken token) =>
        keep.OfAsync("rekeyings", [], () => ReadAsync(token), lines => lines.Count, token);

    /// <summary>Those in which every word is found, in the order asked for; the most work first where none is.</summary>
    public static IReadOnlyList<RekeyingLine> Sorted(IReadOnlyList<RekeyingLine> all, string? search, string? sort)
    {
        var words = SearchWords.Of(search);
        var found = words.IsEmpty ? all : all.Where(line => words.AreIn(line.Process, line.FromTool, line.ToTool, line.Fields, line.Who));
        var byName = StringComparer.CurrentCultureIgnoreCase;
        return
        [
            .. (sort switch
            {
                "from" => found.OrderBy(line => line.FromTool, byName),
                "-from" => found.OrderByDescending(line => line.FromTool, byName),
                "to" => found.OrderBy(line => line.ToTool, byName),
                "-to" => found.OrderByDescending(line => line.ToTool, byName),
                "process" => found.OrderBy(line => line.Process, byName),
                "-process" => found.OrderByDescending(line => line.Process, byName),
                "minutes" => found.OrderBy(line => line.MinutesAMonth is null).ThenBy(line => line.MinutesAMonth),
                "cost" => found.OrderBy(line => line.CostAYear is null).ThenBy(line => line.CostAYear),
                "-cost" => found.OrderBy(line => line.CostAYear is null).ThenByDescending(line => line.CostAYear),
                _ => found.OrderBy(line => line.MinutesAMonth is null).ThenByDescending(line => line.MinutesAMonth),
            }).ThenBy(line => line.Process, byName).ThenBy(line => line.Id),
        ];
    }

    private async Task<IReadOnlyList<RekeyingLine>> ReadAsync(CancellationToken token) =>
        await db.Set<Rekeying>().AsNoTracking()
            .Join(db.Set<Process>().Where(process => process.ArchivedAt == null),
                row => row.ProcessId, process => process.Id,
                (row, process) => new { row, process })
            .OrderBy(pair => pair.process.FoldedName).ThenBy(pair => pair.row.Id)
            .Select(pair => new RekeyingLine(pair.row.Id, pair.row.ProcessId, pair.process.Name)
            {
                FromToolId = pair.row.FromToolId,
                FromTool = db.Set<Tool>().Where(tool => tool.Id == pair.row.FromToolId).Select(tool => tool.Name).First(),
                ToToolId = pair.row.ToToolId,
                ToTool = db.Set<Tool>().Where(tool => tool.Id == pair.row.ToToolId).Select(tool => tool.Name).First(),
                Fields = pair.row.Fields,
                MinutesAMonth = pair.row.MinutesAMonth,
                Function = pair.row.Function,
                Person = db.Set<Person>().Where(person => person.Id == pair.row.PersonId).Select(person => person.Name).FirstOrDefault(),
                Automation = pair.row.Automation,
                CostPerHour = pair.process.CostPerHour,
            }).ToListAsync(token);
}
