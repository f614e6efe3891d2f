using NodaTime;
using Pupitre.Deliverables.Fec;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>An accounting file (FEC) that was received, in one part or in several: opened, checked, then accepted or sent back.</summary>
public sealed class AccountingFile : ICompanyOwned, IVersioned
{
    public const string Kind = "accounting-file";

    public const int MaxNameLength = 255;
    public const int MaxPrefixLength = 100;
    public const int MaxProblemLength = 1000;
    public const int MaxParts = 100;

    private readonly List<AccountingFilePart> _parts = [];

    private AccountingFile()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    /// <summary>Who keeps the books; null when that is not known.</summary>
    public Guid? ProviderId { get; private init; }

    /// <summary>Name of the first part, as sent.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What stands before FEC in the name: the SIREN, by the law. Empty when the name is not that of an accounting file.</summary>
    public string Prefix { get; private init; } = "";

    /// <summary>Last day of the fiscal year, as the name says; null when it does not.</summary>
    public DateOnly? Closing { get; private init; }

    /// <summary>When its first part reached the company: as its own mail server says, else when Pupitre received it.</summary>
    public Instant ReceivedAt { get; private init; }

    /// <summary>Who attests the reception: the mail server's headers, or Pupitre itself.</summary>
    public SourceClass AttestedBy { get; private init; }

    public Guid? ReceivedBy { get; private init; }

    public AccountingFileState State { get; private set; }

    /// <summary>The work that checks it.</summary>
    public Guid? JobId { get; private set; }

    /// <summary>Why it could not be read, in words, when it could not.</summary>
    public string? Problem { get; private set; }

    /// <summary>The last check; null before the first one is done.</summary>
    public Guid? LastCheckId { get; private set; }

    /// <summary>How many times it was checked.</summary>
    public int Checks { get; private set; }

    public IReadOnlyList<AccountingFilePart> Parts => _parts;

    public SubjectRef Ref => new(Kind, Id);

    internal static AccountingFile Receive(EvidenceFile received, FecName? said, Guid? providerId) => new()
    {
        Name = received.Name,
        Prefix = said is { Prefix.Length: <= MaxPrefixLength } ? said.Prefix : "",
        Closing = said?.Closing,
        ProviderId = providerId,
        ReceivedAt = received.CountsFrom,
        AttestedBy = received.ReceiptAt is null ? SourceClass.Observed : SourceClass.Receipt,
        ReceivedBy = received.DroppedBy,
    };

    internal void Add(AccountingFilePart part) => _parts.Add(part);

    internal void BeginCheck(Guid jobId)
    {
        JobId = jobId;
        State = AccountingFileState.Checking;
        Problem = null;
    }

    /// <param name="answer">What was answered already, after an earlier check: a new check does not take it back.</param>
    internal void Finish(AccountingFileCheck check, AccountingFileAnswer? answer)
    {
        LastCheckId = check.Id;
        Checks = check.Number;
        State = AccountingFileState.Checked;
        if (answer is not null)
        {
            Answer(answer.IsAcceptance);
        }
    }

    internal void GiveUp(string problem)
    {
        Problem = problem.Cut(MaxProblemLength);
        State = AccountingFileState.Unreadable;
    }

    internal void Answer(bool accepted) => State = accepted ? AccountingFileState.Accepted : AccountingFileState.SentBack;
}

/// <summary>Where an accounting file stands.</summary>
public enum AccountingFileState
{
    /// <summary>It is being opened.</summary>
    Checking,

    /// <summary>The report is there; nobody has answered yet.</summary>
    Checked,

    /// <summary>It could not be read: nothing is said of its content.</summary>
    Unreadable,

    Accepted,

    /// <summary>Returned to the provider with questions.</summary>
    SentBack,
}

/// <summary>A part of an accounting file: the whole of it, most often.</summary>
public sealed class AccountingFilePart : ICompanyOwned
{
    private AccountingFilePart()
    {
    }

    public Guid CompanyId { get; private init; }

    public Guid AccountingFileId { get; private init; }

    /// <summary>Number in the name (<c>_1</c>, <c>_2</c>); 1 for a file in one piece.</summary>
    public int Number { get; private init; }

    /// <summary>The dropped file.</summary>
    public Guid EvidenceFileId { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>SHA-256 of the content.</summary>
    public string Hash { get; private init; } = "";

    public long SizeBytes { get; private init; }

    internal static AccountingFilePart Of(Guid accountingFileId, int number, EvidenceFile file) => new()
    {
        AccountingFileId = accountingFileId,
        Number = number,
        EvidenceFileId = file.Id,
        Name = file.Name,
        Hash = file.Hash,
        SizeBytes = file.SizeBytes,
    };
}
