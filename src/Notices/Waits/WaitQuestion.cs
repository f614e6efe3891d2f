using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Waits;

/// <summary>What the other side says of a wait.</summary>
public enum WaitAnswer
{
    /// <summary>It is so: the word is proof from then on, with both names.</summary>
    Exact,

    /// <summary>What was waited for was sent on a day.</summary>
    Sent,

    /// <summary>It is not so.</summary>
    Wrong,

    /// <summary>Nobody answered in time, and the contract says that this confirms.</summary>
    Silence,
}

/// <summary>
/// A wait that one side declared, and which the other is asked about: once for each event that opened one. What was answered stays;
/// only what
/// silence confirmed, or was denied, is answered once more.
/// </summary>
public sealed class WaitQuestion : ICompanyOwned
{
    /// <summary>Kind of a reference to a question in the history.</summary>
    public const string Kind = "wait";

    public const int MaxNameLength = 160;
    public const int MaxPersonLength = 120;
    public const int MaxEmailLength = 254;

    private WaitQuestion()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid CommitmentId { get; private init; }

    /// <summary>Key of the case.</summary>
    public string Obligation { get; private init; } = "";

    /// <summary>Name of the case, as it was then.</summary>
    public string CaseName { get; private init; } = "";

    /// <summary>The event that opened the wait.</summary>
    public long EventId { get; private init; }

    /// <summary>What that event says, in the words of its source.</summary>
    public string What { get; private init; } = "";

    public Instant Since { get; private init; }

    /// <summary>Who is asked: the side that did not declare it.</summary>
    public Party AskedOf { get; private init; }

    public string ToName { get; private init; } = "";

    public string ToEmail { get; private init; } = "";

    /// <summary>The account of whoever is asked here; null for a provider's people.</summary>
    public Guid? AccountId { get; private init; }

    public Instant AskedAt { get; private init; }

    /// <summary>The mail that asks; null while it waits for the next business day.</summary>
    public Guid? MailId { get; private set; }

    /// <summary>The wait was over before the mail left.</summary>
    public Instant? DroppedAt { get; private set; }

    public WaitAnswer? Answer { get; private set; }

    /// <summary>When evidence to the contrary reopened what silence had confirmed: silence does not confirm it once more.</summary>
    public Instant? ReopenedAt { get; private set; }

    /// <summary>On which day it was sent, as whoever answered says.</summary>
    public DateOnly? SentOn { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>By name; empty where silence confirmed, or the name was erased.</summary>
    public string? AnsweredBy { get; private set; }

    public SubjectRef Ref => new(Kind, Id);

    /// <summary>Whether somebody may still say something: a denied wait is settled by whoever denied it.</summary>
    public bool IsOpen => Answer is null or WaitAnswer.Silence or WaitAnswer.Wrong;

    internal static WaitQuestion Ask(
        Guid commitmentId, RunningCase of, Party askedOf, (string Name, string Email, Guid? Account) to, Instant now) =>
        new()
        {
            CommitmentId = commitmentId,
            Obligation = DelayCorrection.KeyOf(of.Key),
            CaseName = of.Case.Length > MaxNameLength ? of.Case[..MaxNameLength] : of.Case,
            EventId = of.Wait!.EventId,
            What = of.Wait.What.Length > MaxNameLength ? of.Wait.What[..MaxNameLength] : of.Wait.What,
            Since = of.Wait.Since,
            AskedOf = askedOf,
            ToName = to.Name,
            ToEmail = to.Email,
            AccountId = to.Account,
            AskedAt = now,
        };

    internal void SendBy(Guid mailId) => MailId = mailId;

    internal void Drop(Instant now) => DroppedAt = now;

    /// <summary>Evidence says otherwise than silence did: it is asked once more.</summary>
    internal void Reopen(Instant now) =>
        (Answer, SentOn, AnsweredBy, AnsweredAt, MailId, ReopenedAt) = (null, null, null, null, null, now);

    internal void Settle(WaitAnswer answer, DateOnly? sentOn, string by, Instant now) =>
        (Answer, SentOn, AnsweredBy, AnsweredAt) = (answer, sentOn, by, now);
}

/// <summary>That silence confirms, as a contract says for both sides alike.</summary>
public sealed class SilenceAgreement : ICompanyOwned
{
    /// <summary>Kind of a reference to one in the history.</summary>
    public const string Kind = "silence-agreement";

    private SilenceAgreement()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ContractId { get; private init; }

    public bool IsOn { get; private set; }

    /// <summary>Since when: what was asked before is not confirmed by silence.</summary>
    public Instant Since { get; private set; }

    public SubjectRef Ref => new(Kind, Id);

    internal static SilenceAgreement Create(Guid contractId) => new() { ContractId = contractId };

    internal void Set(bool isOn, Instant now)
    {
        Since = isOn && !IsOn ? now : Since;
        IsOn = isOn;
    }
}
