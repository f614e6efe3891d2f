using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Words;

namespace Pupitre.Platform.People;

/// <summary>Changes what is known of a person with what else a form changes; the caller saves.</summary>
public sealed class DescribePerson(Db db)
{
    public void Run(Person person, PersonInput input)
    {
        person.Describe(input);
        if (db.Entry(person).State == EntityState.Modified)
        {
            db.Record("PersonEdited", person.Ref, new { person.Name });
        }
    }
}

/// <summary>
/// Finds who is meant where a form names somebody: chosen from the list, or typed. A typed name that is known means that person; one
/// that is not makes a person, so that nothing typed is lost. What is made is saved with what it was named for.
/// </summary>
public sealed class NamePerson(Db db)
{
    /// <summary>People of the company that a form offers; it has tens of them.</summary>
    private const int MaxChoices = 1_000;

    /// <param name="chosen">Key of the person chosen.</param>
    /// <param name="typed">A name, which wins over the choice.</param>
    /// <param name="field">Field of the form that a refusal is about.</param>
    /// <exception cref="Refused">The company has no such person.</exception>
    public async Task<Guid?> OursAsync(Guid? chosen, string? typed, string field, CancellationToken token)
    {
        if (!string.IsNullOrWhiteSpace(typed))
        {
            return (await KeepAsync(new PersonInput { Name = typed }, token)).Id;
        }

        if (chosen is { } id && !await db.Set<Person>().AnyAsync(row => row.Id == id && row.SideId == null, token))
        {
            throw new Refused(Texts.Person_Unknown, field);
        }

        return chosen;
    }

    /// <summary>
    /// The person of that side who bears the name, with what was typed about them beyond it; made when there is none. Two of one name are told
    /// apart by their addresses.
    /// </summary>
    public async Task<Person> KeepAsync(PersonInput input, CancellationToken token)
    {
        var (name, side) = (input.Name!.Folded().Trim(), input.Side?.Id);
        var known = db.Set<Person>().Local.Where(row => row.FoldedName == name && row.SideId == side).ToList();
        known = known.Count > 0 ? known : await db.Set<Person>().Where(row => row.FoldedName == name && row.SideId == side).OrderBy(row => row.Id).ToListAsync(token);
        var person = known.Find(row => input.Email is null || row.Email is null || row.Email.Equals(input.Email, StringComparison.OrdinalIgnoreCase));
        if (person is null)
        {
            person = Person.Create(Guid.CreateVersion7());
            person.Describe(input);
            db.Add(person);
            db.Record("PersonCreated", person.Ref, new { person.Name });
            return person;
        }

        person.Describe(new PersonInput
        {
            Name = person.Name,
            Function = input.Function ?? person.Function,
            Email = input.Email ?? person.Email,
            Phone = input.Phone ?? person.Phone,
            SideKey = input.SideKey,
        });
        return person;
    }

    /// <summary>The company's own people by name, to choose from.</summary>
    public async Task<List<Choice>> ChoicesAsync(CancellationToken token)
    {
        var rows = await db.Set<Person>().AsNoTracking().Where(row => row.SideId == null).OrderBy(row => row.FoldedName).Take(MaxChoices)
            .Select(row => new { row.Id, row.Name }).ToListAsync(token);

        // Made text here: SQLite writes keys in capitals, and a form compares them as they stand.
        return rows.ConvertAll(row => new Choice(row.Id.ToString(), row.Name));
    }
}
