using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// One case, held against a clock commitment. Small, because a log has hundreds of thousands of them and a measured commitment is
/// kept in memory as long as nothing changes.
/// </summary>
public readonly record struct CaseObligation
{
    /// <summary>Name of the case in its source.</summary>
    public required string Case { get; init; }

    /// <summary>Key of the case in the evidence tables.</summary>
    public required long CaseKey { get; init; }

    /// <summary>Place of the version of the commitment that was in force on the local day of the start.</summary>
    public required int Version { get; init; }

    /// <summary>Months since January of year 0, of the local day of the start.</summary>
    public required int Month { get; init; }

    public required Moment Start { get; init; }

    public required CaseReading Declared { get; init; }

    public required CaseReading Evidenced { get; init; }

    public required CaseReading Proven { get; init; }

    /// <summary>Open time of the pauses that only the provider attests.</summary>
    public required long ProviderPausedTicks { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Whose delay it is; null unless the case is late.</summary>
    public required Imputation? Delay { get; init; }

    /// <summary>Whether the outcome changes when what only the provider attests is left out.</summary>
    public bool Differs => Declared.Outcome != Evidenced.Outcome;

    public CaseReading this[Reading reading] => reading switch
    {
        Reading.Declared => Declared,
        Reading.Evidenced => Evidenced,
        _ => Proven,
    };
}

/// <summary>What one reading makes of a case.</summary>
/// <param name="RunningTicks">Open time that ran, pauses left out, in ticks.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CaseReading(Outcome Outcome, Moment Stop, long RunningTicks)
{
    public Duration Running => Duration.FromTicks(RunningTicks);

    public bool IsStopped => !Stop.IsNone && Outcome is Outcome.Met or Outcome.Missed;
}

/// <summary>An instant or none, in eight bytes, to the microsecond as evidence keeps it.</summary>
public readonly record struct Moment
{
    // Ticks plus one. Whole microseconds are multiples of ten ticks, so that no instant is stored as zero, which means none.
    private readonly long _stored;

    private Moment(long stored) => _stored = stored;

    public bool IsNone => _stored == 0;

    public Instant? Value => IsNone ? null : Instant.FromUnixTimeTicks(_stored - 1);

    public static Moment Of(Instant? instant) => instant is { } at ? new Moment(at.ToUnixTimeTicks() + 1) : default;

    public static int Compare(Moment x, Moment y) => x._stored.CompareTo(y._stored);
}
