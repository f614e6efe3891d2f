using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Commitments;

/// <summary>What became of one case in one reading: the figures, without the story (<see cref="ClockReplay"/>).</summary>
/// <remarks>Lengths are open time of the calendar.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ClockVerdict
{
    public Outcome Outcome { get; init; }

    /// <summary>With a reopening: the first stop was not the last, so the first pass failed.</summary>
    public bool FirstPassFailed { get; init; }

    /// <summary>The start, or null when the clock never started. For an event known by its day, the first instant of that day.</summary>
    public Instant? Start => InstantOf(StartTicks);

    /// <summary>The stop that ended it, or null.</summary>
    public Instant? Stop => InstantOf(StopTicks);

    /// <summary>The event after which nothing was to be done any more, or null. For an event known by its day, the first instant of that day.</summary>
    public Instant? CancelledAt => InstantOf(CancelledTicks);

    /// <summary>Whether it stopped: only then does <see cref="Running"/> belong in medians.</summary>
    public bool HasStopped => Outcome is Outcome.Met or Outcome.Missed && StopTicks is not null;

    /// <summary>Running open time from start to stop; to the as-of instant while it is open.</summary>
    public Duration Running => Duration.FromTicks(RunningTicks);

    /// <summary>Open time spent in the pauses that the reading keeps.</summary>
    public Duration Paused => Duration.FromTicks(PausedTicks);

    /// <summary>The part of <see cref="Paused"/> that rests on the provider alone.</summary>
    public Duration PausedByProviderOnly => Duration.FromTicks(ProviderPausedTicks);

    /// <summary>Open time beyond what was agreed, to the stop or to the as-of instant; zero when it was not missed.</summary>
    public Duration Late => Duration.FromTicks(LateTicks);

    /// <summary>
    /// Running open time at which it is due, as far as is known: with a due instant, what ran and the open time from there to it. Null
    /// while a pause leaves no due instant, where only a reminder can make it due, and beyond the years of the calendar.
    /// </summary>
    public long? AllowedTicks { get; init; }

    internal long? StartTicks { get; init; }

    internal long? StopTicks { get; init; }

    internal long? CancelledTicks { get; init; }

    internal long RunningTicks { get; init; }

    internal long PausedTicks { get; init; }

    internal long ProviderPausedTicks { get; init; }

    internal long LateTicks { get; init; }

    private static Instant? InstantOf(long? ticks) => ticks is { } known ? Instant.FromUnixTimeTicks(known) : null;
}
