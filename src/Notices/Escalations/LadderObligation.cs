using NodaTime;
using Pupitre.Kernel.Escalations;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Notices.Escalations;

/// <summary>Why nothing is written about an obligation, though it is open.</summary>
public enum LadderSilence
{
    /// <summary>Nobody is written to about this commitment, or about any.</summary>
    SwitchedOff,

    /// <summary>One side contests it.</summary>
    Disputed,

    /// <summary>Its clock is paused: somebody else is waited for.</summary>
    Paused,

    /// <summary>It has no due instant, or is done at a date that nobody knows.</summary>
    Undated,

    /// <summary>Due before its commitment was entered here, and nothing was placed on it yet.</summary>
    NotYetProven,

    /// <summary>Somebody said that nothing will come any more.</summary>
    GivenUp,

    /// <summary>Its source never says that a case ended.</summary>
    Unmatched,

    /// <summary>Its source has told nothing for so long that nobody can say.</summary>
    Stale,
}

/// <summary>An open obligation with its ladder.</summary>
public sealed record LadderObligation
{
    public required CommitmentFacts Commitment { get; init; }

    /// <summary>Key of the due date or of the case.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the case; null for a due date.</summary>
    public string? CaseName { get; init; }

    /// <summary>The version that it is measured by.</summary>
    public required CommitmentVersion Version { get; init; }

    /// <summary>When it is due; the first instant of time where nobody can say.</summary>
    public Instant Due { get; init; }

    public required IReadOnlyList<RungMoment> Rungs { get; init; }

    /// <summary>When notices about it may go.</summary>
    public required LadderHours Hours { get; init; }

    /// <summary>The last instant for which it is known.</summary>
    public required Instant KnownUntil { get; init; }

    /// <summary>Null where notices may go.</summary>
    public LadderSilence? Silence { get; init; }

    public ObligationKey Name => new(Commitment.Id, Key);
}

/// <summary>Names an obligation.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct ObligationKey(Guid CommitmentId, string Obligation);
