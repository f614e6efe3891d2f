using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// How far a mailbox was read, and what stands in the way. Written by single statements of the node that holds it, and apart from what
/// people edit: neither waits for the other.
/// </summary>
public sealed class MailboxReading : ICompanyOwned
{
    private MailboxReading()
    {
    }

    public Guid MailboxId { get; private init; }

    public Guid CompanyId { get; private init; }

    /// <summary>UIDVALIDITY of the folder; another one means that all numbers count anew.</summary>
    public long UidValidity { get; internal set; }

    /// <summary>Highest UID that was looked at.</summary>
    public long LastUid { get; internal set; }

    /// <summary>When it was last looked into without a problem.</summary>
    public Instant? LookedAt { get; internal set; }

    public Instant NextLookAt { get; internal set; }

    public int Failures { get; internal set; }

    /// <summary>What stands in the way, as the last look met it.</summary>
    public string? Problem { get; internal set; }

    public Instant? ProblemSince { get; internal set; }

    /// <summary>Until when nobody else reads it.</summary>
    public Instant HeldUntil { get; internal set; }

    public Guid? HeldBy { get; internal set; }

    internal static MailboxReading Begin(Guid mailboxId, Instant now) => new() { MailboxId = mailboxId, NextLookAt = now, HeldUntil = now };
}
