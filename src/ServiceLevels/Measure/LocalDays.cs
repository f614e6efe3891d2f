using NodaTime;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Local days of moments, fast: the offset of the last interval is kept, since a log goes forward in time.</summary>
internal sealed class LocalDays(DateTimeZone zone)
{
    private const long MicrosecondsPerDay = 86_400_000_000;
    private static readonly int _day0 = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private long _from = long.MaxValue;
    private long _to = long.MinValue;
    private long _offset;

    public DateOnly Of(long microseconds)
    {
        if (microseconds < _from || microseconds >= _to)
        {
            var interval = zone.GetZoneInterval(Instant.FromUnixTimeTicks(microseconds * 10));
            _from = interval.HasStart ? Microseconds(interval.Start) : long.MinValue;
            _to = interval.HasEnd ? Microseconds(interval.End) : long.MaxValue;
            _offset = interval.WallOffset.Ticks / 10;
        }

        return DateOnly.FromDayNumber(_day0 + (int)Math.Floor((double)(microseconds + _offset) / MicrosecondsPerDay));
    }

    private static long Microseconds(Instant instant) => instant.ToUnixTimeTicks() / 10;
}

/// <summary>Months as one number, so that they can be counted and compared.</summary>
public static class MonthNumber
{
    public static int Of(DateOnly day) => (day.Year * 12) + day.Month - 1;

    public static int Of(YearMonth month) => (month.Year * 12) + month.Month - 1;

    public static YearMonth ToMonth(int number) => new(number / 12, (number % 12) + 1);
}
