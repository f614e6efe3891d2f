using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Finds accounting files by name and by the year that they close.</summary>
internal sealed class SearchAccountingFiles(Db db, Tenant tenant) : ISearch
{
    // One a month and provider: the folded comparison is done here.
    private const int MostRead = 2_000;

    public int Order => 35;

    public string Kind => Texts.Search_AccountingFiles;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<SearchHit>> RunAsync(SearchWords words, int most, CancellationToken token)
    {
        var rows = await db.Set<AccountingFile>().AsNoTracking().OrderByDescending(row => row.ReceivedAt).Take(MostRead).ToListAsync(token);
        return
        [
            .. rows.Where(row => words.AreIn(row.Name, FileWords.Title(row))).Take(most)
                .Select(row => new SearchHit(FileWords.Title(row), $"accounting-files/{row.Id}", Moments.Short(row.ReceivedAt, tenant.Zone) + ", " + FileWords.Of(row.State) + ", " + row.Name)),
        ];
    }
}
