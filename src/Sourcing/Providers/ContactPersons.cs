using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Platform.Words;

namespace Pupitre.Sourcing.Providers;

/// <summary>
/// The persons whom a provider's form names as its contacts: those that it knew, with what was changed, and new ones. Who is taken off the form
/// stays a person of that provider.
/// </summary>
public sealed class ContactPersons(Db db, NamePerson people, DescribePerson describe)
{
    private const int MaxKnown = 200;

    /// <summary>People of the provider who are none of its contacts, to choose from.</summary>
    public async Task<List<Choice>> OthersAsync(Guid providerId, CancellationToken token)
    {
        var rows = await db.Set<Person>().AsNoTracking()
            .Where(row => row.SideId == providerId && !db.Set<ProviderContact>().Any(contact => contact.ProviderId == providerId && contact.PersonId == row.Id)).OrderBy(row => row.FoldedName).Take(MaxKnown)
            .Select(row => new { row.Id, row.Name }).ToListAsync(token);

        // Made text here: SQLite writes keys in capitals, and a form compares them as they stand.
        return rows.ConvertAll(row => new Choice(row.Id.ToString(), row.Name));
    }

    public async Task<IReadOnlyList<(Person Person, ContactDuty Duty)>> RunAsync(
        Provider provider, ProviderInput input, CancellationToken token)
    {
        var side = PersonInput.KeyOf(provider.Ref);
        var named = input.NamedContacts;
        var keys = named.ConvertAll(contact => contact.Id);
        var known = await db.Set<Person>().Where(row => row.SideId == provider.Id && keys.Contains(row.Id)).ToDictionaryAsync(row => row.Id, token);
        var persons = new List<(Person Person, ContactDuty Duty)>();
        foreach (var contact in named)
        {
            var asked = new PersonInput { Name = contact.Name, Function = contact.Role, Email = contact.Email, Phone = contact.Phone, SideKey = side };
            if (known.TryGetValue(contact.Id, out var person))
            {
                if (contact.Known is null)
                {
                    describe.Run(person, asked);
                }
            }
            else if (contact.Name is null)
            {
                continue;
            }
            else
            {
                person = await people.KeepAsync(asked, token);
            }

            persons.Add((person, contact.Duty));
        }

        return [.. persons.DistinctBy(item => item.Person.Id)];
    }
}

/// <summary>Whom the company turns to at a provider: the parts that people play here, and the sides that they are on.</summary>
internal sealed class ProviderPeople(Db db) : IPersonDuties, IPersonSides
{
    private const int MaxSides = 2_000;

    public int Order => 20;

    async Task<IReadOnlyList<PersonDuty>> IPersonDuties.ReadAsync(IReadOnlyCollection<Guid> persons, CancellationToken token)
    {
        var rows = await db.Set<ProviderContact>().AsNoTracking().Where(row => persons.Contains(row.PersonId))
            .Join(db.Set<Provider>(), row => row.ProviderId, provider => provider.Id, (row, provider) => new { row.PersonId, provider.Id, provider.Name })
            .OrderBy(row => row.Name).ToListAsync(token);

        // Written here: SQLite writes keys in capitals, and an address has one way to be written.
        return rows.ConvertAll(row => new PersonDuty(row.PersonId, Texts.Provider_ContactPart, row.Name, $"providers/{row.Id}"));
    }

    public async Task ReassignAsync(Guid from, Guid? to, CancellationToken token)
    {
        foreach (var contact in await db.Set<ProviderContact>().Where(row => row.PersonId == from).ToListAsync(token))
        {
            if (to is { } next && !await db.Set<ProviderContact>().AnyAsync(row => row.ProviderId == contact.ProviderId && row.PersonId == next, token))
            {
                contact.TurnTo(next);
            }
            else
            {
                db.Remove(contact);
            }
        }
    }

    async Task<IReadOnlyList<PersonSide>> IPersonSides.ReadAsync(CancellationToken token)
    {
        var rows = await db.Set<Provider>().AsNoTracking().OrderBy(row => row.Name).Take(MaxSides).Select(row => new { row.Id, row.Name }).ToListAsync(token);
        return rows.ConvertAll(row => new PersonSide(new Platform.Ledger.SubjectRef(Provider.Kind, row.Id), row.Name, $"providers/{row.Id}"));
    }
}
