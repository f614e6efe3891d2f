using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.People;

/// <summary>Adds a person, or changes what is known of one. The same form sent twice does it once.</summary>
public sealed class SavePerson(Db db)
{
    public async Task<PersonInput> PrepareAsync(Guid id, CancellationToken token)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        return new PersonInput { Id = id, Name = person.Name, Function = person.Function, Email = person.Email, Phone = person.Phone, SideKey = PersonInput.KeyOf(person.Side), Version = person.Version };
    }

    /// <exception cref="Refused">Another person of that side bears the name.</exception>
    public async Task<Person> CreateAsync(PersonInput input, CancellationToken token)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(row => row.Id == input.Id, token) is { } made)
        {
            return made;
        }

        await RefuseSameNameAsync(input, token);
        var person = Person.Create(input.Id);
        person.Describe(input);
        db.Add(person);
        db.Record("PersonCreated", person.Ref, new { person.Name });
        await db.SaveChangesAsync(token);
        return person;
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody saved the person since the form was opened.</exception>
    /// <exception cref="Refused">Another person of that side bears the name.</exception>
    public async Task<Person> EditAsync(PersonInput input, CancellationToken token)
    {
        var person = await db.Set<Person>().SingleOrDefaultAsync(row => row.Id == input.Id, token) ?? throw new NotFound();
        await RefuseSameNameAsync(input, token);
        db.Entry(person).Property(row => row.Version).OriginalValue = input.Version;
        person.Describe(input);
        db.Entry(person).State = EntityState.Modified;
        db.Record("PersonEdited", person.Ref, new { person.Name });
        await db.SaveChangesAsync(token);
        return person;
    }

    // A typed name means one person; who really shares it is told apart by a word more.
    private async Task RefuseSameNameAsync(PersonInput input, CancellationToken token)
    {
        var (name, side) = (input.Name!.Trim().Folded(), input.Side?.Id);
        if (await db.Set<Person>().AnyAsync(row => row.Id != input.Id && row.FoldedName == name && row.SideId == side, token))
        {
            throw new Refused(Texts.Person_SameName.With(input.Name!.Trim()), nameof(PersonInput.Name));
        }
    }
}
