using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>How often something comes.</summary>
public enum RecurringKind
{
    /// <summary>Every day.</summary>
    Daily,

    /// <summary>Every day that is neither a Saturday, a Sunday nor a holiday.</summary>
    WorkingDays,

    /// <summary>Every hour of such a day, from one hour to another.</summary>
    WorkingHours,

    /// <summary>One day of the week.</summary>
    Weekly,

    /// <summary>One day of the month, or the last one of a month that is shorter.</summary>
    Monthly,

    /// <summary>The last day of the month that is neither a Saturday, a Sunday nor a holiday.</summary>
    LastWorkingDay,

    /// <summary>The first such day of the month.</summary>
    FirstWorkingDay,
}

/// <summary>One moment at which something is due.</summary>
/// <param name="Occurrence">Its local day and hour, <c>yyyy-MM-ddTHH:mm</c>: unique within a schedule, whatever the clocks do.</param>
/// <param name="At">That moment in the zone of whoever asked.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecurringDue(string Occurrence, Instant At);

/// <summary>When work of the program is due: an hour of certain days, in the zone and with the holidays of a company.</summary>
/// <remarks>
/// An hour that a clock change skips is the first one after the gap; one that comes twice counts once, the first time. Immutable, safe to
/// share between threads. Looking back is bounded by <see cref="MaxDays"/>: what was due before is no longer told apart.
/// </remarks>
public sealed class RecurringSchedule
{
    /// <summary>Days that are looked at, back and ahead; every schedule is due within them.</summary>
    public const int MaxDays = 400;

    private const int MostDaysOfMonth = 31;

    private RecurringSchedule(RecurringKind kind, TimeOnly at, int day = 0) => (Kind, At, Day) = (kind, at, day);

    public RecurringKind Kind { get; }

    /// <summary>The local hour.</summary>
    public TimeOnly At { get; }

    /// <summary>The last local hour of a day; the same as <see cref="At"/> where it comes once a day.</summary>
    public TimeOnly Until { get => field < At ? At : field; private init; }

    /// <summary>The day of the month, 1 to 31, or of the week, 0 for Sunday to 6; 0 where neither is asked for.</summary>
    public int Day { get; }

    public static RecurringSchedule DailyAt(TimeOnly at) => new(RecurringKind.Daily, at);

    public static RecurringSchedule WorkingDaysAt(TimeOnly at) => new(RecurringKind.WorkingDays, at);

    /// <exception cref="ArgumentOutOfRangeException">It ends before it begins.</exception>
    public static RecurringSchedule WorkingHours(TimeOnly from, TimeOnly until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        return new(RecurringKind.WorkingHours, from) { Until = until };
    }

    public static RecurringSchedule WeeklyOn(DayOfWeek day, TimeOnly at) => new(RecurringKind.Weekly, at, (int)day);

    /// <exception cref="ArgumentOutOfRangeException">No month has such a day.</exception>
    public static RecurringSchedule MonthlyOn(int day, TimeOnly at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, MostDaysOfMonth);
        return new(RecurringKind.Monthly, at, day);
    }

    public static RecurringSchedule LastWorkingDayAt(TimeOnly at) => new(RecurringKind.LastWorkingDay, at);

    public static RecurringSchedule FirstWorkingDayAt(TimeOnly at) => new(RecurringKind.FirstWorkingDay, at);

    /// <summary>What is due after one moment and up to another, in order; at most the last <see cref="MaxDays"/> days of it.</summary>
    /// <exception cref="Refused">A holiday would have to be known outside 1950 to 2100.</exception>
    public IReadOnlyList<RecurringDue> Between(Instant after, Instant until, DateTimeZone zone, BusinessDays days)
    {
        var last = until.InZone(zone).Date.ToDateOnly();
        var first = after >= until ? last : Later(after.InZone(zone).Date.ToDateOnly(), last.AddDays(-MaxDays));

        // The day before as well: an hour that was skipped may fall on the day after its own.
        return [.. DueOf(first.AddDays(-1), last, zone, days).Where(due => due.At > after && due.At <= until)];
    }

    /// <summary>The first moment after another one at which something is due.</summary>
    /// <exception cref="Refused">A holiday would have to be known outside 1950 to 2100.</exception>
    public RecurringDue Next(Instant after, DateTimeZone zone, BusinessDays days)
    {
        var first = after.InZone(zone).Date.ToDateOnly().AddDays(-1);
        return DueOf(first, first.AddDays(MaxDays), zone, days).First(due => due.At > after);
    }

    private IEnumerable<RecurringDue> DueOf(DateOnly first, DateOnly last, DateTimeZone zone, BusinessDays days) =>
        Days(first, last).Where(day => IsOn(day, days)).SelectMany(day => Hours().Select(hour => DueOn(day, hour, zone)));

    private IEnumerable<TimeOnly> Hours()
    {
        for (var hour = At.Hour; hour <= Until.Hour; hour++)
        {
            yield return new TimeOnly(hour, At.Minute);
        }
    }

    private bool IsOn(DateOnly day, BusinessDays days) => Kind switch
    {
        RecurringKind.Daily => true,
        RecurringKind.WorkingDays or RecurringKind.WorkingHours => days.IsCounted(day, DayCount.Business),
        RecurringKind.Weekly => (int)day.DayOfWeek == Day,
        RecurringKind.Monthly => day.Day == Math.Min(Day, LastOf(day).Day),
        RecurringKind.FirstWorkingDay => day == days.NextBusinessDay(new(day.Year, day.Month, 1)),
        _ => day == days.PreviousBusinessDay(LastOf(day)),
    };

    private static RecurringDue DueOn(DateOnly day, TimeOnly hour, DateTimeZone zone)
    {
        var local = LocalDate.FromDateOnly(day) + LocalTime.FromTimeOnly(hour);
        return new(local.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), LocalTimes.First(local, zone));
    }

    private static DateOnly LastOf(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
