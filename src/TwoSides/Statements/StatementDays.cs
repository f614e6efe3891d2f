using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.TwoSides.Statements;

/// <summary>The days of a month's closing. Pure.</summary>
internal static class StatementDays
{
    /// <summary>
    /// Business days (Monday to Friday, less holidays) that both sides have; the day of the opening itself does not count.
    /// </summary>
    public const int BusinessDaysOpen = 5;

    /// <summary>
    /// The day on which both sides begin to have their say: the first business day after the month's last monthly due instant with its
    /// grace, never before the month is over, at the latest on the last day of the month that follows.
    /// </summary>
    /// <param name="month">The month.</param>
    /// <param name="lastDue">The last instant, grace included, at which something that comes every month is due; null without any.</param>
    public static DateOnly OpensOn(int month, Instant? lastDue, DateTimeZone zone, BusinessDays days)
    {
        var end = FirstDay(month + 1).AddDays(-1);
        var latest = FirstDay(month + 2).AddDays(-1);
        var due = lastDue is { } at ? DayOf(at, zone) : end;
        var from = due < end ? end : due;
        return from >= latest ? latest : Least(days.AddDays(from, 1, DayCount.Business), latest);
    }

    /// <summary>The last day of what begins on <paramref name="opened"/>.</summary>
    public static DateOnly Until(DateOnly opened, BusinessDays days) => days.AddDays(opened, BusinessDaysOpen, DayCount.Business);

    public static DateOnly FirstDay(int month) => MonthNumber.ToMonth(month).OnDayOfMonth(1).ToDateOnly();

    // What is due by the midnight that ends a day is due that day.
    private static DateOnly DayOf(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        return (local.TimeOfDay == LocalTime.Midnight ? local.Date.PlusDays(-1) : local.Date).ToDateOnly();
    }

    private static DateOnly Least(DateOnly one, DateOnly other) => one < other ? one : other;
}
