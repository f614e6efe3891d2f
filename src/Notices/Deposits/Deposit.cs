using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Notices.Deposits;

/// <summary>What somebody handed over by a link at one time: their word, and files. Never changed but to forget who it was.</summary>
public sealed class Deposit : ICompanyOwned
{
    /// <summary>Kind of a reference to a deposit in the history.</summary>
    public const string Kind = "deposit";

    public const int MaxWordLength = 1000;

    private Deposit()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid LinkId { get; private init; }

    public Guid ContractId { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>Who came by the link; empty once erased.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>What they wrote beside the files; null for nothing, or once erased.</summary>
    public string? Word { get; private set; }

    public Instant At { get; private init; }

    public SubjectRef Ref => new(Kind, Id);

    internal static Deposit Begin(DepositLink link, string? word, Instant now) => new()
    {
        LinkId = link.Id,
        ContractId = link.ContractId,
        PersonId = link.PersonId,
        PersonName = link.PersonName,
        Word = word,
        At = now,
    };

    internal void Forget() => (PersonName, Word) = ("", null);
}

/// <summary>One file of a deposit. The same content handed over before is the same received file, and is receipted all the same.</summary>
public sealed class DepositedFile : ICompanyOwned
{
    private DepositedFile()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid DepositId { get; private init; }

    /// <summary>The received file.</summary>
    public Guid FileId { get; private init; }

    /// <summary>Its name, as it was sent this time.</summary>
    public string Name { get; private init; } = "";

    /// <summary>SHA-256 of its content.</summary>
    public string Hash { get; private init; } = "";

    public long SizeBytes { get; private init; }

    public Instant At { get; private init; }

    internal static DepositedFile Of(Deposit deposit, EvidenceFile file, string name, Instant now) => new()
    {
        DepositId = deposit.Id,
        FileId = file.Id,
        Name = name,
        Hash = file.Hash,
        SizeBytes = file.SizeBytes,
        At = now,
    };
}
