using System.Globalization;
using System.Runtime.InteropServices;

namespace Pupitre.Kernel.Commitments;

/// <summary>How often a schedule asks for something.</summary>
public enum PeriodLength : byte
{
    Month,
    Quarter,
    Year,
    Week,

    /// <summary>Each date of the rule's recurrence is a period of its own.</summary>
    Date,
}

/// <summary>The period that an occurrence belongs to: a month, a quarter, a year, a week (Monday first) or one date.</summary>
/// <param name="Length">What it is.</param>
/// <param name="First">Its first day.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SchedulePeriod(PeriodLength Length, DateOnly First)
{
    /// <summary>The period of that length that holds <paramref name="day"/>.</summary>
    public static SchedulePeriod Of(PeriodLength length, DateOnly day) => new(length, length switch
    {
        PeriodLength.Month => new(day.Year, day.Month, 1),
        PeriodLength.Quarter => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        PeriodLength.Year => new(day.Year, 1, 1),
        PeriodLength.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        _ => day,
    });

    /// <summary>The period that follows.</summary>
    public SchedulePeriod Next => new(Length, Length switch
    {
        PeriodLength.Month => First.AddMonths(1),
        PeriodLength.Quarter => First.AddMonths(3),
        PeriodLength.Year => First.AddYears(1),
        PeriodLength.Week => First.AddDays(7),
        _ => First.AddDays(1),
    });

    /// <summary>Its last day.</summary>
    public DateOnly Last => Next.First.AddDays(-1);

    /// <summary>Unique text of the period: 2026-05, 2026-Q2, 2026, 2026-W21 or 2026-05-12. With the rule it is the key of an occurrence.</summary>
    public string Key => Length switch
    {
        PeriodLength.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodLength.Quarter => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-Q{((First.Month - 1) / 3) + 1}"),
        PeriodLength.Year => First.ToString("yyyy", CultureInfo.InvariantCulture),
        PeriodLength.Week => string.Create(
            CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(First.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(First.ToDateTime(default)):00}"),
        _ => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
