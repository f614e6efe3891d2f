using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using NodaTime;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Contents;

/// <summary>A date of a mail's headers (RFC 5322): an instant, or only the day when its hour or zone cannot be read.</summary>
/// <remarks>Mail libraries give midnight, another zone or the year 1 for what they cannot read; a proof has to know that it does not know.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly partial record struct MailDate(Instant? At, DateOnly? On)
{
    private const int MatchTimeoutMs = 10_000;
    private const int MaxLength = 200;
    private const int LastShortYear = 49;

    private static readonly string[] _months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // Those of the RFC, and those that European servers write.
    private static readonly Dictionary<string, int> _zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0,
        ["GMT"] = 0,
        ["UTC"] = 0,
        ["Z"] = 0,
        ["WET"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["CET"] = 1,
        ["MET"] = 1,
        ["CEST"] = 2,
        ["MEST"] = 2,
        ["WEST"] = 1,
        ["BST"] = 1,
    };

    /// <summary>Reads what stands behind <c>Date:</c>, or behind the last semicolon of <c>Received:</c>; neither instant nor day when it is no date.</summary>
    public static MailDate Read(string text)
    {
        var match = Form().Match(text.Cut(MaxLength));
        if (!match.Success || DayOf(match) is not { } day)
        {
            return default;
        }

        var match2 = Clock().Match(text, match.Index + match.Length, Math.Min(text.Length, MaxLength) - match.Index - match.Length);
        return match2.Success && TimeOf(match2) is { } time && OffsetOf(match2.Groups["zone"].Value) is { } offset
            ? new((LocalDate.FromDateOnly(day) + time).WithOffset(offset).ToInstant(), null)
            : new(null, day);
    }

    private static DateOnly? DayOf(Match match)
    {
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        year += match.Groups["year"].Length switch { 2 => year <= LastShortYear ? 2000 : 1900, 3 => 1900, _ => 0 };
        var month = Array.IndexOf(_months, match.Groups["month"].Value.ToLowerInvariant()) + 1;
        var day = int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
        return year is > 1970 and < 2200 && month > 0 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    // The RFC knows the leap second; the clock here does not.
    private static LocalTime? TimeOf(Match match)
    {
        int Of(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return Of("hour") < 24 && Of("minute") < 60 && Of("second") <= 60 ? new LocalTime(Of("hour"), Of("minute"), Math.Min(59, Of("second"))) : null;
    }

    private static Offset? OffsetOf(string zone)
    {
        if (_zones.TryGetValue(zone, out var hours))
        {
            return Offset.FromHours(hours);
        }

        var digits = zone.Replace(":", "", StringComparison.Ordinal);
        if (digits.Length != 5 || digits[0] is not ('+' or '-') || !int.TryParse(digits.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > 1400 || value % 100 > 59)
        {
            return null;
        }

        return Offset.FromSeconds((digits[0] == '-' ? -1 : 1) * (((value / 100) * 3600) + ((value % 100) * 60)));
    }

    [GeneratedRegex(@"^\s{0,9}(?:[a-z]{2,9}\.?,?\s{1,9})?(?<day>\d{1,2})[\s-]{1,9}(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[\s-]{1,9}(?<year>\d{4}|\d{2,3})(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Form();

    [GeneratedRegex(@"\G\s{1,9}(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?\s{0,9}(?<zone>[+-]\d{2}:?\d{2}|[a-z]{1,4})(?=\s|\(|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Clock();
}
