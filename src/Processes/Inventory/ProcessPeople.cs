using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;

namespace Pupitre.Processes.Inventory;

/// <summary>Who conducts a process and who stands in: the parts that people play here.</summary>
public sealed class ProcessPeople(Db db) : IPersonDuties
{
    public int Order => 10;

    /// <summary>Names the pilot and the deputy, as chosen or typed.</summary>
    /// <exception cref="Refused">Nobody stands in for themselves.</exception>
    public static async Task LeadAsync(Process process, ProcessInput input, NamePerson people, CancellationToken token)
    {
        var pilot = await people.OursAsync(input.PilotId, input.Pilot, nameof(ProcessInput.PilotId), token);
        var deputy = await people.OursAsync(input.DeputyId, input.Deputy, nameof(ProcessInput.DeputyId), token);
        if (pilot is not null && pilot == deputy)
        {
            throw new Refused(Texts.Process_DeputyIsPilot, nameof(ProcessInput.DeputyId));
        }

        process.LeadBy(pilot, deputy);
    }

    public async Task<IReadOnlyList<PersonDuty>> ReadAsync(IReadOnlyCollection<Guid> persons, CancellationToken token)
    {
        var rows = await db.Set<Process>().AsNoTracking().Where(row => (row.PilotId != null && persons.Contains(row.PilotId.Value)) || (row.DeputyId != null && persons.Contains(row.DeputyId.Value)))
            .OrderBy(row => row.FoldedName).Select(row => new { row.Id, row.Name, row.PilotId, row.DeputyId }).ToListAsync(token);
        return
        [
            .. rows.Where(row => row.PilotId is { } pilot && persons.Contains(pilot)).Select(row => new PersonDuty(row.PilotId!.Value, Texts.Process_Pilot, row.Name, $"processes/{row.Id}")),
            .. rows.Where(row => row.DeputyId is { } deputy && persons.Contains(deputy)).Select(row => new PersonDuty(row.DeputyId!.Value, Texts.Process_Deputy, row.Name, $"processes/{row.Id}")),
        ];
    }

    public async Task ReassignAsync(Guid from, Guid? to, CancellationToken token)
    {
        foreach (var process in await db.Set<Process>().Where(row => row.PilotId == from || row.DeputyId == from).ToListAsync(token))
        {
            process.Replace(from, to);
        }
    }
}
