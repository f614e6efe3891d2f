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
    private readonly List<ContractRenewal> _renewals = [];

    private Contract()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid ProviderId { get; private set; }

    public string Title { get; private set; } = "";

    public ContractKind Kind { get; private set; }

    /// <summary>First day of the contract; null while nobody has typed it.</summary>
    public DateOnly? Start { get; private set; }

    /// <summary>Length of the initial term in months, or null when <see cref="End"/> says it, when it has no term or when nobody has typed it.</summary>
    public int? Months { get; private set; }

    /// <summary>First day after the initial term; what is shown and typed is the day before, <see cref="LastDay"/>.</summary>
    public DateOnly? End { get; private set; }

    /// <summary>It has no term (durée indéterminée): somebody said so. Without this, and without a length, the length is not known.</summary>
    public bool IsOpenEnded { get; private set; }

    /// <summary>First day after the term that was last agreed expressly; null when it was never renewed so.</summary>
    public DateOnly? RenewedEnd { get; private set; }

    public Renewal Renewal { get; private set; }

    /// <summary>Length of a renewal in months; null means the initial length again.</summary>
    public int? RenewalMonths { get; private set; }

    public int? NoticeMonths { get; private set; }

    public int? NoticeDays { get; private set; }

    /// <summary>It asks no notice: somebody said so. Without this, and without a length, the notice is not known.</summary>
    public bool HasNoNotice { get; private set; }

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

    /// <summary>Its express renewals, in no order.</summary>
    public IReadOnlyList<ContractRenewal> Renewals => _renewals;

    /// <summary>Last day of the initial term when it was typed as a date.</summary>
    public DateOnly? LastDay => End?.AddDays(-1);

    /// <summary>What is known of its length.</summary>
    public ContractLength Length => IsOpenEnded ? ContractLength.OpenEnded : Months is null && End is null ? ContractLength.Unknown : ContractLength.Fixed;

    /// <summary>What is known of its notice.</summary>
    public ContractNotice Notice => NoticeMonths is not null || NoticeDays is not null ? ContractNotice.Given : HasNoNotice ? ContractNotice.None : ContractNotice.Unknown;

    /// <summary>Whether its term can be told.</summary>
    public bool HasTerm => Terms is not null;

    /// <summary>Term, renewal and notice as the engine reads them; null without a term, or when too little of it is known.</summary>
    public ContractTerms? Terms
    {
        get
        {
            var end = RenewedEnd ?? End;
            if (IsOpenEnded || (end is null && (Months is null || Start is null)))
            {
                return null;
            }

            return new ContractTerms
            {
                // A last day without a first one tells the term all the same.
                Start = Start < end || end is null ? Start!.Value : end.Value.AddDays(-1),
                Months = end is null ? Months : null,
                End = end,
                Renewal = Renewal,
                RenewalMonths = RenewalMonths ?? (end is null ? null : Months),
                NoticeMonths = NoticeMonths,
                NoticeDays = NoticeDays,
                NoticeRunsFrom = NoticeRunsFrom,
                PostingDays = PostingDays,
            };
        }
    }

    public SubjectRef Ref => new(SubjectKind, Id);

    internal static Contract Create(Guid id) => new() { Id = id == Guid.Empty ? Guid.CreateVersion7() : id };

    internal void Describe(ContractInput input)
    {
        ProviderId = input.ProviderId!.Value;
        Title = input.Title!.Trim();
        Kind = input.Kind;
        DescribeTerms(input);
        NoticeRunsFrom = input.NoticeRunsFrom;
        PostingDays = input.PostingDays;
        Price = input.Price;
        PricePeriod = input.PricePeriod;
        Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim();
        _scope.RemoveAll(row => !input.ProcessIds.Contains(row.ProcessId));
        _scope.AddRange(input.ProcessIds.Distinct().Where(id => _scope.TrueForAll(row => row.ProcessId != id)).Select(id => ContractProcess.Create(Id, id)).ToList());
    }

    private void DescribeTerms(ContractInput input)
    {
        var isFixed = input.LengthKnown == ContractLength.Fixed;
        Start = input.Start;
        Months = isFixed ? input.Months : null;
        End = isFixed ? input.LastDay?.AddDays(1) : null;
        IsOpenEnded = input.LengthKnown == ContractLength.OpenEnded;
        Renewal = IsOpenEnded ? Renewal.None : input.Renewal;
        RenewalMonths = Renewal == Renewal.None ? null : input.RenewalMonths;
        NoticeMonths = input.NoticeMonths;
        NoticeDays = input.NoticeDays;
        HasNoNotice = input.NoticeKnown == ContractNotice.None;
    }

    internal ContractRenewal Renew(DateOnly lastDay, DateOnly agreedOn, Instant now, Guid? by)
    {
        var renewal = ContractRenewal.Create(this, lastDay.AddDays(1), agreedOn, now, by);
        _renewals.Add(renewal);
        RenewedEnd = renewal.End;
        return renewal;
    }

    /// <summary>Takes back the last renewal; null when there is none.</summary>
    internal ContractRenewal? WithdrawRenewal()
    {
        if (_renewals.MaxBy(row => row.End) is not { } last)
        {
            return null;
        }

        _renewals.Remove(last);
        RenewedEnd = _renewals.MaxBy(row => row.End)?.End;
        return last;
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

/// <summary>An express renewal: both sides agreed on a new last day.</summary>
public sealed class ContractRenewal : ICompanyOwned
{
    private ContractRenewal()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ContractId { get; private init; }

    /// <summary>First day of the renewed term: the day after the term before it.</summary>
    public DateOnly From { get; private init; }

    /// <summary>First day after the renewed term; what is shown and typed is the day before.</summary>
    public DateOnly End { get; private init; }

    public DateOnly LastDay => End.AddDays(-1);

    /// <summary>The day on which both agreed.</summary>
    public DateOnly AgreedOn { get; private init; }

    public Instant RecordedAt { get; private init; }

    public Guid? RecordedBy { get; private init; }

    internal static ContractRenewal Create(Contract contract, DateOnly end, DateOnly agreedOn, Instant now, Guid? by) =>
        new() { ContractId = contract.Id, From = contract.Terms!.On(agreedOn).TermEnd!.Value, End = end, AgreedOn = agreedOn, RecordedAt = now, RecordedBy = by };
}

/// <summary>What is known of a contract's length. Not known is not none.</summary>
public enum ContractLength
{
    /// <summary>Nobody has typed it (durée non saisie).</summary>
    Unknown,

    /// <summary>A number of months, or until a last day.</summary>
    Fixed,

    /// <summary>It has no term (durée indéterminée): it ends by notice.</summary>
    OpenEnded,
}

/// <summary>What is known of a contract's notice. Not known is not none.</summary>
public enum ContractNotice
{
    /// <summary>Nobody has typed it (préavis non saisi).</summary>
    Unknown,

    /// <summary>A number of months or of days.</summary>
    Given,

    /// <summary>The contract asks none.</summary>
    None,
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
