using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Recognition.Contents;

/// <summary>Finds the month that a document is about, its moments and its references, in folded text.</summary>
public static partial class DatesInText
{
    private const int MatchTimeoutMs = 10_000;

    private static readonly string[] _months =
        ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

    public static bool IsMonth(string folded) => Array.IndexOf(_months, folded) >= 0;

    /// <summary>First day of the month that the text speaks of: after "mois principal" or "période" first, else the first month named.</summary>
    public static DateOnly? Period(string folded) =>
        Month(PeriodAfterWord().Match(folded)) ?? Month(NamedMonth().Match(folded)) ?? Numeric(IsoMonth().Match(folded)) ?? Numeric(SlashMonth().Match(folded));

    /// <summary>The moment of deposit or reception that a document gives, or only its day.</summary>
    public static (Instant? At, DateOnly? On) Moment(string folded, DateTimeZone zone)
    {
        var match = DepositDate().Match(folded);
        match = match.Success ? match : AnyMoment().Match(folded);
        if (!match.Success || DayOf(match) is not { } day)
        {
            return (null, null);
        }

        return TimeOf(match) is { } time ? (LocalTimes.First(LocalDate.FromDateOnly(day) + time, zone), null) : (null, day);
    }

    public static string? Reference(string folded)
    {
        var match = ReferenceAfterWord().Match(folded);
        return match.Success ? match.Groups["ref"].Value.ToUpperInvariant().Trim() : RegisteredLetter().Match(folded) is { Success: true } letter ? letter.Value.ToUpperInvariant() : null;
    }

    private static DateOnly? Month(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var month = Array.FindIndex(_months, name => name.StartsWith(match.Groups["month"].Value, StringComparison.Ordinal)) + 1;
        return Day(match.Groups["year"].Value, month, 1);
    }

    private static DateOnly? Numeric(Match match) =>
        match.Success ? Day(match.Groups["year"].Value, int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture), 1) : null;

    private static DateOnly? DayOf(Match match)
    {
        var month = match.Groups["name"].Success
            ? Array.FindIndex(_months, name => name.StartsWith(match.Groups["name"].Value, StringComparison.Ordinal)) + 1
            : int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        return Day(match.Groups["year"].Value, month, int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture));
    }

    private static DateOnly? Day(string year, int month, int day)
    {
        var number = int.Parse(year, CultureInfo.InvariantCulture);
        return number is >= 2000 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(number, month) ? new DateOnly(number, month, day) : null;
    }

    private static LocalTime? TimeOf(Match match)
    {
        if (!match.Groups["hour"].Success)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture);
        var second = match.Groups["second"].Success ? int.Parse(match.Groups["second"].Value, CultureInfo.InvariantCulture) : 0;
        return hour < 24 && minute < 60 && second < 60 ? new LocalTime(hour, minute, second) : null;
    }

    private const string MonthNames = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre";
    private const string Clock = @"(?:\s*(?:,|a|-)?\s*(?<hour>\d{1,2})\s?[:h]\s?(?<minute>\d{2})(?:\s?[:m]\s?(?<second>\d{2}))?)?";
    private const string AnyDate = @"(?:(?<day>\d{1,2})[/.\-](?<month>\d{1,2})[/.\-](?<year>\d{4})|(?<day>\d{1,2})(?:er)? (?<name>" + MonthNames + @") (?<year>\d{4}))";

    [GeneratedRegex(@"(?:mois principal declare|periode(?: d'imposition| declaree| concernee)?|au titre (?:de la periode )?d[eu'])\s*:?\s*(?:du mois )?(?:de |d')?(?<month>" + MonthNames + @") (?<year>20\d{2})", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex PeriodAfterWord();

    [GeneratedRegex(@"\b(?<![\d/] )(?<month>" + MonthNames + @") (?<year>20\d{2})", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"(?<!\d)(?<year>20\d{2})[-_.](?<month>0[1-9]|1[0-2])(?!\d)", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex IsoMonth();

    [GeneratedRegex(@"(?<![\d/])(?<month>0[1-9]|1[0-2])[/\-_](?<year>20\d{2})(?!\d)", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex SlashMonth();

    [GeneratedRegex(@"(?:date (?:et heure )?(?:de|du) (?:depot|reception|transmission|l'envoi|prise en charge)|depose[es]* (?:et acceptee? )?le|recue? le|transmise? le|envoyee? le|enregistree? le|presentee? le|date d'envoi)\s*:?\s*(?:le )?" + AnyDate + Clock, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex DepositDate();

    [GeneratedRegex(AnyDate + @"\s*(?:,|a|-)?\s*(?<hour>\d{1,2})\s?[:h]\s?(?<minute>\d{2})(?:\s?[:m]\s?(?<second>\d{2}))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex AnyMoment();

    [GeneratedRegex(@"(?:identifiant du flux|numero d'enregistrement|numero de depot|n° de depot|reference (?:de la declaration|du depot|d'acquittement)?|numero de (?:dossier|suivi|recommande)|n° de (?:suivi|recommande))\s*:?\s*(?<ref>[a-z0-9][a-z0-9\-/]{5,40})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex ReferenceAfterWord();

    [GeneratedRegex(@"\b[1-9][a-z] ?\d{3} ?\d{3} ?\d{4} ?\d\b", RegexOptions.CultureInvariant, MatchTimeoutMs)]
    private static partial Regex RegisteredLetter();
}
