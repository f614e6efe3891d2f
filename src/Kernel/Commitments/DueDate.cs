using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Commitments;

/// <summary>Arithmetic of due dates.</summary>
internal static class DueDate
{
    /// <summary>Moves a date that is not one of the days that <paramref name="count"/> counts (business days, unless working days are asked).</summary>
    public static DateOnly Roll(DateOnly date, RollConvention convention, BusinessDays days, DayCount count = DayCount.Business)
    {
        if (convention == RollConvention.None || days.IsCounted(date, count))
        {
            return date;
        }

        var preceding = days.AddDays(date, -1, count);
        var following = days.AddDays(date, 1, count);
        return convention switch
        {
            RollConvention.Following => following,
            RollConvention.ModifiedFollowing when following.Month == date.Month => following,
            _ => preceding,
        };
    }

    /// <summary>Adds months; a month's last day gives a month's last day.</summary>
    public static DateOnly AddMonths(DateOnly date, int months)
    {
        var moved = date.AddMonths(months);
        return months != 0 && date.Day == DateTime.DaysInMonth(date.Year, date.Month)
            ? new(moved.Year, moved.Month, DateTime.DaysInMonth(moved.Year, moved.Month))
            : moved;
    }

    /// <summary>The day of that number in the month of <paramref name="month"/>, or its last.</summary>
    public static DateOnly DayOfMonth(DateOnly month, int day) => new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));

    /// <summary>The local hour of that date, or the midnight that ends it. A skipped hour is the first valid instant after the gap, a repeated one its first occurrence.</summary>
    public static Instant InstantOf(DateOnly date, LocalTime? at, DateTimeZone zone) => at is { } hour
        ? LocalClock.First(LocalDate.FromDateOnly(date).At(hour), zone)
        : zone.AtStartOfDay(LocalDate.FromDateOnly(date).PlusDays(1)).ToInstant();
}
