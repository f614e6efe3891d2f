using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Search;

/// <summary>Finds providers by name, number, address and the people there.</summary>
internal sealed class SearchProviders(Db db) : ISearch
{
    // A company has tens of them: the folded comparison is done here.
    private const int MostRead = 2_000;

    public int Order => 10;

    public string Kind => Texts.Menu;

    public Permit Permit => Permit.ReadSourcing;

    public async Task<IReadOnlyList<SearchHit>> RunAsync(SearchWords words, int most, CancellationToken token)
    {
        var rows = await db.Set<Provider>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Name).Take(MostRead)
            .Select(row => new { row.Id, row.Name, row.Siren, row.Email, People = row.Contacts.Select(contact => contact.Person.Name + " " + contact.Person.Email).ToList() }).ToListAsync(token);
        return [.. rows.Where(row => words.AreIn([row.Name, row.Siren, row.Email, .. row.People])).Take(most).Select(row => new SearchHit(row.Name, $"providers/{row.Id}", row.Email))];
    }
}
