using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Sourcing.Calendars;

/// <summary>Hours and dates of a calendar as people type them: <c>9:00-12:30, 14h-18h</c>; <c>03/08/2026 - 21/08/2026</c>.</summary>
internal static partial class CalendarText
{
    private static readonly string[] _dateFormats = ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    public static string Write(CalendarDefinition definition, IsoDayOfWeek day) => definition.Weekly.TryGetValue(day, out var spans) ? Write(spans) : "";

    public static string Write(DateOnly date) => Moments.Short(date);

    public static string Write(Closure closure)
    {
        var dates = closure.From == closure.To ? Write(closure.From) : Write(closure.From) + " - " + Write(closure.To);
        return closure.Hours.Length == 0 ? dates : dates + " : " + Write(closure.Hours);
    }

    public static string Write(SpecialOpening opening) => Write(opening.Date) + " : " + Write(opening.Hours);

    public static ImmutableArray<T> Lines<T>(string? text, Func<string, T> read) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(read)];

    public static ImmutableArray<OpeningHours> Spans(string? text, string field)
    {
        var spans = ImmutableArray.CreateBuilder<OpeningHours>();
        foreach (var word in (text ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            spans.Add(Span(word, field));
        }

        return spans.ToImmutable();
    }

    public static DateOnly Date(string text, string field) =>
        DateOnly.TryParseExact(text.Trim(), _dateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new Refused(Texts.Calendar_BadDate.With(text), field);

    public static Closure Closure(string line)
    {
        var (dates, hours) = Halves(line);
        var ends = DateSeparator().Split(dates);
        var from = Date(ends[0], nameof(CalendarForm.Closures));
        var to = ends.Length == 1 ? from : Date(ends[^1], nameof(CalendarForm.Closures));
        return new Closure(from, to) { Hours = Spans(hours, nameof(CalendarForm.Closures)) };
    }

    public static SpecialOpening Opening(string line)
    {
        var (date, hours) = Halves(line);
        return new SpecialOpening(Date(date, nameof(CalendarForm.Openings)), Spans(hours, nameof(CalendarForm.Openings)));
    }

    private static string Write(ImmutableArray<OpeningHours> spans) => string.Join(", ", spans.Select(span => span.ToString()));

    private static (string Dates, string Hours) Halves(string line)
    {
        var at = line.IndexOf(':', StringComparison.Ordinal);
        return at < 0 || !line[..at].Contains('/', StringComparison.Ordinal) && !IsoStart().IsMatch(line) ? (line, "") : (line[..at].Trim(), line[(at + 1)..].Trim());
    }

    private static OpeningHours Span(string word, string field)
    {
        var match = SpanShape().Match(word);
        if (!match.Success)
        {
            throw new Refused(Texts.Calendar_BadSpan.With(word), field);
        }

        try
        {
            return new OpeningHours(Minute(match, "openHour", "openMinute"), Minute(match, "closeHour", "closeMinute"));
        }
        catch (Refused refused)
        {
            throw new Refused(word + " : " + refused.Message, field);
        }
    }

    private static int Minute(Match match, string hour, string minute) =>
        (int.Parse(match.Groups[hour].ValueSpan, CultureInfo.InvariantCulture) * 60)
        + (match.Groups[minute].Length == 0 ? 0 : int.Parse(match.Groups[minute].ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^(?<openHour>\d{1,2})\s?[:h]?\s?(?<openMinute>[0-5]\d)?\s*(-|–|à|to)\s*(?<closeHour>\d{1,2})\s?[:h]?\s?(?<closeMinute>[0-5]\d)?$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex SpanShape();

    [GeneratedRegex(@"\s+(-|–|au|to)\s+", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex DateSeparator();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}", RegexOptions.None, 200)]
    private static partial Regex IsoStart();
}
