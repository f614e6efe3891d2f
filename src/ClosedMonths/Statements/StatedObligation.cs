using System.Collections.Immutable;
using NodaTime;
using Pupitre.Kernel.Commitments;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>One obligation and everything that it is judged by: a case with its events, or an occurrence with its proofs.</summary>
public sealed record StatedObligation
{
    /// <summary>Key of the occurrence's period, or the number of the case; unique within the commitment.</summary>
    public required string Key { get; init; }

    /// <summary>Digest of the name of the case, or null for an occurrence.</summary>
    public string? Name { get; init; }

    /// <summary>The last instant for which the source of the case is known; null for an occurrence.</summary>
    public Instant? KnownUntil { get; init; }

    /// <summary>Of a case: its source has no event that stops anything, so its delays are nobody's until somebody looked.</summary>
    public bool IsOfStoplessSource { get; init; }

    /// <summary>Events of a case, by position and recording number.</summary>
    public ImmutableArray<StatedEvent> Events { get; init; } = [];

    /// <summary>Proofs of an occurrence.</summary>
    public ImmutableArray<StatedProof> Proofs { get; init; } = [];

    /// <summary>The occurrence that it waits for, by commitment and key, or null.</summary>
    public StatedPrerequisite? Prerequisite { get; init; }

    /// <summary>Somebody said, with a reason, that there was nothing to do.</summary>
    public bool IsWaived { get; init; }

    /// <summary>Somebody said that nothing will come.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>Whose delay it is, as a person says, or null.</summary>
    public StatedDelay? Delay { get; init; }

    /// <summary>Somebody contests it, or null.</summary>
    public StatedDispute? Dispute { get; init; }

    public bool IsCase => KnownUntil is not null;

    /// <summary>As what both sides agreed that it reads, or null.</summary>
    internal DisputeClaim? Agreed => Dispute is { IsAgreed: true } dispute ? dispute.Claim : null;
}

/// <summary>
/// An event of a case. Of what it says it bears the values that the commitment's rules name, and no other: nothing else plays a part.
/// </summary>
/// <param name="Values">By the name that a rule uses (<c>activity</c>, <c>transition</c>, an attribute), in ordinal order.</param>
/// <param name="IsUpperBound">It only shows that the work was done by then, as the arrival of a file does.</param>
public sealed record StatedEvent(
    EventTime Time, SourceClass Source, bool Confirmed, ImmutableArray<StatedValue> Values, bool IsUpperBound = false);

/// <summary>A value by its name.</summary>
public readonly record struct StatedValue(string Name, string Value);

/// <summary>Something that was found or typed for an occurrence.</summary>
/// <param name="File">Digest of the name of the file that shows it, or null.</param>
public sealed record StatedProof(
    EventTime Time, SourceClass Source, bool Confirmed, ProofRole Role, bool IsUpperBound, string? File = null);

/// <summary>An occurrence by its commitment and key.</summary>
public sealed record StatedPrerequisite(Guid Commitment, string Key);

/// <summary>Whose delay it is, with the digest of the reason.</summary>
public sealed record StatedDelay(Imputation Whose, string Reason);

/// <summary>
/// Somebody contests an obligation (en désaccord). Its outcome stays what was computed until the other side has agreed; then it reads
/// as was claimed, in every reading.
/// </summary>
/// <param name="By">Which side contests.</param>
/// <param name="At">Since when.</param>
/// <param name="Reason">Digest of the reason.</param>
/// <param name="Claim">What they say that it should read.</param>
/// <param name="AgreedAt">When the other side agreed; null while it has not.</param>
/// <param name="RefusedAt">When the other side refused, which settles nothing; null while it has not.</param>
public sealed record StatedDispute(
    Party By, Instant At, string Reason, DisputeClaim Claim, Instant? AgreedAt = null, Instant? RefusedAt = null)
{
    public bool IsAgreed => AgreedAt is not null;
}
