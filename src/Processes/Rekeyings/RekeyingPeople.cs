using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Rekeyings;

/// <summary>Who types what again: one of the parts that people play.</summary>
internal sealed class RekeyingPeople(Db db) : IPersonDuties
{
    public int Order => 17;

    public async Task<IReadOnlyList<PersonDuty>> ReadAsync(IReadOnlyCollection<Guid> persons, CancellationToken token)
    {
        var rows = await db.Set<Rekeying>().AsNoTracking().Where(row => row.PersonId != null && persons.Contains(row.PersonId.Value))
            .Join(db.Set<Process>(), row => row.ProcessId, process => process.Id,
                (row, process) => new { row.Id, row.PersonId, process.Name })
            .OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(token);
        return [.. rows.Select(row => new PersonDuty(row.PersonId!.Value, Texts.Rekeying_Duty, row.Name, $"processes/rekeyings/{row.Id}"))];
    }

    public async Task ReassignAsync(Guid from, Guid? to, CancellationToken token)
    {
        foreach (var rekeying in await db.Set<Rekeying>().Where(row => row.PersonId == from).ToListAsync(token))
        {
            rekeying.DoneBy(to);
        }
    }
}
