using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Tools;

namespace Pupitre.ProcessMap.Sheets;

/// <summary>Does what a workbook says, all of it or nothing, if it is still what was shown.</summary>
public sealed class TakeSheet(Db db, PlanSheet plan, SaveSteps steps, NamePerson people, TakeParts parts)
{
    /// <returns>What was done; or what would be done now, where that is no longer what was shown.</returns>
    public async Task<(MapPlan Plan, bool IsDone)> RunAsync(byte[] file, string digest, CancellationToken token)
    {
        await using var transaction = await db.BeginAloneAsync(token);
        var now = await plan.RunAsync(file, token);
        if (now.Bad.Count > 0 || now.Digest != digest)
        {
            return (now, IsDone: false);
        }

        var wanted = now.Wanted.ToList();
        var keys = wanted.Where(change => !change.IsNew).Select(change => change.Input.Id).ToList();
        var processes = await db.Set<Process>().Include(row => row.Pilot).Include(row => row.Deputy)
            .Where(row => keys.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token);
        var there = (await db.Set<ProcessStep>().Where(row => keys.Contains(row.ProcessId)).ToListAsync(token))
            .ToLookup(row => row.ProcessId);
        await WriteAsync(now.Tools, token);
        var tools = await NamedTools.ReadAsync(db, token);
        foreach (var change in wanted)
        {
            processes[change.Input.Id] = await WriteAsync(change, processes.GetValueOrDefault(change.Input.Id), token);
            if (change.Steps is { } said)
            {
                steps.Write(processes[change.Input.Id], said, [.. there[change.Input.Id]], tools);
            }
        }

        await parts.RunAsync(wanted, processes, tools, token);
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return (now, IsDone: true);
    }

    // Before all that names tools: a step names one that was renamed by its new name.
    private async Task WriteAsync(IReadOnlyList<ToolChange> changes, CancellationToken token)
    {
        var keys = changes.Where(change => !change.IsNew).Select(change => change.Input.Id).ToList();
        var there = await db.Set<Tool>().Where(row => keys.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token);
        foreach (var change in changes)
        {
            var tool = change.IsNew ? db.Add(Tool.Create(change.Input.Id)).Entity : there[change.Input.Id];
            tool.Describe(change.Input);
            db.Record(change.IsNew ? "ToolAdded" : "ToolEdited", tool.Ref, new { tool.Name });
        }

        await db.SaveChangesAsync(token);
    }

    private async Task<Process> WriteAsync(ProcessChange change, Process? process, CancellationToken token)
    {
        if (process is not null && change.Fields.Count == 0)
        {
            return process;
        }

        var isNew = process is null;
        process ??= db.Add(Process.Create(change.Input.Id)).Entity;
        process.Describe(change.Input);
        KeepPeople(process, change.Input);
        await ProcessPeople.LeadAsync(process, change.Input, people, token);
        db.Record(isNew ? "ProcessCreated" : "ProcessEdited", process.Ref, new { process.Name, Domain = process.Domain.ToString() });
        return process;
    }

    // A name that stands there already means who is meant now, and not another of that name.
    private static void KeepPeople(Process process, ProcessInput input)
    {
        if (input.Pilot is { } pilot && pilot == process.Pilot?.Name)
        {
            (input.PilotId, input.Pilot) = (process.PilotId, null);
        }

        if (input.Deputy is { } deputy && deputy == process.Deputy?.Name)
        {
            (input.DeputyId, input.Deputy) = (process.DeputyId, null);
        }
    }
}
