using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Evidence.Files;

/// <summary>Something that shows what became of one occurrence of a commitment: a file, or a word typed in.</summary>
public sealed class OccurrenceProof : ICompanyOwned, IVersioned
{
    public const string Kind = "occurrence-proof";

    public const int MaxKeyLength = 120;
    public const int MaxReasonLength = 500;

    private OccurrenceProof()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid CommitmentId { get; private init; }

    /// <summary>Key of the occurrence, as the schedule gives it.</summary>
    public string OccurrenceKey { get; private init; } = "";

    public ProofRole Role { get; private init; }

    /// <summary>When it happened; null when only the day is known.</summary>
    public Instant? At { get; private init; }

    /// <summary>The local day on which it happened, when no hour is known.</summary>
    public DateOnly? On { get; private init; }

    /// <summary>Whether <see cref="At"/> only bounds the work from above: it was done by then, nobody knows when.</summary>
    public bool IsUpperBound { get; private init; }

    /// <summary>Whether <see cref="On"/> is the day that a person stated for work whose date nothing showed; stating another replaces it.</summary>
    public bool StatesDay { get; private set; }

    public SourceClass AttestedBy { get; private init; }

    public Guid? FileId { get; private init; }

    /// <summary>What was odd about it when it was placed.</summary>
    public Doubt Doubts { get; private init; }

    /// <summary>Why it stands here.</summary>
    public ProofReason Reason { get; private init; } = null!;

    public Instant PlacedAt { get; private init; }

    public Guid? PlacedBy { get; private init; }

    public Instant? WithdrawnAt { get; private set; }

    public Guid? WithdrawnBy { get; private set; }

    /// <summary>The proof that it became on another due date, or null.</summary>
    public Guid? MovedTo { get; private set; }

    public static OccurrenceProof Create(Guid commitmentId, string occurrenceKey, ProofMoment moment, SourceClass attestedBy, Guid? fileId, ProofReason reason, Instant now, Guid? by, ProofRole role = ProofRole.Stop, Doubt doubts = Doubt.None, bool statesDay = false) => new()
    {
        CommitmentId = commitmentId,
        OccurrenceKey = occurrenceKey,
        Role = role,
        At = moment.At,
        On = moment.On,
        StatesDay = statesDay,
        IsUpperBound = moment.IsUpperBound,
        AttestedBy = attestedBy,
        FileId = fileId,
        Doubts = doubts,
        Reason = reason,
        PlacedAt = now,
        PlacedBy = by,
    };

    /// <summary>What it says of when the work was done.</summary>
    public ProofMoment Moment => new(At, On, IsUpperBound);

    /// <summary>The same thing shown, by the same word, on another due date.</summary>
    public OccurrenceProof MoveTo(Guid commitmentId, string occurrenceKey, ProofReason reason, Doubt doubts, Instant now, Guid? by)
    {
        var moved = Create(commitmentId, occurrenceKey, Moment, AttestedBy, FileId, reason, now, by, Role, doubts);
        moved.StatesDay = StatesDay;
        Withdraw(now, by);
        MovedTo = moved.Id;
        return moved;
    }

    /// <summary>The day on which the work was handed over, as a person of the company says.</summary>
    /// <param name="fileId">The file whose arrival bounds the work, or null.</param>
    public static OccurrenceProof Stated(Guid commitmentId, string occurrenceKey, DateOnly on, Guid? fileId, ProofReason reason, Instant now, Guid? by) => new()
    {
        CommitmentId = commitmentId,
        OccurrenceKey = occurrenceKey,
        Role = ProofRole.Stop,
        On = on,
        StatesDay = true,
        AttestedBy = SourceClass.Company,
        FileId = fileId,
        Reason = reason,
        PlacedAt = now,
        PlacedBy = by,
    };

    public void Withdraw(Instant now, Guid? by)
    {
        WithdrawnAt ??= now;
        WithdrawnBy = by;
    }
}

/// <summary>
/// What a proof says of when the work was done: a moment, or a day whose hour is not known (exactly one of both). An upper bound is
/// the instant at which something was here: the work was done by then, nobody knows when.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ProofMoment(Instant? At, DateOnly? On, bool IsUpperBound = false)
{
    public static ProofMoment Of(Instant at) => new(at, null);

    public static ProofMoment Of(DateOnly on) => new(null, on);

    /// <summary>Done by <paramref name="at"/>: what the arrival of a file here shows.</summary>
    public static ProofMoment NoLaterThan(Instant at) => new(at, null, IsUpperBound: true);
}
