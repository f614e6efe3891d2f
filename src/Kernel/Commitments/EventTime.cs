using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Commitments;

/// <summary>When something happened: an instant, or a day of which the hour is not known and never invented.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EventTime
{
    private EventTime(Instant? instant, DateOnly? day) => (Instant, Day) = (instant, day);

    /// <summary>The instant, or null when only the day is known.</summary>
    public Instant? Instant { get; }

    /// <summary>The local day, or null when the instant is known.</summary>
    public DateOnly? Day { get; }

    public static EventTime At(Instant instant) => new(instant, null);

    public static EventTime On(DateOnly day) => new(null, day);

    /// <summary>The local date in <paramref name="zone"/>.</summary>
    public DateOnly DateIn(DateTimeZone zone) => Day ?? Instant!.Value.InZone(zone).Date.ToDateOnly();

    /// <summary>The first instant at which it may have happened.</summary>
    public Instant Earliest(DateTimeZone zone) => Instant ?? zone.AtStartOfDay(LocalDate.FromDateOnly(Day!.Value)).ToInstant();

    /// <summary>The last instant at which it may have happened: for a day, one tick (100 ns) before the next midnight.</summary>
    public Instant Latest(DateTimeZone zone) =>
        Instant ?? zone.AtStartOfDay(LocalDate.FromDateOnly(Day!.Value).PlusDays(1)).ToInstant().Minus(Duration.FromTicks(1));
}
