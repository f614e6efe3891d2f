using NodaTime;
using Pupitre.Kernel;

namespace Pupitre.Platform.Mail;

/// <summary>A mail that must leave once: what it says, how often it was tried, and what stands in its way.</summary>
public sealed class OutgoingMail
{
    /// <summary>Kind of the lines of the history about mails.</summary>
    public const string Kind = "mail";

    /// <summary>Kind under which <see cref="Pupitre.Platform.Ledger.LedgerKindHead"/> counts the company's mails that were handed over: that writes no line, and figures tell it.</summary>
    public const string TakenKind = "mail-taken";

    public const int MaxAddressLength = 254;
    public const int MaxSubjectLength = 300;
    public const int MaxErrorLength = 500;

    /// <summary>Attempts before the program gives up and shows the failure.</summary>
    public const int MaxAttempts = 8;

    /// <summary>A moment that no clock of the program reaches, and that every database holds: instants are stored in nanoseconds.</summary>
    private static readonly Instant Never = Instant.FromUtc(2200, 1, 1, 0, 0);

    private OutgoingMail()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The company that it is sent for; null for mails about an account.</summary>
    public Guid? CompanyId { get; private init; }

    public string To { get; private init; } = "";

    public string? ReplyTo { get; private init; }

    /// <summary>The secret by which an answer finds this mail (<see cref="Replies.ReplyToken"/>); null when none is read.</summary>
    public string? ReplyToken { get; private init; }

    public string Subject { get; private init; } = "";

    /// <summary>Plain text.</summary>
    public string Body { get; private init; } = "";

    public Instant CreatedAt { get; private init; }

    public int Attempts { get; private set; }

    /// <summary>Earliest instant of the next attempt.</summary>
    public Instant NextAttemptAt { get; private set; }

    public Instant? SentAt { get; private set; }

    /// <summary>Why the last attempt failed, as the mail server said it.</summary>
    public string? LastError { get; private set; }

    /// <summary>Whether it was written into the data folder because no mail server is set.</summary>
    public bool IsOnlyFile { get; private set; }

    /// <summary>It is not for the program to send: a person sends it from their own mail program.</summary>
    public bool IsHeld { get; private init; }

    /// <summary>The day on which a person says that they sent it themselves: our own word. Null while nobody has said so.</summary>
    public DateOnly? SentByHandOn { get; private set; }

    /// <summary>Who said so.</summary>
    public Guid? SentByHandBy { get; private set; }

    /// <summary>When a mail server took it; null for what was only written into a file, or sent by hand.</summary>
    public Instant? TakenAt => IsOnlyFile ? null : SentAt;

    public bool HasFailed => SentAt is null && !IsHeld && Attempts >= MaxAttempts;

    internal static OutgoingMail Create(
        Guid? companyId, string to, string? replyTo, string subject, string body, Instant now, bool isHeld = false, Guid? id = null, string? replyToken = null) => new()
        {
            Id = id ?? Guid.CreateVersion7(),
            CompanyId = companyId,
            To = to,
            ReplyTo = replyTo,
            ReplyToken = replyToken,
            Subject = subject.Cut(MaxSubjectLength),
            Body = body,
            CreatedAt = now,
            IsHeld = isHeld,
            NextAttemptAt = isHeld ? Never : now,
        };

    /// <summary>When to try again should the attempt of this number, counted before it is made, fail: a crash in the middle is not tried for ever.</summary>
    internal static Instant NextAfter(int attempts, Instant now) => now + Duration.FromMinutes(Math.Pow(2, attempts));

    internal void Sent(Instant now, bool isOnlyFile)
    {
        SentAt = now;
        IsOnlyFile = isOnlyFile;
        LastError = null;
    }

    /// <summary>Where it stands.</summary>
    /// <param name="hasServer">Whether a mail server is set: without one, nothing leaves by itself.</param>
    public MailState StateWith(bool hasServer) => this switch
    {
        { TakenAt: not null } => MailState.Sent,
        { SentByHandOn: not null } => MailState.SentByHand,
        { IsHeld: true } or { IsOnlyFile: true } => MailState.Ready,
        _ when !hasServer => MailState.Ready,
        { HasFailed: true } => MailState.Failed,
        _ => MailState.Waiting,
    };

    internal void SendByHand(DateOnly on, Guid? by) => (SentByHandOn, SentByHandBy) = (on, by);

    internal void StartAgain(Instant now) => (Attempts, NextAttemptAt) = (0, now);

    internal void Failed(string error) => LastError = error.Cut(MaxErrorLength);
}

/// <summary>Where a mail stands. Only a server that took it makes it sent.</summary>
public enum MailState
{
    /// <summary>Written, and nothing sends it: a person has to.</summary>
    Ready,

    /// <summary>The program is about to hand it to the mail server.</summary>
    Waiting,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>A person says that they sent it.</summary>
    SentByHand,

    /// <summary>The mail server refused it to the end.</summary>
    Failed,
}
