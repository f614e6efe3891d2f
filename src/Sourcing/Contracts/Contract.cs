using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Sourcing.Contracts;

/// <summary>What was signed with a provider (contrat ou lettre de mission): scope, term, renewal, notice and price.</summary>
public sealed class Contract : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a contract in the ledger and elsewhere.</summary>
    public const string SubjectKind = "contract";

    public const int MaxTitleLength = 160;
    public const int MaxNoteLength = 2000;
    public const int MaxMonths = 1200;
    public const int MaxNoticeDays = 3660;
    public const int MaxPostingDays = 30;
    public const int DefaultPostingDays = 3;
    public const int MaxFiles = 50;

    private readonly List<ContractProcess> _scope = [];
    private readonly List<ContractFile> _files = [];

    private Contract()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid ProviderId { get; private set; }

    public string Title { get; private set; } = "";

    public ContractKind Kind { get; private set; }

    /// <summary>First day of the contract.</summary>
    public DateOnly Start { get; private set; }

    /// <summary>Length of the initial term in months, or null when <see cref="End"/> says it or when it has no term.</summary>
    public int? Months { get; private set; }

    /// <summary>First day after the initial term, or null when <see cref="Months"/> says it or when it has no term.</summary>
    public DateOnly? End { get; private set; }

    public Renewal Renewal { get; private set; }

    /// <summary>Length of a renewal in months; null means the initial length again.</summary>
    public int? RenewalMonths { get; private set; }

    public int? NoticeMonths { get; private set; }

    public int? NoticeDays { get; private set; }

    public NoticeRunsFrom NoticeRunsFrom { get; private set; }

    /// <summary>Business days allowed for the letter to arrive; not counted when the notice runs from the sending.</summary>
    public int PostingDays { get; private set; } = DefaultPostingDays;

    /// <summary>Price in euros before tax for one <see cref="PricePeriod"/>, or null when it was not given.</summary>
    public decimal? Price { get; private set; }

    public PricePeriod PricePeriod { get; private set; }

    public string? Note { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    public bool IsArchived => ArchivedAt is not null;

    /// <summary>The processes that the contract covers.</summary>
    public IReadOnlyList<ContractProcess> Scope => _scope;

    public IReadOnlyList<ContractFile> Files => _files;

    /// <summary>Whether the contract has a term: without one there is nothing to renew and no notice day.</summary>
    public bool HasTerm => Months is not null || End is not null;

    /// <summary>Term, renewal and notice as the engine reads them; null without a term.</summary>
    public ContractTerms? Terms => HasTerm
        ? new ContractTerms
        {
            Start = Start,
            Months = Months,
            End = End,
            Renewal = Renewal,
            RenewalMonths = RenewalMonths,
            NoticeMonths = NoticeMonths,
            NoticeDays = NoticeDays,
            NoticeRunsFrom = NoticeRunsFrom,
            PostingDays = PostingDays,
        }
        : null;

    public SubjectRef Ref => new(SubjectKind, Id);

    internal static Contract Create(Guid id) => new() { Id = id == Guid.Empty ? Guid.CreateVersion7() : id };

    internal void Describe(ContractInput input)
    {
        ProviderId = input.ProviderId!.Value;
        Title = input.Title!.Trim();
        Kind = input.Kind;
        Start = input.Start!.Value;
        Months = input.Months;
        End = input.End;
        Renewal = input.Renewal;
        RenewalMonths = input.Renewal == Renewal.None ? null : input.RenewalMonths;
        NoticeMonths = input.NoticeMonths;
        NoticeDays = input.NoticeDays;
        NoticeRunsFrom = input.NoticeRunsFrom;
        PostingDays = input.PostingDays;
        Price = input.Price;
        PricePeriod = input.PricePeriod;
        Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim();
        _scope.RemoveAll(row => !input.ProcessIds.Contains(row.ProcessId));
        _scope.AddRange(input.ProcessIds.Distinct().Where(id => _scope.TrueForAll(row => row.ProcessId != id)).Select(id => ContractProcess.Create(Id, id)).ToList());
    }

    internal void Attach(ContractFile file) => _files.Add(file);

    internal void Detach(Guid fileId) => _files.RemoveAll(file => file.Id == fileId);

    internal void Archive(Instant now) => ArchivedAt ??= now;

    internal void Restore() => ArchivedAt = null;
}

/// <summary>A process that a contract covers.</summary>
public sealed class ContractProcess : ICompanyOwned
{
    private ContractProcess()
    {
    }

    public Guid ContractId { get; private init; }

    public Guid ProcessId { get; private init; }

    public Guid CompanyId { get; private init; }

    internal static ContractProcess Create(Guid contractId, Guid processId) => new() { ContractId = contractId, ProcessId = processId };
}

/// <summary>A file of a contract: the signed letter, an amendment. The content is kept once, by its hash.</summary>
public sealed class ContractFile : ICompanyOwned
{
    public const int MaxNameLength = 255;

    private ContractFile()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ContractId { get; private init; }

    /// <summary>SHA-256 of the content, the name under which it is kept.</summary>
    public string Hash { get; private init; } = "";

    public string Name { get; private init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }

    public Instant AddedAt { get; private init; }

    internal static ContractFile Create(Guid contractId, string hash, string name, long size, Instant addedAt) =>
        new() { ContractId = contractId, Hash = hash, Name = name, Size = size, AddedAt = addedAt };
}

/// <summary>What the signed paper is.</summary>
public enum ContractKind
{
    /// <summary>Contrat.</summary>
    Contract,

    /// <summary>Lettre de mission, the form that chartered accountants must use.</summary>
    EngagementLetter,
}

/// <summary>What one price pays for.</summary>
public enum PricePeriod
{
    Month,
    Quarter,
    Year,
    Once,
}
