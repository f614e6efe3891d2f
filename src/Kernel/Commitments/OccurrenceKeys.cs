using System.Globalization;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Commitments;

/// <summary>
/// Reads the keys of periods back, as <see cref="SchedulePeriod.Key"/> writes them: 2026-05, 2026-Q2, 2026, 2026-W21 (ISO 8601) or 2026-05-12.
/// </summary>
public static class OccurrenceKeys
{
    /// <summary>First day of the period that a key names.</summary>
    /// <param name="key">Any text.</param>
    /// <returns>The day, or null for what is no key: nothing is thrown.</returns>
    public static DateOnly? FirstDay(string key) => key.Split('-') switch
    {
        [var year] when Number(year, 4) is { } y => new DateOnly(y, 1, 1),
        [var year, ['Q', var quarter]] when Number(year, 4) is { } y && quarter is >= '1' and <= '4' => new DateOnly(y, ((quarter - '1') * 3) + 1, 1),
        [var year, ['W', .. var week]] when Number(year, 4) is { } y && Number(week, 2) is { } w and >= 1 && w <= ISOWeek.GetWeeksInYear(y) =>
            DateOnly.FromDateTime(ISOWeek.ToDateTime(y, w, DayOfWeek.Monday)),
        [_, _] => Date(key + "-01"),
        [_, _, _] => Date(key),
        _ => null,
    };

    /// <summary>A month in addresses and exports: 2026-05.</summary>
    /// <param name="month">A number as <see cref="MonthNumber"/> gives it.</param>
    public static string OfMonth(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}");

    /// <summary>Number of the month that <see cref="OfMonth"/> wrote; null for anything else.</summary>
    public static int? MonthOf(string? key) => key is not null && key.Split('-').Length == 2 && FirstDay(key) is { } day ? MonthNumber.Of(day) : null;

    private static int? Number(string text, int length) =>
        text.Length == length && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
