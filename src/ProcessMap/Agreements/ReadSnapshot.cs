using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Targets;
using Pupitre.Processes.Tools;

namespace Pupitre.ProcessMap.Agreements;

/// <summary>What can be agreed to, as it stands now.</summary>
public sealed class ReadSnapshot(Db db, KeepMap keep)
{
    /// <summary>Parts its fields in a value of several.</summary>
    internal const char Between = '|';

    /// <summary>A process: what is said of it, its steps, the target that is published.</summary>
    /// <exception cref="NotFound">The company has no such process.</exception>
    public async Task<(string About, MapSnapshot Content)> OfProcessAsync(Guid id, CancellationToken token)
    {
        var rows = await RowsAsync(db.Set<Process>().Where(row => row.Id == id), token);
        var found = rows.Count > 0 ? rows[0] : throw new NotFound();
        return (found.Name, new MapSnapshot([.. found.Lines]));
    }

    /// <summary>The whole map: each process by its name and by what it says.</summary>
    /// <exception cref="NotFound">The reader is limited to a provider.</exception>
    public Task<MapSnapshot> OfMapAsync(CancellationToken token) =>
        keep.OfAsync("snapshot", [], () => ReadMapAsync(token), map => map.Lines.Length, token);

    private async Task<MapSnapshot> ReadMapAsync(CancellationToken token) => new(
    [
        .. (await RowsAsync(db.Set<Process>().Where(row => row.ArchivedAt == null), token))
            .Select(row => new SnapshotLine($"Process.{row.Id}", row.Name + Between + new MapSnapshot([.. row.Lines]).Hash())),
    ]);

    private async Task<IReadOnlyList<Row>> RowsAsync(IQueryable<Process> processes, CancellationToken token)
    {
        var rows = await processes.AsNoTracking().Include(row => row.Pilot).Include(row => row.Deputy)
            .OrderBy(row => row.FoldedName).ThenBy(row => row.Id).ToListAsync(token);
        var ids = processes.Select(row => row.Id);
        var steps = (await db.Set<ProcessStep>().AsNoTracking().Where(row => ids.Contains(row.ProcessId)).OrderBy(row => row.Number)
            .Select(row =>
                new { Step = row, Tool = db.Set<Tool>().Where(tool => tool.Id == row.ToolId).Select(tool => tool.Name).FirstOrDefault() })
            .ToListAsync(token)).ToLookup(row => row.Step.ProcessId);
        var published = db.Set<ProcessTarget>().AsNoTracking()
            .Where(row => ids.Contains(row.ProcessId) && row.State == TargetState.Published)
            .OrderByDescending(row => row.Number).Select(row => new { row.ProcessId, row.Number, row.Hash });
        var targets = (await published.ToListAsync(token)).ToLookup(row => row.ProcessId);
        return rows.ConvertAll(row => new Row(
            row.Id,
            row.Name,
            [
                .. About(row),
                .. steps[row.Id].Select(step => new SnapshotLine($"Step.{step.Step.Number}", Of(step.Step, step.Tool))),
                .. targets[row.Id].Take(1).Select(target => new SnapshotLine(MapSnapshot.TargetKey, Joined(target.Number, target.Hash))),
            ]));
    }

    private static IEnumerable<SnapshotLine> About(Process row) => new[]
    {
        (nameof(Process.Name), row.Name),
        (nameof(Process.Domain), row.Domain.ToString()),
        (nameof(Process.Purpose), row.Purpose),
        (nameof(Process.Pilot), row.Pilot?.Name),
        (nameof(Process.Deputy), row.Deputy?.Name),
        (nameof(Process.Volume), row.Volume is { } volume ? Joined(volume, row.VolumePer) : null),
        (nameof(Process.Criticality), row.Criticality.ToString()),
        (nameof(Process.Trigger), row.Trigger),
        (nameof(Process.Result), row.Result),
        (nameof(Process.CustomerInside), row.CustomerInside),
        (nameof(Process.LegalDeadline), row.LegalDeadline),
    }.Where(field => field.Item2 is not null).Select(field => new SnapshotLine(field.Item1, field.Item2!));

    private static string Of(ProcessStep step, string? tool) =>
        Joined(step.Name, step.Role, tool, step.Minutes, step.DocumentsIn, step.DocumentsOut);

    // The sign that parts the fields is none of theirs.
    private static string Joined(params object?[] fields) =>
        string.Join(Between, fields.Select(field => Convert.ToString(field, CultureInfo.InvariantCulture)?.Replace(Between, '/')));

    private sealed record Row(Guid Id, string Name, IReadOnlyList<SnapshotLine> Lines);
}
