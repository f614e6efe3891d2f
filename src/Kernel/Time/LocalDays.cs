using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>Local days of moments, fast: the offset of the last interval is kept, since a log goes forward in time. For one thread.</summary>
/// <param name="zone">Whose days.</param>
public sealed class LocalDays(DateTimeZone zone)
{
    private const long MicrosecondsPerDay = 86_400_000_000;
    private static readonly int _day0 = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private long _from = long.MaxValue;
    private long _to = long.MinValue;
    private long _offset;

    /// <summary>The local day of a moment.</summary>
    /// <param name="microseconds">Since 1970-01-01T00:00:00Z, negative before.</param>
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
