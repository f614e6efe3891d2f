using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Platform.Words;

namespace Pupitre.Deciding.Lots;

/// <summary>Months by their first day, and as forms write them: "2027-01".</summary>
internal static class LotMonths
{
    private const int MonthsOfYear = 12;
    private const string Format = "yyyy-MM";

    public static string Write(DateOnly month) => month.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Null for what is no month.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    /// <summary>As <see cref="Read"/>; null for nothing said.</summary>
    /// <exception cref="Refused">Something was said, and it is no month.</exception>
    public static DateOnly? Asked(string? text, string field) => string.IsNullOrWhiteSpace(text) ? null
        : Read(text) ?? throw new Refused(Texts.Lot_NoMonth.With(text), field);

    /// <summary>Months to choose from, the first one first, and one that stands already.</summary>
    public static IReadOnlyList<Choice> Choices(DateOnly first, string? standing)
    {
        var months = Enumerable.Range(0, OrderLots.Months).Select(first.AddMonths);
        return [.. (Read(standing) is { } month ? months.Append(month) : months).Distinct().Order()
            .Select(one => new Choice(Write(one), Moments.Month(one)))];
    }

    /// <summary>The first day of the month after.</summary>
    public static DateOnly After(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    /// <summary>Number of a month, counted from another: 0 for the same.</summary>
    public static int Number(DateOnly first, DateOnly month) => ((month.Year - first.Year) * MonthsOfYear) + month.Month - first.Month;
}
