using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// Everything that a company's due dates and figures stand on, except the events of cases: what was agreed, what was placed on due
/// dates, what people added. Kept in memory under its stamp, read again when the stamp has moved, and thrown away at will.
/// </summary>
public sealed class CompanyFacts
{
    public required CompanyStamp Stamp { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required HolidayZone HolidayZone { get; init; }

    /// <summary>Dates of its own that schedules count from: pay day, VAT date, closing.</summary>
    public required CompanyDates Dates { get; init; }

    /// <summary>Commitments that are not archived, by domain and name.</summary>
    public required IReadOnlyList<CommitmentFacts> Commitments { get; init; }

    public required IReadOnlyList<Provider> Providers { get; init; }

    /// <summary>All contracts, archived ones included: their commitments may still be measured.</summary>
    public required IReadOnlyList<Contract> Contracts { get; init; }

    /// <summary>Proofs that were not withdrawn, by commitment and occurrence.</summary>
    public required ILookup<(Guid Commitment, string Occurrence), OccurrenceProof> Proofs { get; init; }

    /// <summary>What people said of occurrences as a whole and did not take back, by commitment and occurrence.</summary>
    public required ILookup<(Guid Commitment, string Occurrence), OccurrenceStatement> Statements { get; init; }

    /// <summary>When proofs were last asked for, by commitment and occurrence.</summary>
    public required IReadOnlyDictionary<(Guid Commitment, string Occurrence), Instant> AskedAt { get; init; }

    public required Adjustments Adjustments { get; init; }

    /// <summary>Keys of everything that was ever placed on a due date or said about it, withdrawn things included: subjects of its history.</summary>
    public required ILookup<(Guid Commitment, string Obligation), Guid> Subjects { get; init; }

    public IReadOnlyList<Guid> SubjectsOf(Guid commitmentId, string obligation) => [.. Subjects[(commitmentId, obligation)]];

    public CommitmentFacts? Find(Guid commitmentId) => Commitments.FirstOrDefault(item => item.Id == commitmentId);
}

/// <summary>A commitment, ready to be measured.</summary>
/// <param name="Row">The commitment with all its versions, only to be read.</param>
/// <param name="Provider">Name of the provider concerned, or null.</param>
/// <param name="Terms">What it is measured by.</param>
/// <param name="Schedules">Schedules of the versions, in the same order; null for a version that is a clock.</param>
public sealed record CommitmentFacts(Commitment Row, string? Provider, MeasuredTerms Terms, IReadOnlyList<Schedule?> Schedules)
{
    public Guid Id => Row.Id;

    public string Name => Row.Name;

    public bool IsClock => Terms.IsClock;

    /// <summary>When it was entered here: its first version was made with it.</summary>
    public Instant EnteredAt { get; } = Row.Versions.Min(version => version.MadeAt);

    /// <summary>The newest version: what is agreed now.</summary>
    public CommitmentVersion Newest => Row.InForce(DateOnly.MaxValue);

    /// <summary>The other commitment that the version waits for, or null.</summary>
    public Guid? PrerequisiteOf(int version) =>
        Guid.TryParse(Terms.Versions[version].Rule.Schedule?.Prerequisite?.Commitment, out var id) ? id : null;
}
