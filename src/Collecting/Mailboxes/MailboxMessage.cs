using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// A message that was looked at, once for ever. Of one that was left in the mailbox nothing is kept but that it was left, why, and a digest
/// by which it is not counted twice.
/// </summary>
public sealed class MailboxMessage : ICompanyOwned
{
    public const int MaxPartyLength = 254;
    public const int MaxSubjectLength = 300;
    public const int MaxDomainLength = 253;
    public const int MaxFoldedLength = 1_200;

    private MailboxMessage()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid MailboxId { get; private init; }

    /// <summary>SHA-256 of its Message-Id and size, or of what else names it.</summary>
    public string Identity { get; private init; } = "";

    public Instant At { get; private init; }

    public long SizeBytes { get; private init; }

    /// <summary>Why it was left; null for one that was taken.</summary>
    public LeftReason? Left { get; private init; }

    /// <summary>The file that it became.</summary>
    public Guid? FileId { get; private init; }

    public string? Sender { get; private init; }

    public string? Subject { get; private init; }

    /// <summary>Sender and subject in the form in which a search compares.</summary>
    public string? Folded { get; private init; }

    public DkimState Dkim { get; private init; }

    /// <summary>Domain whose signature was looked at.</summary>
    public string? DkimDomain { get; private init; }

    /// <summary>The rule by which it was taken; null for a known party, or an answer.</summary>
    public Guid? RuleId { get; private init; }

    /// <summary>What became of it as an answer; null when it is none.</summary>
    public ReplyState? Reply { get; private set; }

    internal static MailboxMessage Leave(Guid mailboxId, SeenMessage seen, LeftReason why, Instant now) => new()
    {
        MailboxId = mailboxId,
        Identity = seen.Identity,
        At = now,
        SizeBytes = seen.SizeBytes,
        Left = why,
    };

    internal static MailboxMessage Take(Guid mailboxId, SeenMessage seen, TakenAs taken, Instant now) => new()
    {
        MailboxId = mailboxId,
        Identity = seen.Identity,
        At = now,
        SizeBytes = seen.SizeBytes,
        FileId = taken.FileId,
        Sender = seen.From.Cut(MaxPartyLength),
        Subject = seen.Subject.Cut(MaxSubjectLength),
        Folded = $"{seen.From} {seen.Subject}".Cut(MaxFoldedLength / 2).Folded().Cut(MaxFoldedLength),
        Dkim = taken.Dkim.State,
        DkimDomain = taken.Dkim.Domain.Cut(MaxDomainLength),
        RuleId = taken.RuleId,
    };

    internal void BecomeReply(ReplyState state) => Reply = state;
}

/// <summary>What a taken message became.</summary>
internal sealed record TakenAs(Guid FileId, DkimFinding Dkim, Guid? RuleId);

/// <summary>Why a message stays in the mailbox, unopened.</summary>
public enum LeftReason
{
    /// <summary>Neither from nor to a known party, and no rule names it.</summary>
    Unknown,

    /// <summary>Marked as personal or private.</summary>
    Personal,

    /// <summary>Larger than what is fetched.</summary>
    TooLarge,

    /// <summary>A program answered: absence, no delivery.</summary>
    Automatic,

    /// <summary>The program wrote it itself.</summary>
    Own,

    /// <summary>The server could not give it out.</summary>
    Unreadable,
}

/// <summary>What became of an answer by mail.</summary>
public enum ReplyState
{
    Taken,

    /// <summary>Nothing was open any more.</summary>
    Late,

    /// <summary>A person reads it.</summary>
    Unclear,

    /// <summary>It comes from another address than the one that was asked.</summary>
    OtherSender,

    /// <summary>Its token is one of another company.</summary>
    OtherCompany,

    /// <summary>Its token is none that was given.</summary>
    UnknownToken,

    /// <summary>Its signature does not fit: it was changed on its way, or the sender is forged.</summary>
    Forged,
}

/// <summary>What the signature of the sender's server says.</summary>
public enum DkimState
{
    /// <summary>There is none.</summary>
    Absent,

    /// <summary>It fits.</summary>
    Passed,

    /// <summary>It does not fit: the message was changed on its way, or forged.</summary>
    Failed,

    /// <summary>Its key could not be had.</summary>
    Unverifiable,
}

/// <summary>What was found of a signature.</summary>
internal sealed record DkimFinding(DkimState State, string? Domain)
{
    public static readonly DkimFinding None = new(DkimState.Absent, null);
}
