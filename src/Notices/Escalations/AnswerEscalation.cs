using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Escalations;

/// <summary>
/// Somebody says that they take care of what a notice is about: the next level is passed over, the one after it goes. Said twice it is said
/// once, by whoever was first.
/// </summary>
public sealed class AnswerEscalation(Db db, Tenant tenant, IClock clock)
{
    /// <summary>Of a signed-in person: one whom the notice was written to, or who answers for others here.</summary>
    /// <exception cref="NotFound">The company has no such notice.</exception>
    /// <exception cref="Refused">Nobody was written to, or the person is none of those.</exception>
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var notice = await db.Set<EscalationNotice>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (notice.Passed is not null)
        {
            throw new Refused(Texts.Escalation_NobodyAsked);
        }

        if (!tenant.Allows(Permit.CorrectEvidence)
            && !await db.Set<EscalationRecipient>().AnyAsync(row => row.NoticeId == id && row.AccountId == tenant.AccountId, token))
        {
            throw new Refused(Texts.Escalation_NotYours);
        }

        var name = await db.Users.Where(row => row.Id == tenant.AccountId).Select(row => row.DisplayName).SingleOrDefaultAsync(token);
        await SaveAsync(notice, name ?? tenant.Company.Name, token);
    }

    /// <summary>Of whoever has the link of a mail that says so.</summary>
    internal async Task ByMailAsync(Guid mailId, Guid id, CancellationToken token)
    {
        var recipient = await db.Set<EscalationRecipient>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.NoticeId == id && row.MailId == mailId, token) ?? throw new NotFound();
        await SaveAsync(await db.Set<EscalationNotice>().SingleAsync(row => row.Id == id, token), recipient.Name, token);
    }

    internal async Task SaveAsync(EscalationNotice notice, string by, CancellationToken token)
    {
        if (notice.AnsweredAt is not null)
        {
            return;
        }

        notice.Answer(by, clock.GetCurrentInstant());
        db.Record("EscalationAnswered", notice.Ref, new
        {
            notice.CommitmentId,
            Commitment = await CommitmentNames.OfAsync(db, notice.CommitmentId, token),
            notice.Obligation,
            Rung = notice.Rung.ToString(),
        });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>The answer by the link of a mail, without an account. Looking changes nothing.</summary>
public sealed class AnswerByMail(OpenLink open)
{
    /// <summary>What the mail of the link was about; nothing when the link does not work, with why.</summary>
    internal async Task<(LinkState State, AskedEscalations? Asked)> WhatAsync(string? secret, CancellationToken token)
    {
        await using var opened = await open.RunAsync(EscalationMail.Purpose, secret, token);
        if (opened.State != LinkState.Good)
        {
            return (opened.State, null);
        }

        var (db, mail) = (opened.Get<Db>(), opened.Link!.SubjectId);
        var rows = await (from recipient in db.Set<EscalationRecipient>().AsNoTracking()
                          join notice in db.Set<EscalationNotice>() on recipient.NoticeId equals notice.Id
                          where recipient.MailId == mail
                          orderby notice.Rung descending, notice.DueAt
                          select new { recipient.Name, notice }).ToListAsync(token);
        var facts = await opened.Get<ReadCompanyFacts>().RunAsync(token);
        return (LinkState.Good, new AskedEscalations(
            opened.Company!.Name, rows.Count == 0 ? "" : rows[0].Name, facts.Zone,
            [.. rows.Select(row => new AskedEscalation(row.notice, facts.Find(row.notice.CommitmentId)))]));
    }

    /// <exception cref="Refused">The link does not work any more.</exception>
    /// <exception cref="NotFound">The mail was not about that.</exception>
    public async Task RunAsync(string? secret, Guid noticeId, CancellationToken token)
    {
        await using var opened = await open.RunAsync(EscalationMail.Purpose, secret, token);
        if (opened.State != LinkState.Good)
        {
            throw new Refused(Texts.Escalation_LinkNoLonger);
        }

        await opened.Get<AnswerEscalation>().ByMailAsync(opened.Link!.SubjectId, noticeId, token);
    }
}

/// <summary>What the page of a mail's link shows.</summary>
internal sealed record AskedEscalations(string Company, string Name, DateTimeZone Zone, IReadOnlyList<AskedEscalation> Lines);

/// <summary>One thing that a mail was about.</summary>
internal sealed record AskedEscalation(EscalationNotice Notice, CommitmentFacts? Commitment)
{
    public string Name => EscalationWords.Name(Commitment?.Name ?? Texts.Dispute_Archived, Notice.Obligation, Notice.CaseName);
}
