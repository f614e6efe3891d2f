using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel.Commitments;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>Everything that a statement says of its facts, in the order of its commitments.</summary>
public sealed record StatementResults(ImmutableArray<CommitmentResult> Commitments)
{
    /// <summary>What the credits come to; null where none are claimed.</summary>
    public CreditSum? Credits { get; init; }
}

/// <summary>What became of a commitment's obligations.</summary>
/// <param name="Totals">Those in the base or beside it; null where the commitment is only carried.</param>
public sealed record CommitmentResult(ImmutableArray<ObligationResult> Obligations, StatementTotals? Totals);

/// <summary>What became of one obligation.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ObligationResult
{
    /// <summary>Place of the version that it was measured with.</summary>
    public required int Version { get; init; }

    /// <summary>The month that it belongs to.</summary>
    public required int Month { get; init; }

    public required Place Place { get; init; }

    public required Outcome Declared { get; init; }

    public required Outcome Evidenced { get; init; }

    public required Outcome Proven { get; init; }

    /// <summary>Where it stands as it is counted: as computed, or as both sides agreed.</summary>
    public required Standing Standing { get; init; }

    /// <summary>Whose delay it is, when it was not kept.</summary>
    public Imputation? Delay { get; init; }

    /// <summary>When it was due; null for a case.</summary>
    public Instant? Due { get; init; }

    /// <summary>What ended it, or null.</summary>
    public EventTime? Stop { get; init; }

    /// <summary>Open time that ran, of a case that has started.</summary>
    public Duration? Running { get; init; }

    /// <summary>By how much it is late: open time of a case, time on the wall of an occurrence; zero when it is not.</summary>
    public Duration Late { get; init; }

    /// <summary>It is contested and the other side has not agreed.</summary>
    public bool IsDisputed { get; init; }
}

/// <summary>In what part of the statement an obligation stands.</summary>
public enum Place : byte
{
    /// <summary>Of the month.</summary>
    Month,

    /// <summary>Of an earlier month, at whose closing it was open ("issus de mai").</summary>
    Earlier,

    /// <summary>Still open: in no base, it comes back.</summary>
    Open,

    /// <summary>Only here because another waits for it.</summary>
    Carried,
}

/// <summary>What a commitment amounts to.</summary>
/// <param name="Counted">As it is counted, and as it would be if every open dispute were admitted.</param>
/// <param name="Earlier">Those of earlier months among them.</param>
/// <param name="Open">Beside them: what is still open.</param>
public sealed record StatementTotals(Tally Counted, int Earlier, int Open);
