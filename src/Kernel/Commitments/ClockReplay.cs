using System.Collections.Immutable;
using NodaTime;

namespace Pupitre.Kernel.Commitments;

/// <summary>What a stretch of a case's time was for the clock.</summary>
public enum StretchKind : byte
{
    /// <summary>The clock ran (in open hours).</summary>
    Running,

    /// <summary>Waiting on another.</summary>
    Paused,

    /// <summary>Between a stop and the reopening that followed.</summary>
    Stopped,
}

/// <summary>A stretch <c>[From, To)</c> of the replay.</summary>
/// <param name="From">First instant.</param>
/// <param name="To">First instant after it; the as-of instant while it is open.</param>
/// <param name="Kind">Running, paused or stopped.</param>
/// <param name="Open">Open time inside it.</param>
/// <param name="Source">Of a pause: the strongest class among the events that opened it; null otherwise.</param>
public sealed record Stretch(Instant From, Instant To, StretchKind Kind, Duration Open, SourceClass? Source = null);

/// <summary>The whole story of one case in one reading, as the case page draws it.</summary>
public sealed record ClockReplay
{
    public required Reading Reading { get; init; }

    public required ClockVerdict Verdict { get; init; }

    /// <summary>The instant at which it had to stop, or null while a pause that began before is open, or without a start.</summary>
    public Instant? Due { get; init; }

    /// <summary>
    /// The local day by whose end it had to stop, when the rule or a start known by its day gives no hour; null when <see cref="Due"/> is
    /// an exact instant.
    /// </summary>
    public DateOnly? DueDay { get; init; }

    /// <summary>Why <see cref="Due"/> is what it is.</summary>
    public ImmutableArray<Explanation> DueExplanation { get; init; } = [];

    /// <summary>Stretches in order of time, from start to stop (or as-of).</summary>
    public ImmutableArray<Stretch> Stretches { get; init; } = [];

    /// <summary>Stops that a reopening undid, first first.</summary>
    public ImmutableArray<Instant> UndoneStops { get; init; } = [];

    /// <summary>The instant of the cancellation, or null.</summary>
    public Instant? CancelledAt { get; init; }

    /// <summary>On whom it is waited at the as-of instant, or null.</summary>
    public Party? WaitingOn { get; init; }

    /// <summary>Whose delay it is, when it was not kept.</summary>
    public Responsibility? Delay { get; init; }
}
