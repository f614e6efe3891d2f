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
        var failed = await mails.CountAsync(mail => mail.SentAt == null && mail.Attempts >= OutgoingMail.MaxAttempts, token);
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
        db.Record("MailRetried", new SubjectRef("mail", mail.Id), new { Name = mail.Subject });
        await db.SaveChangesAsync(token);
    }
}
