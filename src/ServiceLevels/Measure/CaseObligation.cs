using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// One case, held against a clock commitment. Small, because a log has hundreds of thousands of them and a measured commitment is
/// kept in memory as long as nothing changes.
/// </summary>
public readonly record struct CaseObligation
{
    // One more than it is, so that a case without it takes no more room.
    private readonly long _allowed;

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

    /// <summary>
    /// How long it may run in all before it is late, in open time with every declaration counted; null where that is not known.
    /// </summary>
    public long? AllowedTicks
    {
        get => _allowed == 0 ? null : _allowed - 1;
        init => _allowed = value is >= 0 and { } known ? known + 1 : 0;
    }

    /// <summary>Open time of the pauses that only the provider attests.</summary>
    public required long ProviderPausedTicks { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Whose delay it is; null unless the case is late.</summary>
    public required Imputation? Delay { get; init; }

    /// <summary>What one side says that it should read; null while nobody contests it.</summary>
    public DisputeWish? Disputed { get; init; }

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
/// <param name="Stop">What ended it: its stop, or the event after which nothing was to be done any more.</param>
/// <param name="RunningTicks">Open time that ran, pauses left out, in ticks.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CaseReading(Outcome Outcome, Moment Stop, long RunningTicks)
{
    public Duration Running => Duration.FromTicks(RunningTicks);

    public bool IsStopped => !Stop.IsNone && Outcome is Outcome.Met or Outcome.Missed;
}

/// <summary>An instant, a day or none, in eight bytes, to the microsecond as evidence keeps it.</summary>
public readonly record struct Moment
{
    private const int TicksPerMicrosecond = 10;
    private const int AtInstant = 1;
    private const int OnDay = 2;

    // Whole microseconds are multiples of ten ticks: the last digit says what it is, and zero means none.
    private readonly long _stored;

    private Moment(long stored) => _stored = stored;

    public bool IsNone => _stored == 0;

    /// <summary>Only the local day is known; <see cref="Value"/> is then its first instant.</summary>
    public bool IsDay => Kind == OnDay;

    public Instant? Value => IsNone ? null : Instant.FromUnixTimeTicks(_stored - Kind);

    /// <summary>The local day in which it lies, or null.</summary>
    public DateOnly? DayIn(DateTimeZone zone) => Value?.InZone(zone).Date.ToDateOnly();

    private int Kind => (int)(((_stored % TicksPerMicrosecond) + TicksPerMicrosecond) % TicksPerMicrosecond);

    public static Moment Of(Instant? instant) => instant is { } at ? new Moment(Whole(at) + AtInstant) : default;

    /// <summary>The day that begins at <paramref name="first"/>.</summary>
    public static Moment On(Instant first) => new(Whole(first) + OnDay);

    private static long Whole(Instant at)
    {
        var ticks = at.ToUnixTimeTicks();
        return ticks - (((ticks % TicksPerMicrosecond) + TicksPerMicrosecond) % TicksPerMicrosecond);
    }

    /// <summary>Sorts as moments do, none among them before all that are after 1970.</summary>
    public long Weight => _stored;
}
