using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>
/// What a time without an offset means in a zone, wherever it stands (typed, in a table, a mail, a calendar): a repeated one is its first
/// occurrence; one that a clock change skipped is the first valid instant after the gap, so 02:30 on the night of 29 March 2026 is 03:00 in Paris.
/// </summary>
public static class LocalTimes
{
    /// <summary>The instant of a local time.</summary>
    public static Instant First(LocalDateTime local, DateTimeZone zone) => LocalClock.First(local, zone);

    /// <summary>The first instant of a day: midnight, or what follows the gap where midnight is skipped.</summary>
    public static Instant StartOf(DateOnly day, DateTimeZone zone) => First(LocalDate.FromDateOnly(day).AtMidnight(), zone);
}
