using System.Security.Cryptography;
using NodaTime;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Links;

/// <summary>
/// A link that lets whoever has it do one thing, signed in or not: choose a password, set the program up. It is asked for before any company
/// is entered, hence it is no company's row. Opening it shows; what it is for is done by the form of the page that it opens: programs that
/// look through mails open every link. The database holds the hash of its secret.
/// </summary>
public sealed class ActionLink
{
    public const int MaxPurposeLength = 40;
    public const int MaxAddresseeLength = 254;

    private const int SecretBytes = 24;

    private ActionLink()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the secret.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>What it is good for, and nothing else: "password".</summary>
    public string Purpose { get; private init; } = "";

    public string SubjectKind { get; private init; } = "";

    public Guid SubjectId { get; private init; }

    /// <summary>Address that it was made for; null when it is handed over otherwise, or was erased.</summary>
    public string? Addressee { get; private set; }

    /// <summary>The company in whose name it was made; null when it is nobody's.</summary>
    public Guid? ForCompany { get; private init; }

    public Instant IssuedAt { get; private init; }

    /// <summary>When it ceases to work; null when it works until it is used or revoked.</summary>
    public Instant? Until { get; private init; }

    public bool IsOnce { get; private init; }

    /// <summary>Digest of what has to be still so when it is used, such as the password in use; null when nothing has.</summary>
    public string? Guard { get; private init; }

    public Instant? RevokedAt { get; private set; }

    /// <summary>When it was last used; each use is a row of <see cref="ActionLinkUse"/>.</summary>
    public Instant? UsedAt { get; private set; }

    public SubjectRef Subject => new(SubjectKind, SubjectId);

    /// <summary>Makes a link; its secret is given out now and never again.</summary>
    internal static (ActionLink Link, string Secret) Issue(LinkRequest request, Instant now)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return (new ActionLink
        {
            Hash = Sha256Hex.Of(secret),
            Purpose = request.Purpose,
            SubjectKind = request.Subject.Kind,
            SubjectId = request.Subject.Id,
            Addressee = request.Addressee,
            ForCompany = request.ForCompany,
            IssuedAt = now,
            Until = request.Until,
            IsOnce = request.IsOnce,
            Guard = request.Guard is null ? null : Sha256Hex.Of(request.Guard),
        }, secret);
    }

    /// <summary>How it stands, of itself.</summary>
    internal LinkState StateAt(Instant now) => RevokedAt is not null ? LinkState.Revoked
        : IsOnce && UsedAt is not null ? LinkState.Used
        : Until <= now ? LinkState.Expired
        : LinkState.Good;
}

/// <summary>One use of a link.</summary>
public sealed class ActionLinkUse
{
    private ActionLinkUse()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid LinkId { get; private init; }

    public Instant At { get; private init; }

    internal static ActionLinkUse Create(Guid linkId, Instant at) => new() { LinkId = linkId, At = at };
}

/// <summary>What a link is asked to be.</summary>
/// <param name="Guard">What has to be still so when it is used; only its digest is kept.</param>
public sealed record LinkRequest(string Purpose, SubjectRef Subject, string? Addressee = null, Instant? Until = null, bool IsOnce = true, Guid? ForCompany = null, string? Guard = null);

/// <summary>How a link stands.</summary>
public enum LinkState
{
    Good,

    /// <summary>There is no such link: it was cut, or is for something else.</summary>
    Unknown,
    Used,
    Expired,
    Revoked,
}
