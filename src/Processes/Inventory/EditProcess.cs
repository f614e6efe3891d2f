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
        return new ProcessInput
        {
            Id = process.Id,
            Name = process.Name,
            Domain = process.Domain,
            Purpose = process.Purpose,
            PilotId = process.PilotId,
            DeputyId = process.DeputyId,
            MonthlyVolume = process.MonthlyVolume,
            Criticality = process.Criticality,
            Version = process.Version,
        };
    }

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
