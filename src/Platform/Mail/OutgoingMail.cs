using NodaTime;

namespace Pupitre.Platform.Mail;

/// <summary>A mail that must leave once: what it says, how often it was tried, and what stands in its way.</summary>
public sealed class OutgoingMail
{
    public const int MaxAddressLength = 254;
    public const int MaxSubjectLength = 300;
    public const int MaxErrorLength = 500;

    /// <summary>Attempts before the program gives up and shows the failure.</summary>
    public const int MaxAttempts = 8;

    private OutgoingMail()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The company that it is sent for; null for mails about an account.</summary>
    public Guid? CompanyId { get; private init; }

    public string To { get; private init; } = "";

    public string? ReplyTo { get; private init; }

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

    public bool HasFailed => SentAt is null && Attempts >= MaxAttempts;

    internal static OutgoingMail Create(Guid? companyId, string to, string? replyTo, string subject, string body, Instant now) => new()
    {
        CompanyId = companyId,
        To = to,
        ReplyTo = replyTo,
        Subject = subject.Length <= MaxSubjectLength ? subject : subject[..MaxSubjectLength],
        Body = body,
        CreatedAt = now,
        NextAttemptAt = now,
    };

    /// <summary>When to try again should the attempt of this number, counted before it is made, fail: a crash in the middle is not tried for ever.</summary>
    internal static Instant NextAfter(int attempts, Instant now) => now + Duration.FromMinutes(Math.Pow(2, attempts));

    internal void Sent(Instant now, bool isOnlyFile)
    {
        SentAt = now;
        IsOnlyFile = isOnlyFile;
        LastError = null;
    }

    internal void StartAgain(Instant now) => (Attempts, NextAttemptAt) = (0, now);

    internal void Failed(string error) => LastError = error.Length <= MaxErrorLength ? error : error[..MaxErrorLength];
}
