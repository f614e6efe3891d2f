using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Today;

namespace Pupitre.Intake.Mailboxes;

/// <summary>Mailboxes that have not been read for a while because something stands in the way. A server may be away for an hour.</summary>
internal sealed class MailboxesToday(Db db, Tenant tenant, IClock clock) : IToday
{
    private static readonly Duration _awayFor = Duration.FromHours(1);

    public int Order => 61;

    public Permit Permit => Permit.AdministerCompany;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var since = clock.GetCurrentInstant() - _awayFor;
        var rows = await (from mailbox in db.Set<Mailbox>()
                          join reading in db.Set<MailboxReading>() on mailbox.Id equals reading.MailboxId
                          where mailbox.RemovedAt == null && mailbox.PausedAt == null && reading.ProblemSince < since
                          orderby mailbox.Address
                          select new { mailbox.Id, mailbox.Address, reading.ProblemSince }).ToListAsync(token);
        return
        [
            .. rows.Select(row => new TodayLine(
                Urgency.Mend, Texts.Today_Mailbox.With(row.Address), $"evidence/mailboxes/{row.Id}",
                Day: row.ProblemSince!.Value.InZone(tenant.Zone).Date.ToDateOnly())),
        ];
    }
}
