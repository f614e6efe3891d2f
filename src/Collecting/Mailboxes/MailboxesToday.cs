using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Collecting.Folders;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// Mailboxes and folders that have not been read for a while because something stands in the way. A server may be away for an hour.
/// </summary>
internal sealed class MailboxesToday(Db db, Tenant tenant, IClock clock) : IToday
{
    private static readonly Duration _awayFor = Duration.FromHours(1);

    public int Order => 61;

    public Permit Permit => Permit.AdministerCompany;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var since = clock.GetCurrentInstant() - _awayFor;
        var mailboxes = from mailbox in db.Set<Mailbox>()
                        join reading in db.Set<MailboxReading>() on mailbox.Id equals reading.MailboxId
                        where mailbox.RemovedAt == null && mailbox.PausedAt == null && reading.ProblemSince < since
                        select new { IsFolder = false, mailbox.Id, Name = mailbox.Address, reading.ProblemSince };
        var folders = db.Set<WatchedFolder>().Where(row => row.PausedAt == null && row.ProblemSince < since)
            .Select(row => new { IsFolder = true, row.Id, Name = row.Path, row.ProblemSince });
        var rows = await mailboxes.Concat(folders).OrderBy(row => row.IsFolder).ThenBy(row => row.Name).ToListAsync(token);
        return
        [
            .. rows.Select(row => new TodayLine(
                Urgency.Mend,
                row.IsFolder ? Texts.Today_Folder.With("/" + row.Name) : Texts.Today_Mailbox.With(row.Name),
                row.IsFolder ? "evidence/folders" : $"evidence/mailboxes/{row.Id}",
                Day: row.ProblemSince!.Value.InZone(tenant.Zone).Date.ToDateOnly())),
        ];
    }
}
