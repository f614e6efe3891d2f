using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;

namespace Pupitre.Processes.Inventory;

/// <summary>Changes what is known of a process.</summary>
public sealed class EditProcess(Db db, NamePerson people)
{
    public async Task<ProcessInput> PrepareAsync(Guid id, CancellationToken token)
    {
        var process = await db.Set<Process>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        return InputOf(process);
    }

    /// <summary>The form as it is filled from what is known.</summary>
    public static ProcessInput InputOf(Process process) => new()
    {
        Id = process.Id,
        Name = process.Name,
        Domain = process.Domain,
        Purpose = process.Purpose,
        PilotId = process.PilotId,
        DeputyId = process.DeputyId,
        Volume = process.Volume,
        VolumePer = process.VolumePer,
        Seasonality = process.Seasonality,
        MinutesEach = process.MinutesEach,
        Criticality = process.Criticality,
        Trigger = process.Trigger,
        Result = process.Result,
        CustomerInside = process.CustomerInside,
        LegalDeadline = process.LegalDeadline,
        CostPerHour = process.CostPerHour,
        ErrorPercent = process.ErrorPercent,
        IsErrorPercentUnknown = process.IsErrorPercentUnknown,
        ErrorCost = process.ErrorCost,
        IsErrorCostUnknown = process.IsErrorCostUnknown,
        Sensitive = process.Sensitive,
        Version = process.Version,
    };

    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the process since the form was opened.</exception>
    public async Task<Process> RunAsync(ProcessInput input, CancellationToken token)
    {
        var process = await db.Set<Process>().SingleOrDefaultAsync(row => row.Id == input.Id, token) ?? throw new NotFound();
        db.Entry(process).Property(row => row.Version).OriginalValue = input.Version;
        process.Describe(input);
        await ProcessPeople.LeadAsync(process, input, people, token);
        db.Entry(process).State = EntityState.Modified;
        db.Record("ProcessEdited", process.Ref, new { process.Name, Domain = process.Domain.ToString() });
        await db.SaveChangesAsync(token);
        return process;
    }
}
