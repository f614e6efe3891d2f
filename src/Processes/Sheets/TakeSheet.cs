using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.Sheets;

/// <summary>Does what a sheet says, all of it or nothing, if it is still what was shown.</summary>
public sealed class TakeSheet(Db db, PlanSheet plan, SaveSteps steps, NamePerson people)
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
        var there = (await db.Set<ProcessStep>().Where(row => keys.Contains(row.ProcessId)).ToListAsync(token)).ToLookup(row => row.ProcessId);
        var tools = await NamedTools.ReadAsync(db, token);
        foreach (var change in wanted)
        {
            await WriteAsync(change, processes.GetValueOrDefault(change.Input.Id), there[change.Input.Id], tools, token);
        }

        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return (now, IsDone: true);
    }

    private async Task WriteAsync(ProcessChange change, Process? process, IEnumerable<ProcessStep> there, NamedTools tools, CancellationToken token)
    {
        if (process is null)
        {
            process = Process.Create(change.Input.Id);
            db.Add(process);
            process.Describe(change.Input);
            await ProcessPeople.LeadAsync(process, change.Input, people, token);
            db.Record("ProcessCreated", process.Ref, new { process.Name, Domain = process.Domain.ToString() });
        }
        else if (change.Fields.Count > 0)
        {
            process.Describe(change.Input);
            KeepPeople(process, change.Input);
            await ProcessPeople.LeadAsync(process, change.Input, people, token);
            db.Record("ProcessEdited", process.Ref, new { process.Name, Domain = process.Domain.ToString() });
        }

        if (change.Steps is { Count: var count } said && (count > 0 || !change.IsNew))
        {
            var kept = there.ToList();
            steps.Write(process, [.. said.Select(step => WithKey(step, kept))], kept, tools);
        }
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

    // A step that keeps its name stays the same step.
    private static StepInput WithKey(StepInput step, List<ProcessStep> there)
    {
        step.Id = there.Find(row => row.Name.Folded() == step.Name!.Trim().Folded())?.Id ?? Guid.Empty;
        return step;
    }
}
