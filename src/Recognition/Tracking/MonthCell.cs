using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using NodaTime;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;

namespace Pupitre.Recognition.Tracking;

/// <summary>A month, or a quarter, as a cell names it; the year may stand elsewhere.</summary>
/// <param name="Months">1 for a month, 3 for a quarter.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly partial record struct MonthCell(int? Year, int Month, int Months)
{
    private const int MatchTimeoutMs = 10_000;
    private const int LongestCell = 60;

    private static readonly CellDates _days = new(DateTimeZone.Utc, isMonthFirst: false, midnightIsDay: true);

    public DateOnly? First(int? elseYear) => (Year ?? elseYear) is { } year ? new DateOnly(year, Month, 1) : null;

    /// <summary>"septembre 2026", "sept-26", "09/2026", "2026-09", "Sep", "T3 2026", or a date that is the first or last day of its month.</summary>
    public static MonthCell? Of(string cell)
    {
        var folded = cell.Length is 0 or > LongestCell ? "" : Folded.Of(cell).TrimEnd('.', ':');
        if (folded.Length < 2)
        {
            return null;
        }

        if (Named().Match(folded) is { Success: true } named)
        {
            return new(YearOf(named), NumberOf(named.Groups["name"].Value), 1);
        }

        if (Numbers().Match(folded) is { Success: true } numbers)
        {
            return new(YearOf(numbers), int.Parse(numbers.Groups["month"].Value, CultureInfo.InvariantCulture), 1);
        }

        if (Quarter().Match(folded) is { Success: true } quarter)
        {
            return new(YearOf(quarter), ((int.Parse(quarter.Groups["quarter"].Value, CultureInfo.InvariantCulture) - 1) * 3) + 1, 3);
        }

        return OfDay(folded) ?? (DatesInText.Period(folded) is { } period && !_days.TryRead(cell, out _) ? new(period.Year, period.Month, 1) : null);
    }

    private static MonthCell? OfDay(string folded)
    {
        if (!_days.TryRead(folded, out var date) || folded.All(char.IsAsciiDigit))
        {
            return null;
        }

        var day = date.IsDay ? EvidenceTime.ToDay(date.At) : EvidenceTime.ToInstant(date.At).InUtc().Date.ToDateOnly();
        return day.Day == 1 || day.AddDays(1).Day == 1 ? new(day.Year, day.Month, 1) : null;
    }

    private static int? YearOf(Match match) => match.Groups["year"] is { Success: true, Length: > 0 } year
        ? int.Parse(year.Value, CultureInfo.InvariantCulture) is var number && number < 100 ? 2000 + number : number
        : null;

    private static int NumberOf(string name) => name[..3] switch
    {
        "jan" => 1,
        "fev" or "feb" => 2,
        "mar" => 3,
        "avr" or "apr" => 4,
        "mai" or "may" => 5,
        "jui" => name.StartsWith("juil", StringComparison.Ordinal) ? 7 : 6,
        "jun" => 6,
        "jul" => 7,
        "aou" or "aug" => 8,
        "sep" => 9,
        "oct" => 10,
        "nov" => 11,
        _ => 12,
    };

    private const string Names =
        "janvier|janv|january|jan|fevrier|fevr|fev|february|feb|mars|march|mar|avril|avr|april|apr|mai|may|juin|june|jun|juillet|juil|july|jul|aout|aou|august|aug|septembre|september|sept|sep|octobre|october|oct|novembre|november|nov|decembre|december|dec";

    [GeneratedRegex(@"^(?:mois (?:de |d'|du )?|periode\s*:?\s*|paie (?:de |d'))?(?<name>" + Names + @")\.?(?:[\s\-/'_]*(?<year>20\d{2}|\d{2}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:(?<year>20\d{2})[\-/._ ]?(?<month>0[1-9]|1[0-2])|(?<month>0?[1-9]|1[0-2])[\-/._](?<year>20\d{2}))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?:t|q|trim\.? ?|trimestre )(?<quarter>[1-4])[\s\-/]+(?<year>20\d{2}|\d{2})$|^(?<quarter>[1-4])(?:er|e|eme) trim(?:estre|\.)?[\s\-/]*(?<year>20\d{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Quarter();
}
