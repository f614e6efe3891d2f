using NodaTime;
using NodaTime.TimeZones;

namespace Pupitre.Kernel.Time;

/// <summary>
/// Turns local times of a zone into instants: a repeated one is its first occurrence, but its second for a closing; a skipped one is the
/// first valid instant after the gap.
/// </summary>
internal sealed class LocalClock(DateTimeZone zone)
{
    private const long SecondsPerDay = NodaConstants.SecondsPerDay;

    // No change of offset is larger than a day, so days this far from a change on both sides are never ambiguous.
    private const int MarginDays = 2;

    private static readonly int EpochDayNumber = new DateOnly(1970, 1, 1).DayNumber;

    // The stretch met last: nearly every day shares it with the day before. Replaced as a whole, so that threads may race.
    private Steady _steady = new(0, -1, 0);

    public DateTimeZone Zone => zone;

    /// <summary>Days since 1970-01-01.</summary>
    public static int UnixDay(DateOnly date) => date.DayNumber - EpochDayNumber;

    /// <summary>The date of a number of days since 1970-01-01.</summary>
    public static DateOnly DateOf(long unixDay) => DateOnly.FromDayNumber((int)unixDay + EpochDayNumber);

    /// <summary>What a local time means as an opening, a question or a computed result.</summary>
    public static Instant First(LocalDateTime local, DateTimeZone zone)
    {
        var mapped = zone.MapLocal(local);
        return mapped.Count == 0 ? mapped.LateInterval.Start : mapped.First().ToInstant();
    }

    /// <summary>Unix seconds of hours of a date; the close may come at or before the open when the hours were skipped.</summary>
    public (long Open, long Close) Resolve(DateOnly date, OpeningHours hours)
    {
        var day = UnixDay(date);
        if (SteadyOffset(day) is { } offset)
        {
            var midnight = (day * SecondsPerDay) - offset;
            return (midnight + (hours.OpenMinute * 60L), midnight + (hours.CloseMinute * 60L));
        }

        var start = LocalDate.FromDateOnly(date).AtMidnight();
        var open = First(start.PlusMinutes(hours.OpenMinute), zone);
        return (open.ToUnixTimeSeconds(), Last(start.PlusMinutes(hours.CloseMinute)).ToUnixTimeSeconds());
    }

    private Instant Last(LocalDateTime local)
    {
        var mapped = zone.MapLocal(local);
        return mapped.Count == 0 ? mapped.LateInterval.Start : mapped.Last().ToInstant();
    }

    private long? SteadyOffset(long day)
    {
        var steady = _steady;
        if (day >= steady.FirstDay && day <= steady.LastDay)
        {
            return steady.OffsetSeconds;
        }

        steady = StretchAround(zone.GetZoneInterval(Instant.FromUnixTimeSeconds((day * SecondsPerDay) + (SecondsPerDay / 2))));
        if (day < steady.FirstDay || day > steady.LastDay)
        {
            return null;
        }

        _steady = steady;
        return steady.OffsetSeconds;
    }

    private static Steady StretchAround(ZoneInterval interval)
    {
        var offset = interval.WallOffset.Seconds;
        return new(
            interval.HasStart ? DayOf(interval.Start, offset) + MarginDays : long.MinValue,
            interval.HasEnd ? DayOf(interval.End, offset) - MarginDays : long.MaxValue,
            offset);
    }

    private static long DayOf(Instant instant, int offset) => (long)Math.Floor((instant.ToUnixTimeSeconds() + offset) / (double)SecondsPerDay);

    private sealed record Steady(long FirstDay, long LastDay, long OffsetSeconds);
}
