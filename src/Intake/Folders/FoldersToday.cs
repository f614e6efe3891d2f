using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Today;

namespace Pupitre.Intake.Folders;

/// <summary>Folders that could not be looked into.</summary>
internal sealed class FoldersToday(Db db, Tenant tenant) : IToday
{
    public int Order => 62;

    public Permit Permit => Permit.AdministerCompany;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var rows = await db.Set<WatchedFolder>().AsNoTracking().Where(row => row.PausedAt == null && row.ProblemSince != null)
            .OrderBy(row => row.Path).ToListAsync(token);
        return
        [
            .. rows.Select(row => new TodayLine(
                Urgency.Mend, Texts.Today_Folder.With(FolderWords.Name(row)), "evidence/folders",
                Day: row.ProblemSince!.Value.InZone(tenant.Zone).Date.ToDateOnly())),
        ];
    }
}
