using System.Globalization;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Reads the keys of periods back: 2026-05, 2026-Q2, 2026, 2026-W21 or 2026-05-12.</summary>
internal static class OccurrenceKeys
{
    /// <summary>First day of the period, or null for what is no key.</summary>
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

    /// <summary>2026-05, in addresses and exports.</summary>
    public static string OfMonth(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}");

    /// <summary>Number of the month that <see cref="OfMonth"/> wrote, or null.</summary>
    public static int? MonthOf(string? key) => key is not null && key.Split('-').Length == 2 && FirstDay(key) is { } day ? MonthNumber.Of(day) : null;

    private static int? Number(string text, int length) =>
        text.Length == length && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
