using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// A mailbox of the company that the program reads and never writes to: where it is, how one signs in, what the owner states about it, and
/// how far it was read.
/// </summary>
public sealed class Mailbox : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a mailbox in the history.</summary>
    public const string Kind = "mailbox";

    public const int MaxAddressLength = 254;
    public const int MaxHostLength = 253;
    public const int MaxUserLength = 254;
    public const int MaxFolderLength = 250;
    public const int MaxReasonLength = 300;
    public const int MaxSecretLength = 16_000;
    public const int MaxProblemLength = 500;
    public const int MaxNodeLength = 60;

    private Mailbox()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    /// <summary>Its address: answers to the program's mails go there.</summary>
    public string Address { get; private set; } = "";

    public string Host { get; private set; } = "";

    public int Port { get; private set; }

    public MailboxTls Tls { get; private set; }

    public string User { get; private set; } = "";

    public MailboxSignIn SignIn { get; private set; }

    /// <summary>The password, or the tokens, protected by the program's keys; null before there is one. Never shown.</summary>
    public string? Secret { get; private set; }

    /// <summary>The code that somebody was given to sign in elsewhere, protected; null when nobody does just now.</summary>
    public string? PendingSignIn { get; private set; }

    /// <summary>The folder that is read, as the server names it.</summary>
    public string Folder { get; private set; } = "INBOX";

    /// <summary>What the owner states that it is: nobody's own mailbox is read.</summary>
    public MailboxUse Use { get; private set; }

    /// <summary>In what the statement is grounded, in the owner's words.</summary>
    public string Reason { get; private set; } = "";

    public Guid? DeclaredBy { get; private set; }

    public Instant DeclaredAt { get; private set; }

    /// <summary>Whether its server delivers <c>name+token@domain</c>.</summary>
    public bool TakesTokens { get; private set; }

    public int EveryMinutes { get; private set; }

    /// <summary>Messages that arrived before that day are not looked at.</summary>
    public DateOnly Since { get; private set; }

    public string? OAuthClientId { get; private set; }

    public string? OAuthDeviceEndpoint { get; private set; }

    public string? OAuthTokenEndpoint { get; private set; }

    public string? OAuthScope { get; private set; }

    /// <summary>Where its tokens come from; null with a password.</summary>
    public OAuthPlace? OAuth => OAuthClientId is null ? null
        : new OAuthPlace(OAuthClientId, OAuthDeviceEndpoint!, OAuthTokenEndpoint!, OAuthScope!);

    public Instant? PausedAt { get; private set; }

    public Instant? RemovedAt { get; private set; }

    public bool IsRead => PausedAt is null && RemovedAt is null && Secret is not null;

    public SubjectRef Ref => new(Kind, Id);

    internal static Mailbox Create(Guid? id = null) => new() { Id = id is { } key && key != Guid.Empty ? key : Guid.CreateVersion7() };

    internal void Describe(MailboxInput input, DateOnly since)
    {
        (Address, Host, Port, Tls) = (input.Address!.Trim(), input.Host!.Trim(), input.Port!.Value, input.Tls!.Value);
        (User, SignIn, Folder) = (input.User!.Trim(), input.SignIn!.Value, input.Folder!.Trim());
        (TakesTokens, EveryMinutes, Since) = (input.TakesTokens, input.EveryMinutes!.Value, since);
        var place = SignIn == MailboxSignIn.OAuth ? input.PlaceOfTokens() : null;
        (OAuthClientId, OAuthDeviceEndpoint) = (place?.ClientId, place?.DeviceEndpoint);
        (OAuthTokenEndpoint, OAuthScope) = (place?.TokenEndpoint, place?.Scope);
    }

    internal void Declare(MailboxUse use, string reason, Guid? by, Instant now)
    {
        if (Use != use || Reason != reason || DeclaredAt == default)
        {
            (Use, Reason, DeclaredBy, DeclaredAt) = (use, reason, by, now);
        }
    }

    internal void KeepSecret(string? secret) => Secret = secret;

    internal void BeginSignIn(string pending) => PendingSignIn = pending;

    internal void EndSignIn(string? secret) => (PendingSignIn, Secret) = (null, secret ?? Secret);

    internal void Pause(Instant? at) => PausedAt = at;

    internal void Remove(Instant now) => (RemovedAt, Secret, PendingSignIn) = (now, null, null);
}

/// <summary>How the way to the server is kept from others.</summary>
public enum MailboxTls
{
    /// <summary>From the first byte, as on port 993.</summary>
    Tls,

    /// <summary>After a greeting, as on port 143; no other word is said before.</summary>
    StartTls,

    /// <summary>Not at all: on this very machine only.</summary>
    None,
}

/// <summary>How one signs in.</summary>
public enum MailboxSignIn
{
    Password,

    /// <summary>With a token (XOAUTH2): Microsoft 365 takes no password.</summary>
    OAuth,
}

/// <summary>What a mailbox is, as the owner states.</summary>
public enum MailboxUse
{
    /// <summary>Several people read it: compta@.</summary>
    Shared,

    /// <summary>It was opened for this: preuves@.</summary>
    Dedicated,

    /// <summary>A folder set apart for this, into which people or a rule of the server put what is meant for it.</summary>
    Folder,
}
