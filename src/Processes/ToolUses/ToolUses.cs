using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Rekeyings;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.ToolUses;

/// <summary>Something that is done with a tool.</summary>
/// <param name="What">The step, or what is typed again.</param>
/// <param name="IsRekeying">A re-keying, and not a step.</param>
public sealed record ToolUse(Guid ProcessId, string Process, bool IsArchived, string What, bool IsRekeying);

/// <summary>Where a tool is used, and which others could take its place.</summary>
/// <param name="Uses">By process.</param>
/// <param name="Others">The other tools, by name.</param>
public sealed record ToolUsage(IReadOnlyList<ToolUse> Uses, IReadOnlyList<Choice> Others);

/// <summary>Reads where a tool is used: three queries.</summary>
public sealed class ReadToolUses(Db db)
{
    public async Task<ToolUsage> RunAsync(Guid tool, CancellationToken token)
    {
        var steps = await db.Set<ProcessStep>().Where(row => row.ToolId == tool)
            .Join(db.Set<Process>(), row => row.ProcessId, process => process.Id,
                (row, process) => new { process.Id, process.Name, process.FoldedName, process.ArchivedAt, What = row.Name, row.Number })
            .OrderBy(row => row.FoldedName).ThenBy(row => row.Number).ToListAsync(token);
        var rekeyings = await db.Set<Rekeying>().Where(row => row.FromToolId == tool || row.ToToolId == tool)
            .Join(db.Set<Process>(), row => row.ProcessId, process => process.Id,
                (row, process) => new { process.Id, process.Name, process.FoldedName, process.ArchivedAt, What = row.Fields })
            .OrderBy(row => row.FoldedName).ThenBy(row => row.What).ToListAsync(token);
        var others = await db.Set<Tool>().Where(row => row.Id != tool).OrderBy(row => row.FoldedName)
            .Select(row => new { row.Id, row.Name }).ToListAsync(token);
        return new ToolUsage(
            [
                .. steps.Select(row => new ToolUse(row.Id, row.Name, row.ArchivedAt != null, row.What, IsRekeying: false)),
                .. rekeyings.Select(row => new ToolUse(row.Id, row.Name, row.ArchivedAt != null, row.What, IsRekeying: true)),
            ],
            others.ConvertAll(row => new Choice(row.Id.ToString(), row.Name)));
    }
}
