using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes;

namespace Pupitre.Sourcing.Commitments;

/// <summary>
/// Something that one side promised to do by a stated time (engagement de service), or wants of itself (objectif interne). What it
/// asks is in its versions, each in force from a date on.
/// </summary>
public sealed class Commitment : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a commitment in the ledger and elsewhere.</summary>
    public const string SubjectKind = "commitment";

    public const int MaxNameLength = 160;

    private readonly List<CommitmentVersion> _versions = [];

    private Commitment()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid? ContractId { get; private set; }

    public Guid ProcessId { get; private set; }

    /// <summary>The provider concerned: who does it, or for whom the company does it; null when nobody outside is.</summary>
    public Guid? ProviderId { get; private set; }

    /// <summary>Who does it.</summary>
    public Party Performer { get; private set; }

    public Domain Domain { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Number of the ready commitment that it was made from, or null for one of the company's own.</summary>
    public int? TemplateNumber { get; private init; }

    /// <summary>The ready commitment was taken as it stands, unadapted (repris tel quel).</summary>
    public bool TakenAsIs { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    public bool IsArchived => ArchivedAt is not null;

    /// <summary>Every version ever made, in no order; <see cref="InForce"/> chooses.</summary>
    public IReadOnlyList<CommitmentVersion> Versions => _versions;

    public SubjectRef Ref => new(SubjectKind, Id);

    /// <summary>The version in force on a local date: that of an obligation that begins on it.</summary>
    public CommitmentVersion InForce(DateOnly day) => CommitmentVersion.InForce(_versions, day);

    internal static Commitment Create(Guid id, CommitmentPlace place, string name, int? templateNumber) => new()
    {
        Id = id == Guid.Empty ? Guid.CreateVersion7() : id,
        Name = name.Trim(),
        ContractId = place.ContractId,
        ProcessId = place.ProcessId,
        ProviderId = place.ProviderId,
        Performer = place.Performer,
        Domain = place.Domain,
        TemplateNumber = templateNumber,
        TakenAsIs = templateNumber is not null,
    };

    internal void Describe(CommitmentPlace place, string name)
    {
        Name = name.Trim();
        ContractId = place.ContractId;
        ProcessId = place.ProcessId;
        ProviderId = place.ProviderId;
        Performer = place.Performer;
        Domain = place.Domain;
    }

    internal CommitmentVersion Add(CommitmentTerms terms, Instant madeAt)
    {
        var version = CommitmentVersion.Create(Id, _versions.Count + 1, terms, madeAt);
        _versions.Add(version);
        return version;
    }

    /// <summary>The rule was changed from the ready one: the mark of a template taken as it stands goes for ever.</summary>
    internal void Adapt() => TakenAsIs = false;

    internal void Archive(Instant now) => ArchivedAt ??= now;

    internal void Restore() => ArchivedAt = null;
}

/// <summary>Where a commitment belongs and who keeps it.</summary>
public sealed record CommitmentPlace(Guid ProcessId, Domain Domain, Party Performer, Guid? ProviderId, Guid? ContractId);

/// <summary>What a commitment asks from a date on.</summary>
public sealed record CommitmentTerms(DateOnly EffectiveFrom, CommitmentRule Rule, Guid CalendarId, string Action, string UnitOne, string UnitMany)
{
    /// <summary>Share of obligations to keep, in percent, or null when none was set.</summary>
    public decimal? TargetPercent { get; init; }

    /// <summary>Last day on which it is only observed; null when it never is.</summary>
    public DateOnly? ObservedUntil { get; init; }

    /// <summary>Why it is effective in the past; null otherwise.</summary>
    public string? Reason { get; init; }
}
