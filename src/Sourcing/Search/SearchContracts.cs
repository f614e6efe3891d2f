using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Search;

/// <summary>Finds contracts by title and provider.</summary>
internal sealed class SearchContracts(Db db) : ISearch
{
    // A company has tens of them: the folded comparison is done here.
    private const int MostRead = 2_000;

    public int Order => 12;

    public string Kind => Texts.Contract_Menu;

    public Permit Permit => Permit.ReadSourcing;

    public async Task<IReadOnlyList<SearchHit>> RunAsync(SearchWords words, int most, CancellationToken token)
    {
        var rows = await db.Set<Contract>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Title).Take(MostRead)
            .Select(row => new { row.Id, row.Title, row.Start, Provider = db.Set<Provider>().Where(provider => provider.Id == row.ProviderId).Select(provider => provider.Name).FirstOrDefault() }).ToListAsync(token);
        return [.. rows.Where(row => words.AreIn(row.Title, row.Provider)).Take(most).Select(row => new SearchHit(row.Title, $"contracts/{row.Id}", row.Start is { } start ? Texts.Search_Since.With(row.Provider, Moments.Short(start)) : row.Provider))];
    }
}
