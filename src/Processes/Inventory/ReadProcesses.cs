using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Processes.Inventory;

/// <summary>What the inventory is asked for.</summary>
public sealed record ProcessFilter(string? Search, Domain? Domain, string? Sort, bool Archived, int Page);

/// <summary>A line of the inventory.</summary>
public sealed record ProcessLine(Guid Id, string Name, Domain Domain, string? Pilot, string? Deputy, int? Volume, VolumePer VolumePer, Criticality Criticality, bool IsArchived);

/// <summary>A page of the inventory.</summary>
public sealed record ProcessList(IReadOnlyList<ProcessLine> Lines, int Total, int Page, int ArchivedCount);

/// <summary>Lists the processes; the search ignores accents and case.</summary>
public sealed class ReadProcesses(Db db)
{
    public const int PageSize = 25;

    public async Task<ProcessList> RunAsync(ProcessFilter filter, CancellationToken token)
    {
        var archived = await db.Set<Process>().CountAsync(row => row.ArchivedAt != null, token);
        var rows = db.Set<Process>().AsNoTracking().Where(row => (row.ArchivedAt != null) == filter.Archived);
        if (filter.Domain is { } domain)
        {
            rows = rows.Where(row => row.Domain == domain);
        }

        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var wanted = filter.Search.Trim().Folded();
            rows = rows.Where(row => row.FoldedName.Contains(wanted));
        }

        var total = await rows.CountAsync(token);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var lines = await Sorted(rows, filter.Sort).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(row => new ProcessLine(row.Id, row.Name, row.Domain, row.Pilot!.Name, row.Deputy!.Name, row.Volume, row.VolumePer, row.Criticality, row.ArchivedAt != null))
            .ToListAsync(token);
        return new ProcessList(lines, total, page, archived);
    }

    // Names last, and keys where two bear one name: a page repeats nothing and leaves nothing out. What nobody said stands last either way.
    private static IQueryable<Process> Sorted(IQueryable<Process> rows, string? sort) => (sort switch
    {
        "-name" => rows.OrderByDescending(row => row.FoldedName),
        "domain" => rows.OrderBy(row => row.Domain),
        "-domain" => rows.OrderByDescending(row => row.Domain),
        "volume" => rows.OrderBy(row => row.YearlyVolume == null).ThenBy(row => row.YearlyVolume),
        "-volume" => rows.OrderBy(row => row.YearlyVolume == null).ThenByDescending(row => row.YearlyVolume),
        "criticality" => rows.OrderBy(_weight),
        "-criticality" => rows.OrderByDescending(_weight),
        "pilot" => rows.OrderBy(row => row.PilotId == null).ThenBy(row => row.Pilot!.FoldedName),
        "-pilot" => rows.OrderBy(row => row.PilotId == null).ThenByDescending(row => row.Pilot!.FoldedName),
        _ => rows.OrderBy(row => row.FoldedName),
    }).ThenBy(row => row.FoldedName).ThenBy(row => row.Id);

    // Stored as words: the order is that of their weight.
    private static readonly Expression<Func<Process, int>> _weight = row =>
        row.Criticality == Criticality.Vital ? 3 : row.Criticality == Criticality.High ? 2 : row.Criticality == Criticality.Normal ? 1 : 0;
}
