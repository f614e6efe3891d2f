using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>What a person says of an occurrence as a whole, where no event can: that there was nothing to do, or that nothing will come.</summary>
public sealed class OccurrenceStatement : ICompanyOwned, IVersioned
{
    public const string Kind = "occurrence-statement";

    public const int MaxReasonLength = 500;

    private OccurrenceStatement()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid CommitmentId { get; private init; }

    /// <summary>Key of the occurrence, as the schedule gives it.</summary>
    public string OccurrenceKey { get; private init; } = "";

    public StatementKind Says { get; private init; }

    /// <summary>Why; empty when it was not asked for.</summary>
    public string Reason { get; private init; } = "";

    public Instant MadeAt { get; private init; }

    public Guid? MadeBy { get; private init; }

    public Instant? TakenBackAt { get; private set; }

    public Guid? TakenBackBy { get; private set; }

    /// <summary>When it was noted here that the other side contests it; null while nobody does.</summary>
    public Instant? ContestedAt { get; private set; }

    public Guid? ContestedBy { get; private set; }

    /// <summary>What the other side says against it.</summary>
    public string? ContestWords { get; private set; }

    public bool IsLive => TakenBackAt is null;

    internal static OccurrenceStatement Create(OccurrenceCell cell, StatementKind says, string reason, Instant now, Guid? by) => new()
    {
        CommitmentId = cell.CommitmentId,
        OccurrenceKey = cell.OccurrenceKey,
        Says = says,
        Reason = reason,
        MadeAt = now,
        MadeBy = by,
    };

    internal void TakeBack(Instant now, Guid? by)
    {
        TakenBackAt ??= now;
        TakenBackBy ??= by;
    }

    internal void Contest(string words, Instant now, Guid? by) => (ContestWords, ContestedAt, ContestedBy) = (words, now, by);
}

/// <summary>What is said of an occurrence as a whole.</summary>
public enum StatementKind
{
    /// <summary>There was nothing to do (rien à faire ce mois-ci).</summary>
    Waived,

    /// <summary>Nothing will come (rien ne viendra): what has no proof stays without a trace.</summary>
    NothingComes,
}
