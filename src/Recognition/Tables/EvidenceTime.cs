using NodaTime;

namespace Pupitre.Recognition.Tables;

/// <summary>Moments and days as whole numbers.</summary>
public static class EvidenceTime
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>Events before it are rejected: such years come from empty or broken fields.</summary>
    public static readonly LocalDate Earliest = new(1900, 1, 1);

    /// <summary>Events from this day on are rejected.</summary>
    public static readonly LocalDate Latest = new(2200, 1, 1);

    public static long Of(Instant instant) => (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds() / 1000;

    public static long Of(DateOnly day) => (day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * MicrosecondsPerDay;

    public static Instant ToInstant(long microseconds) => NodaConstants.UnixEpoch + Duration.FromTicks(microseconds * 10);

    public static DateOnly ToDay(long microseconds) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)Math.Floor((double)microseconds / MicrosecondsPerDay));
}
