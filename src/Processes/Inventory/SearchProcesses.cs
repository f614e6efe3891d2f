using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;

namespace Pupitre.Processes.Inventory;

/// <summary>Finds processes by their name, domain and pilot.</summary>
internal sealed class SearchProcesses(Db db) : ISearch
{
    // A company has tens of them: the folded comparison is done here.
    private const int MostRead = 2_000;

    public int Order => 20;

    public string Kind => Texts.Menu;

    public Permit Permit => Permit.ReadProcesses;

    public async Task<IReadOnlyList<SearchHit>> RunAsync(SearchWords words, int most, CancellationToken token)
    {
        var rows = await db.Set<Process>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.FoldedName).Take(MostRead)
            .Select(row => new { row.Id, row.Name, row.Domain, Pilot = row.Pilot!.Name }).ToListAsync(token);
        return [.. rows.Where(row => words.AreIn(row.Name, ProcessWords.Of(row.Domain), row.Pilot)).Take(most).Select(row => new SearchHit(row.Name, $"processes/{row.Id}", row.Pilot is { } pilot ? ProcessWords.Of(row.Domain) + ", " + pilot : ProcessWords.Of(row.Domain)))];
    }
}
