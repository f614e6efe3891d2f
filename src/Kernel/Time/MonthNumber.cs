using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>Months as one number, so that they can be counted and compared: twelve times the year, and 0 to 11 for the month.</summary>
public static class MonthNumber
{
    /// <summary>Number of the month in which a day lies.</summary>
    public static int Of(DateOnly day) => (day.Year * 12) + day.Month - 1;

    /// <summary>Number of a month.</summary>
    public static int Of(YearMonth month) => (month.Year * 12) + month.Month - 1;

    /// <summary>The month that a number stands for; the inverse of <see cref="Of(YearMonth)"/>.</summary>
    public static YearMonth ToMonth(int number) => new(number / 12, (number % 12) + 1);
}
