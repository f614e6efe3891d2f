using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;

namespace Pupitre.Platform.People;

/// <summary>Finds people by name, address and function.</summary>
internal sealed class SearchPeople(Db db) : ISearch
{
    // A company and its providers have tens of them: the folded comparison is done here.
    private const int MostRead = 2_000;

    public int Order => 70;

    public string Kind => Texts.People_Title;

    public Access.Permit Permit => Access.Permit.ReadPeople;

    public async Task<IReadOnlyList<SearchHit>> RunAsync(SearchWords words, int most, CancellationToken token)
    {
        var rows = await db.Set<Person>().AsNoTracking().OrderBy(row => row.FoldedName).Take(MostRead).Select(row => new { row.Id, row.Name, row.Email, row.Function }).ToListAsync(token);
        return [.. rows.Where(row => words.AreIn(row.Name, row.Email, row.Function)).Take(most).Select(row => new SearchHit(row.Name, $"people/{row.Id}", row.Function ?? row.Email))];
    }
}
