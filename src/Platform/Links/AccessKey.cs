using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Links;

/// <summary>
/// A secret by which a program reads for one person what that person may read of one company: a calendar asks again and again, and signs in
/// nowhere. It opens one purpose and nothing else, is shown once, and is revocable; the database holds the hash of its secret. It is asked
/// for before any company is entered, hence it stands before the company's wall.
/// </summary>
public sealed class AccessKey
{
    /// <summary>Kind of a reference to a key in the history.</summary>
    public const string Kind = "access-key";

    public const int MaxPurposeLength = 40;

    /// <summary>Letters by which a key is found and told from others: no secret.</summary>
    public const int PrefixLength = 16;

    private const int PrefixBytes = PrefixLength / 2;
    private const int SecretBytes = 24;

    /// <summary>Letters of a whole secret.</summary>
    public const int SecretLength = PrefixLength + (SecretBytes * 2);

    private AccessKey()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The company that it opens.</summary>
    public Guid CompanyId { get; private init; }

    /// <summary>Whose key it is: it opens what they may read when it is used, and nothing once they have left.</summary>
    public Guid AccountId { get; private init; }

    /// <summary>What it is good for, and nothing else: "Calendar".</summary>
    public string Purpose { get; private init; } = "";

    public string Prefix { get; private init; } = "";

    /// <summary>SHA-256 of the whole secret.</summary>
    public string Hash { get; private init; } = "";

    public Instant MadeAt { get; private init; }

    /// <summary>When it ceases to work; null when it works until it is revoked.</summary>
    public Instant? Until { get; private init; }

    /// <summary>The day on which it was last used, in the company's zone: no more is known of who reads when.</summary>
    public DateOnly? LastUsedOn { get; private set; }

    public Instant? RevokedAt { get; private set; }

    public SubjectRef Ref => new(Kind, Id);

    /// <summary>Makes a key; its secret is given out now and never again.</summary>
    internal static (AccessKey Key, string Secret) Make(Guid companyId, Guid accountId, string purpose, Instant now, Instant? until)
    {
        var prefix = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PrefixBytes));
        var secret = prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        return (new AccessKey
        {
            CompanyId = companyId,
            AccountId = accountId,
            Purpose = purpose,
            Prefix = prefix,
            Hash = Sha256Hex.Of(secret),
            MadeAt = now,
            Until = until,
        }, secret);
    }

    /// <summary>Whether a secret opens it: looked at in the same time whatever is wrong with it.</summary>
    internal bool Opens(string secret, Instant now) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sha256Hex.Of(secret)), Encoding.ASCII.GetBytes(Hash))
            && IsGood(now);

    public bool IsGood(Instant now) => RevokedAt is null && !(Until <= now);

    internal void Revoke(Instant now) => RevokedAt ??= now;
}
