using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Processes;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Search;

/// <summary>Finds commitments by name, provider and domain.</summary>
internal sealed class SearchCommitments(Db db) : ISearch
{
    // A company has tens of them: the folded comparison is done here.
    private const int MostRead = 2_000;

    public int Order => 14;

    public string Kind => Texts.Commitment_Menu;

    public Permit Permit => Permit.ReadSourcing;

    public async Task<IReadOnlyList<SearchHit>> RunAsync(SearchWords words, int most, CancellationToken token)
    {
        var rows = await db.Set<Commitment>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Name).Take(MostRead)
            .Select(row => new { row.Id, row.Name, row.Domain, Provider = db.Set<Provider>().Where(provider => provider.Id == row.ProviderId).Select(provider => provider.Name).FirstOrDefault() }).ToListAsync(token);
        return [.. rows.Where(row => words.AreIn(row.Name, row.Provider, ProcessWords.Of(row.Domain))).Take(most).Select(row => new SearchHit(row.Name, $"commitments/{row.Id}", row.Provider is { } provider ? Texts.Search_Two.With(provider, ProcessWords.Of(row.Domain)) : ProcessWords.Of(row.Domain)))];
    }
}
