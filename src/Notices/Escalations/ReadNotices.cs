using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Escalations;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Escalations;

/// <summary>What became of a level that was reached.</summary>
public enum EscalationState
{
    /// <summary>It went and waits for somebody to take care of it.</summary>
    Gone,

    /// <summary>Somebody takes care of it.</summary>
    Answered,

    /// <summary>It waits for the next mail of whoever it is for.</summary>
    Waiting,

    /// <summary>The program sends it not by itself, or no server took it: somebody has to send it.</summary>
    Unsent,

    /// <summary>It was done or taken care of before the mail left: nobody was told.</summary>
    Dropped,

    /// <summary>Nobody was written to: a higher level went, or somebody had answered.</summary>
    Passed,

    /// <summary>It should have gone, and something keeps it silent.</summary>
    Silent,
}

/// <summary>A person whom a notice went to, with what became of the mail.</summary>
public sealed record EscalationTo(EscalationRecipient Recipient, OutgoingMail? Mail);

/// <summary>One level of one obligation, as the page lists it.</summary>
/// <param name="Notice">Null for what is silent.</param>
/// <param name="Silence">Why nothing goes; null where something went or was passed over.</param>
public sealed record EscalationRow(
    Guid CommitmentId, string Commitment, string Obligation, string Name, bool IsClock, Rung Rung, Instant ReachedAt,
    Instant DueAt, EscalationNotice? Notice, IReadOnlyList<EscalationTo> To, EscalationState State, string? Silence)
{
    public Instant At => Notice?.At ?? ReachedAt;

    /// <summary>Whether the obligation is open still.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether somebody is to say that they take care of it.</summary>
    public bool IsToAnswer => IsOpen && Notice is { Passed: null, AnsweredAt: null } && State != EscalationState.Dropped;
}

/// <summary>Reads what went out and what was passed over, with whom it went to and what became of the mails: one query.</summary>
internal sealed class ReadNotices(Db db, MailSettings settings)
{
    public Task<IReadOnlyList<EscalationRow>> AllAsync(CompanyFacts facts, HashSet<ObligationKey> open, CancellationToken token) =>
        ReadAsync(db.Set<EscalationNotice>(), facts, open.Contains, token);

    public Task<IReadOnlyList<EscalationRow>> OfAsync(CompanyFacts facts, ObligationKey name, bool isOpen, CancellationToken token) =>
        ReadAsync(
            db.Set<EscalationNotice>().Where(row => row.CommitmentId == name.CommitmentId && row.Obligation == name.Obligation), facts,
            _ => isOpen, token);

    private async Task<IReadOnlyList<EscalationRow>> ReadAsync(
        IQueryable<EscalationNotice> notices, CompanyFacts facts, Func<ObligationKey, bool> isOpen, CancellationToken token)
    {
        var found = await (from notice in notices.AsNoTracking()
                           join recipient in db.Set<EscalationRecipient>() on notice.Id equals recipient.NoticeId into recipients
                           from recipient in recipients.DefaultIfEmpty()
                           join mail in db.Set<OutgoingMail>() on recipient.MailId equals (Guid?)mail.Id into mails
                           from mail in mails.DefaultIfEmpty()
                           orderby notice.At, notice.Id, recipient.Id
                           select new { notice, recipient, mail }).ToListAsync(token);
        return
        [
            .. found.GroupBy(row => row.notice.Id).Select(group => RowOf(
                group.First().notice,
                [.. group.Where(row => row.recipient is not null).Select(row => new EscalationTo(row.recipient, row.mail))], facts,
                isOpen)),
        ];
    }

    private EscalationRow RowOf(
        EscalationNotice notice, IReadOnlyList<EscalationTo> to, CompanyFacts facts, Func<ObligationKey, bool> isOpen)
    {
        var commitment = facts.Find(notice.CommitmentId);
        var name = commitment?.Name ?? Texts.Dispute_Archived;
        return new EscalationRow(
            notice.CommitmentId, name, notice.Obligation, EscalationWords.Name(name, notice.Obligation, notice.CaseName),
            DelayCorrection.CaseOf(notice.Obligation) is not null, notice.Rung, notice.ReachedAt, notice.DueAt, notice, to,
            StateOf(notice, to), null)
        {
            IsOpen = isOpen(new ObligationKey(notice.CommitmentId, notice.Obligation)),
        };
    }

    private EscalationState StateOf(EscalationNotice notice, IReadOnlyList<EscalationTo> to) => notice switch
    {
        { Passed: not null } => EscalationState.Passed,
        { AnsweredAt: not null } => EscalationState.Answered,
        _ when to.All(item => item.Recipient.DroppedAt is not null) => EscalationState.Dropped,
        _ when to.Any(item => item.Mail is { } mail && MailWords.IsToSend(mail, settings.HasServer)) => EscalationState.Unsent,
        _ when to.Any(item => item.Mail is null && item.Recipient.DroppedAt is null) => EscalationState.Waiting,
        _ => EscalationState.Gone,
    };
}
