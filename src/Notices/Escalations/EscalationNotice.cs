using NodaTime;
using Pupitre.Kernel.Escalations;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Notices.Escalations;

/// <summary>
/// One level of one obligation, written about or passed over: the row is unique, so that neither a second node nor a second start writes
/// about it again.
/// </summary>
public sealed class EscalationNotice : ICompanyOwned
{
    /// <summary>Kind of a reference to a notice in the history.</summary>
    public const string Kind = "escalation";

    public const int MaxNameLength = 160;

    private EscalationNotice()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid CommitmentId { get; private init; }

    /// <summary>Key of the due date or of the case.</summary>
    public string Obligation { get; private init; } = "";

    /// <summary>How people call it: the name of a case, as it was then; null for a due date, whose period names it.</summary>
    public string? CaseName { get; private init; }

    public Rung Rung { get; private init; }

    /// <summary>When the level was reached.</summary>
    public Instant ReachedAt { get; private init; }

    /// <summary>When it was due as things stood then.</summary>
    public Instant DueAt { get; private init; }

    /// <summary>Why nobody was written to; null when somebody was.</summary>
    public PassedOver? Passed { get; private init; }

    /// <summary>When it was written or passed over.</summary>
    public Instant At { get; private init; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>Who takes care of it, by name; empty when that was erased, null while nobody has said so.</summary>
    public string? AnsweredBy { get; private set; }

    public SubjectRef Ref => new(Kind, Id);

    internal static EscalationNotice Create(LadderObligation of, RungMoment moment, PassedOver? passed, Instant now) => new()
    {
        CommitmentId = of.Commitment.Id,
        Obligation = of.Key,
        CaseName = of.CaseName is { Length: > MaxNameLength } name ? name[..MaxNameLength] : of.CaseName,
        Rung = moment.Rung,
        ReachedAt = moment.At,
        DueAt = of.Due,
        Passed = passed,
        At = now,
    };

    internal void Answer(string by, Instant now) => (AnsweredBy, AnsweredAt) = (by, now);
}

/// <summary>Somebody to whom a notice goes. It waits without a mail while the person has had theirs of the day.</summary>
public sealed class EscalationRecipient : ICompanyOwned
{
    public const int MaxNameLength = 120;
    public const int MaxEmailLength = 254;

    private EscalationRecipient()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid NoticeId { get; private init; }

    public string Name { get; private init; } = "";

    public string Email { get; private init; } = "";

    /// <summary>The account by which they sign in here; null for a provider's people and for whoever has none.</summary>
    public Guid? AccountId { get; private init; }

    /// <summary>As which one they are written to.</summary>
    public LadderTarget As { get; private init; }

    /// <summary>Whom they stand in for today; null for themselves.</summary>
    public string? InsteadOf { get; private init; }

    /// <summary>The mail that says it; null while it waits for the next business day.</summary>
    public Guid? MailId { get; private set; }

    /// <summary>It was done or taken care of before the mail left: nobody was told.</summary>
    public Instant? DroppedAt { get; private set; }

    internal static EscalationRecipient Create(EscalationNotice notice, LadderPerson person) => new()
    {
        NoticeId = notice.Id,
        Name = person.Name,
        Email = person.Email,
        AccountId = person.AccountId,
        As = person.As,
        InsteadOf = person.InsteadOf,
    };

    internal void SendBy(Guid mailId) => MailId = mailId;

    internal void Drop(Instant now) => DroppedAt = now;
}
