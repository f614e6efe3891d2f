using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Roles;

/// <summary>Who does, signs off or files in a process: parts that people play, and that somebody takes over when they leave.</summary>
internal sealed class RolePeople(Db db) : IPersonDuties
{
    public int Order => 15;

    public async Task<IReadOnlyList<PersonDuty>> ReadAsync(IReadOnlyCollection<Guid> persons, CancellationToken token)
    {
        var rows = await db.Set<ProcessDuty>().AsNoTracking().Where(row => persons.Contains(row.PersonId))
            .Join(db.Set<Process>(), row => row.ProcessId, process => process.Id, (row, process) =>
                new { row.PersonId, row.Duty, process.Id, process.Name, process.FoldedName })
            .OrderBy(row => row.FoldedName).ToListAsync(token);
        return [.. rows.OrderBy(row => row.Duty)
            .Select(row => new PersonDuty(row.PersonId, RoleWords.Of(row.Duty), row.Name, $"processes/{row.Id}"))];
    }

    public async Task<IReadOnlyList<PersonDuty>> LeavesAsync(Guid person, CancellationToken token)
    {
        var rows = await db.Set<KnowHow>().AsNoTracking().Where(row => row.PersonId == person)
            .Join(db.Set<Process>().Where(process => process.ArchivedAt == null), row => row.ProcessId, process => process.Id,
                (row, process) => new { row.Level, process.Id, process.Name, process.FoldedName })
            .OrderBy(row => row.FoldedName).ToListAsync(token);
        return [.. rows.Select(row => new PersonDuty(person, RoleWords.Of(row.Level), row.Name, $"processes/{row.Id}"))];
    }

    /// <summary>
    /// The parts go over; what the leaver knew goes with them: nobody knows it by being named. Each process says so in its history.
    /// </summary>
    public async Task ReassignAsync(Guid from, Guid? to, CancellationToken token)
    {
        await MoveDutiesAsync(from, to, token);
        var known = await db.Set<KnowHow>().Where(row => row.PersonId == from).ToListAsync(token);
        var ids = known.ConvertAll(row => row.ProcessId);
        var processes = await db.Set<Process>().Where(row => ids.Contains(row.Id)).Select(row => new
        {
            row.Id,
            row.Name,
            Left = db.Set<KnowHow>().Count(other => other.ProcessId == row.Id && other.PersonId != from),
        }).ToListAsync(token);
        db.RemoveRange(known);
        foreach (var process in processes)
        {
            db.Record("ProcessKnowHowLeft", new SubjectRef(Process.Kind, process.Id), new { process.Name, process.Left });
        }
    }

    /// <summary>One person in two rows knows what either row says, and the better of both.</summary>
    public async Task MergeAsync(Guid from, Guid into, CancellationToken token)
    {
        await MoveDutiesAsync(from, into, token);
        var theirs = await db.Set<KnowHow>().Where(row => row.PersonId == into).ToDictionaryAsync(row => row.ProcessId, token);
        foreach (var known in await db.Set<KnowHow>().Where(row => row.PersonId == from).ToListAsync(token))
        {
            if (theirs.TryGetValue(known.ProcessId, out var same))
            {
                same.Become(known.Level > same.Level ? known.Level : same.Level);
                db.Remove(known);
            }
            else
            {
                known.MoveTo(into);
            }
        }
    }

    private async Task MoveDutiesAsync(Guid from, Guid? to, CancellationToken token)
    {
        var duties = db.Set<ProcessDuty>().Where(row => row.PersonId == to).Select(row => new { row.ProcessId, row.Duty });
        var theirs = (await duties.ToListAsync(token)).ToHashSet();
        foreach (var duty in await db.Set<ProcessDuty>().Where(row => row.PersonId == from).ToListAsync(token))
        {
            if (to is { } next && theirs.Add(new { duty.ProcessId, duty.Duty }))
            {
                duty.MoveTo(next);
            }
            else
            {
                db.Remove(duty);
            }
        }
    }
}
