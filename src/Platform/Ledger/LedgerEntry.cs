using NodaTime;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Ledger;

/// <summary>
/// One line of a company's history: who did what to which thing, when. Never changed nor deleted; each line's hash covers the
/// line before it, so that a missing or altered line shows.
/// </summary>
public sealed class LedgerEntry : ICompanyOwned
{
    public const int MaxVerbLength = 64;
    public const int MaxSubjectLength = 64;

    private LedgerEntry()
    {
    }

    public Guid CompanyId { get; private init; }

    /// <summary>Place in the company's history, from 1, without gaps.</summary>
    public long Number { get; private init; }

    /// <summary>Whole milliseconds: every database keeps them, so the hash can be computed again from what was stored.</summary>
    public Instant At { get; private init; }

    /// <summary>Who acted; null when the program did by itself.</summary>
    public Guid? AccountId { get; private init; }

    /// <summary>What happened, a verb in the past tense: <c>ContractRenewed</c>.</summary>
    public string Verb { get; private init; } = "";

    public string SubjectKind { get; private init; } = "";

    public Guid SubjectId { get; private init; }

    /// <summary>Salted digest of the details, which can be erased without breaking the chain; empty when there were none.</summary>
    public string DetailDigest { get; private init; } = "";

    /// <summary>Hash of the line before; 64 zeros for the first.</summary>
    public string PreviousHash { get; private init; } = "";

    public string Hash { get; private init; } = "";

    internal static LedgerEntry Seal(Guid companyId, long number, string previousHash, Instant at, Guid? accountId, PendingEntry pending, string detailDigest)
    {
        var entry = new LedgerEntry
        {
            CompanyId = companyId,
            Number = number,
            At = at,
            AccountId = accountId,
            Verb = pending.Verb,
            SubjectKind = pending.Subject.Kind,
            SubjectId = pending.Subject.Id,
            DetailDigest = detailDigest,
            PreviousHash = previousHash,
        };
        return entry.WithHash();
    }

    /// <summary>The hash that this line should have, computed from what it says.</summary>
    public string ComputeHash() => Sha256Hex.Of(CanonicalJson.Of(new
    {
        company = CompanyId,
        number = Number,
        at = At.ToUnixTimeMilliseconds(),
        account = AccountId,
        verb = Verb,
        kind = SubjectKind,
        subject = SubjectId,
        detail = DetailDigest,
        previous = PreviousHash,
    }));

    private LedgerEntry WithHash() => new()
    {
        CompanyId = CompanyId,
        Number = Number,
        At = At,
        AccountId = AccountId,
        Verb = Verb,
        SubjectKind = SubjectKind,
        SubjectId = SubjectId,
        DetailDigest = DetailDigest,
        PreviousHash = PreviousHash,
        Hash = ComputeHash(),
    };
}

/// <summary>What a line says beyond its verb (names, amounts, reasons). May hold personal data, so it can be erased alone.</summary>
public sealed class LedgerDetail : ICompanyOwned
{
    private LedgerDetail()
    {
    }

    public Guid CompanyId { get; private init; }

    public long Number { get; private init; }

    /// <summary>Random text under the digest: without it, a short detail could be guessed back from its digest.</summary>
    public string Salt { get; private init; } = "";

    /// <summary>Canonical JSON, kept as text.</summary>
    public string Json { get; private init; } = "";

    internal static LedgerDetail Create(Guid companyId, long number, string salt, string json) =>
        new() { CompanyId = companyId, Number = number, Salt = salt, Json = json };

    /// <summary>The digest that the line carries for these details.</summary>
    public string ComputeDigest() => Sha256Hex.Of(Salt + "\n" + Json);
}

/// <summary>Where a company's history stands: locked while a line is added, so that two writers never take the same number.</summary>
public sealed class LedgerHead : ICompanyOwned
{
    public static readonly string NoHash = new('0', Sha256Hex.Length);

    private LedgerHead()
    {
    }

    public Guid CompanyId { get; private init; }

    public long Number { get; private set; }

    public string Hash { get; private set; } = NoHash;

    internal static LedgerHead Start(Guid companyId) => new() { CompanyId = companyId };

    internal void MoveTo(LedgerEntry entry)
    {
        Number = entry.Number;
        Hash = entry.Hash;
    }
}

/// <summary>
/// Number of the last line about one kind of thing: whatever is computed from such things and kept in memory is kept under it, so that a
/// change of them is never missed, and one of something else changes nothing.
/// </summary>
public sealed class LedgerKindHead : ICompanyOwned
{
    private LedgerKindHead()
    {
    }

    public Guid CompanyId { get; private init; }

    public string SubjectKind { get; private init; } = "";

    public long Number { get; private set; }
}

/// <summary>A link to anything: the kind of a thing and its key.</summary>
public readonly record struct SubjectRef(string Kind, Guid Id);

public sealed record PendingEntry(string Verb, SubjectRef Subject, string? DetailJson);
