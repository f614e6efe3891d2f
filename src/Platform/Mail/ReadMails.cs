using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Mail;

/// <summary>The company's outgoing mails, the newest first, with what stands in the way of those that did not leave.</summary>
public sealed class ReadMails(Db db, Tenant tenant)
{
    public const int PageSize = 50;

    public async Task<(List<OutgoingMail> Mails, int Total, int Failed)> RunAsync(int page, CancellationToken token)
    {
        var mails = db.Set<OutgoingMail>().AsNoTracking().Where(mail => mail.CompanyId == tenant.CompanyId);
        var failed = await mails.CountAsync(mail => mail.SentAt == null && !mail.IsHeld && mail.SentByHandOn == null && mail.Attempts >= OutgoingMail.MaxAttempts, token);
        return (await mails.OrderByDescending(mail => mail.CreatedAt).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(token), await mails.CountAsync(token), failed);
    }
}

/// <summary>Tries a mail again whose attempts were used up.</summary>
public sealed class RetryMail(Db db, Tenant tenant, IClock clock)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var mail = await db.Set<OutgoingMail>().SingleOrDefaultAsync(row => row.Id == id && row.CompanyId == tenant.CompanyId, token) ?? throw new NotFound();
        if (!mail.HasFailed)
        {
            throw new Refused(Texts.Mail_NotFailed);
        }

        mail.StartAgain(clock.GetCurrentInstant());
        db.Record("MailRetried", new SubjectRef(OutgoingMail.Kind, mail.Id), new { Name = mail.Subject });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Notes that a person sent a mail themselves. It is our own word, and says so.</summary>
public sealed class MarkMailSent(Db db, Tenant tenant, IClock clock)
{
    /// <param name="id">The mail.</param>
    /// <param name="on">The day; null means today.</param>
    /// <param name="subject">What the line of the history is about; null means the mail itself.</param>
    /// <exception cref="Refused">The mail server took it already, or the day cannot be.</exception>
    public async Task RunAsync(Guid id, DateOnly? on, SubjectRef? subject, CancellationToken token)
    {
        var mail = await db.Set<OutgoingMail>().SingleOrDefaultAsync(row => row.Id == id && row.CompanyId == tenant.CompanyId, token) ?? throw new NotFound();
        if (mail.TakenAt is not null)
        {
            throw new Refused(Texts.Mail_WasTaken);
        }

        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var day = on ?? today;
        if (day > today || day < mail.CreatedAt.InZone(tenant.Zone).Date.ToDateOnly())
        {
            throw new Refused(Texts.Mail_SentOnWrong);
        }

        mail.SendByHand(day, tenant.AccountId);
        db.Record("MailSentByHand", subject ?? new SubjectRef(OutgoingMail.Kind, mail.Id), new { Name = mail.Subject, mail.To, On = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
        await db.SaveChangesAsync(token);
    }
}
