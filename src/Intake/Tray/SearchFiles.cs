using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;

namespace Pupitre.Intake.Tray;

/// <summary>Finds received files by name, sender, subject and whom they are about, the newest first; their first words are looked at in the list of files.</summary>
internal sealed class SearchFiles(Db db, Tenant tenant) : ISearch
{
    public int Order => 30;

    public string Kind => Texts.Evidence_Menu;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<SearchHit>> RunAsync(SearchWords words, int most, CancellationToken token)
    {
        var rows = await db.Set<EvidenceFile>().AsNoTracking().OrderByDescending(row => row.Id).Take(FindFiles.MostSearched)
            .Select(row => new { row.Id, row.Name, row.Subject, row.Sender, row.SubjectName, row.ProviderName, row.Recognised, row.ReceivedAt }).ToListAsync(token);
        return
        [
            .. rows.Where(row => words.AreIn(row.Name, row.Subject, row.Sender, row.SubjectName, row.ProviderName, EvidenceWords.Of(row.Recognised))).Take(most)
                .Select(row => new SearchHit(row.Name, $"evidence/files/{row.Id}", Moments.Short(row.ReceivedAt, tenant.Zone) + ", " + (row.Subject ?? EvidenceWords.Of(row.Recognised)))),
        ];
    }
}
