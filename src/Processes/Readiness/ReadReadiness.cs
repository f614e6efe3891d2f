using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Targets;

namespace Pupitre.Processes.Readiness;

/// <summary>Tells what is known of processes before they are handed over.</summary>
public sealed class ReadReadiness(Db db)
{
    /// <summary>One query, by name.</summary>
    /// <param name="processes">Which of the company's.</param>
    public async Task<IReadOnlyList<ProcessReadiness>> RunAsync(IQueryable<Process> processes, CancellationToken token)
    {
        var rows = await processes.AsNoTracking().OrderBy(row => row.FoldedName).ThenBy(row => row.Id).Select(row => new
        {
            row.Id,
            row.Name,
            Pilot = row.Pilot!.Name,
            HasTarget = db.Set<ProcessTarget>().Any(target => target.ProcessId == row.Id && target.State == TargetState.Published),
            row.ErrorPercent,
            Known = db.Set<KnowHow>().Count(known => known.ProcessId == row.Id),
            Alone = db.Set<KnowHow>().Count(known => known.ProcessId == row.Id && known.Level != KnowHowLevel.Knows),
        }).ToListAsync(token);
        return rows.ConvertAll(row => new ProcessReadiness(
            row.Id, row.Name, row.Pilot, row.HasTarget, row.ErrorPercent, Dependencies.Of(row.Known, row.Alone)));
    }
}
