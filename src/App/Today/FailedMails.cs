using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Gathering.Today;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.Today;

/// <summary>The mails that no server took, and that are tried no more.</summary>
internal sealed class FailedMails(Db db, Tenant tenant) : IToday
{
    public int Order => 90;

    public Permit Permit => Permit.AdministerCompany;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var failed = await db.Set<OutgoingMail>().Where(mail => mail.CompanyId == tenant.CompanyId)
            .Where(mail => mail.SentAt == null && !mail.IsHeld && mail.SentByHandOn == null && mail.Attempts >= OutgoingMail.MaxAttempts)
            .GroupBy(mail => mail.CompanyId).Select(mails => new { Count = mails.Count(), Since = mails.Min(mail => mail.CreatedAt) })
            .FirstOrDefaultAsync(token);
        return failed is null
            ? []
            :
            [
                new TodayLine(
                    Urgency.Mend, Texts.Today_FailedMails.With(failed.Count), "settings/mails",
                    Day: failed.Since.InZone(tenant.Zone).Date.ToDateOnly(), Count: failed.Count),
            ];
    }
}
