using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.People;

/// <summary>Removes a person's row. While something rests on them it is refused, unless somebody takes it over.</summary>
public sealed class RemovePerson(Db db, IEnumerable<IPersonDuties> duties)
{
    /// <param name="id">Who goes.</param>
    /// <param name="successor">Who takes over what rests on them; null when nothing does.</param>
    /// <exception cref="Refused">Something rests on the person and nobody takes it over.</exception>
    public async Task RunAsync(Guid id, Guid? successor, CancellationToken token)
    {
        var person = await db.Set<Person>().Include(row => row.Absences).AsSingleQuery().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var next = successor is { } key ? await db.Set<Person>().SingleOrDefaultAsync(row => row.Id == key && row.Id != id && row.SideId == person.SideId, token) ?? throw new Refused(Texts.Person_Unknown) : null;
        var parts = new List<PersonDuty>();
        foreach (var contribution in duties)
        {
            parts.AddRange(await contribution.ReadAsync([id], token));
        }

        if (parts.Count > 0 && next is null)
        {
            throw new Refused(Texts.Person_StillNeeded.With(person.Name, parts.Count, string.Join(", ", parts.Select(part => part.Of).Distinct(StringComparer.Ordinal))));
        }

        foreach (var contribution in duties)
        {
            await contribution.ReassignAsync(person.Id, next?.Id, token);
        }

        await PersonRows.LeaveAsync(db, person, next?.Id, token);
        db.Record("PersonRemoved", person.Ref, new { person.Name, To = next?.Name });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Makes one of two rows that mean the same person: what rests on the other, their absences and their account come here.</summary>
public sealed class MergePersons(Db db, IEnumerable<IPersonDuties> duties)
{
    /// <exception cref="Refused">They are of two sides, or each has an account of its own.</exception>
    public async Task RunAsync(Guid keptId, Guid otherId, CancellationToken token)
    {
        var kept = await PersonRows.FindAsync(db, keptId, token);
        var other = keptId == otherId ? throw new Refused(Texts.Person_Unknown) : await PersonRows.FindAsync(db, otherId, token);
        if (kept.Side != other.Side)
        {
            throw new Refused(Texts.Person_OtherSide.With(kept.Name, other.Name));
        }

        if (kept.AccountId is { } own && other.AccountId is { } theirs && own != theirs)
        {
            throw new Refused(Texts.Person_TwoAccounts.With(kept.Name, other.Name));
        }

        foreach (var absence in other.Absences.ToList())
        {
            absence.MoveTo(kept.Id);
        }

        kept.TakeOver(other);
        foreach (var contribution in duties)
        {
            await contribution.MergeAsync(other.Id, kept.Id, token);
        }

        await PersonRows.LeaveAsync(db, other, kept.Id, token);
        db.Record("PersonsMerged", kept.Ref, new { kept.Name, From = other.Name });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>What both ways of leaving ask of the database.</summary>
public static class PersonRows
{
    public static async Task<Person> FindAsync(Db db, Guid id, CancellationToken token) =>
        await db.Set<Person>().Include(row => row.Absences).AsSingleQuery().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();

    /// <summary>Removes the row once the parts that it played have gone over.</summary>
    public static async Task LeaveAsync(Db db, Person person, Guid? successor, CancellationToken token)
    {
        foreach (var covered in await db.Set<Absence>().Where(row => row.CoveredById == person.Id).ToListAsync(token))
        {
            covered.CoverBy(successor);
        }

        // Who stands where was changed above: unless it is seen now, removing the row would empty the places that were just filled.
        db.ChangeTracker.DetectChanges();
        db.Remove(person);
    }
}
