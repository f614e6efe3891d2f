using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.Steps;

/// <summary>The work of a process: its steps, and what it is counted by.</summary>
public sealed record ProcessWork(bool IsArchived, ProcessFigures Figures, IReadOnlyList<StepFact> Steps);

/// <summary>The steps of processes, in their order, as plain facts.</summary>
public sealed class ReadSteps(Db db)
{
    public async Task<IReadOnlyList<StepFact>> OfAsync(Guid processId, CancellationToken token) =>
        [.. (await RowsAsync(db.Set<ProcessStep>().Where(row => row.ProcessId == processId), token)).Select(row => row.Fact)];

    /// <summary>With what the process is counted by, one query.</summary>
    public async Task<ProcessWork> WorkAsync(Guid processId, CancellationToken token)
    {
        var found = await db.Set<Process>().AsNoTracking().Where(process => process.Id == processId)
            .Select(process => new
            {
                IsArchived = process.ArchivedAt != null,
                process.YearlyVolume,
                process.MinutesEach,
                process.CostPerHour,
                process.ErrorPercent,
                process.ErrorCost,
                Steps = db.Set<ProcessStep>().Where(row => row.ProcessId == process.Id).OrderBy(row => row.Number)
                    .Select(row => new { row.Name, row.Role, Tool = db.Set<Tool>().Where(tool => tool.Id == row.ToolId).Select(tool => tool.Name).FirstOrDefault(), row.Minutes, row.WaitHours, row.SharePercent, row.DocumentsIn, row.DocumentsOut })
                    .ToList(),
            }).SingleAsync(token);
        return new ProcessWork(
            found.IsArchived,
            new ProcessFigures(found.YearlyVolume, found.MinutesEach, found.CostPerHour, found.ErrorPercent, found.ErrorCost),
            [.. found.Steps.Select(row => new StepFact(row.Name, row.Role, row.Tool, row.Minutes, row.WaitHours, row.SharePercent, ProcessStep.Listed(row.DocumentsIn), ProcessStep.Listed(row.DocumentsOut)))]);
    }

    /// <summary>Of every process of the company, one query.</summary>
    public async Task<ILookup<Guid, StepFact>> AllAsync(CancellationToken token) =>
        (await RowsAsync(db.Set<ProcessStep>(), token)).ToLookup(row => row.ProcessId, row => row.Fact);

    private async Task<IReadOnlyList<(Guid ProcessId, StepFact Fact)>> RowsAsync(IQueryable<ProcessStep> steps, CancellationToken token)
    {
        var rows = await steps.AsNoTracking().OrderBy(row => row.ProcessId).ThenBy(row => row.Number)
            .Select(row => new { row.ProcessId, row.Name, row.Role, Tool = db.Set<Tool>().Where(tool => tool.Id == row.ToolId).Select(tool => tool.Name).FirstOrDefault(), row.Minutes, row.WaitHours, row.SharePercent, row.DocumentsIn, row.DocumentsOut })
            .ToListAsync(token);
        return [.. rows.Select(row => (row.ProcessId, new StepFact(row.Name, row.Role, row.Tool, row.Minutes, row.WaitHours, row.SharePercent, ProcessStep.Listed(row.DocumentsIn), ProcessStep.Listed(row.DocumentsOut))))];
    }
}
