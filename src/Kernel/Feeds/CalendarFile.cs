using System.Globalization;
using System.Text;
using NodaTime;

namespace Pupitre.Kernel.Feeds;

/// <summary>A whole day in somebody's calendar.</summary>
/// <param name="Uid">The same for as long as it is the same thing: a program that reads again replaces what bears it.</param>
/// <param name="Day">The day, in no zone.</param>
/// <param name="Summary">What stands in the calendar; line ends and signs of control are left out.</param>
/// <param name="Description">More of it, over several lines; null for none.</param>
/// <param name="Address">Where it is shown; null for none.</param>
/// <param name="ChangedAt">When what it says was last changed.</param>
/// <param name="Sequence">How often it was changed; it only grows.</param>
public sealed record CalendarDay(string Uid, DateOnly Day, string Summary, string? Description, string? Address, Instant ChangedAt,
    long Sequence);

/// <summary>Writes whole days as an iCalendar file (RFC 5545): UTF-8, CRLF, lines of at most 75 octets, no alarms.</summary>
/// <remarks>
/// The same days give the same bytes: no moment of writing is in it. Days stand one by one; readers' libraries disagree on rules of
/// recurrence. Memory and time in proportion to the texts; a day is refused that has no day after it (31 December 9999).
/// </remarks>
public static class CalendarFile
{
    private const int MaxOctets = 75;
    private const string LineEnd = "\r\n";

    /// <param name="name">How the calendar is called.</param>
    /// <param name="days">In any order; written by day, then by key.</param>
    /// <exception cref="Refused">A day has no day after it.</exception>
    public static byte[] Write(string name, IEnumerable<CalendarDay> days)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Pupitre//Pupitre//FR");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, "X-WR-CALNAME:" + Escaped(name));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        Line(text, "X-PUBLISHED-TTL:PT6H");
        foreach (var day in days.OrderBy(day => day.Day).ThenBy(day => day.Uid, StringComparer.Ordinal))
        {
            Write(text, day);
        }

        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, CalendarDay day)
    {
        if (day.Day == DateOnly.MaxValue)
        {
            throw new Refused(Texts.Time_DateOutOfRange);
        }

        var changed = day.ChangedAt.InUtc().ToDateTimeUtc().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + Escaped(day.Uid));
        Line(text, "DTSTAMP:" + changed);
        Line(text, "LAST-MODIFIED:" + changed);
        Line(text, "SEQUENCE:" + day.Sequence.ToString(CultureInfo.InvariantCulture));
        Line(text, "DTSTART;VALUE=DATE:" + Date(day.Day));
        Line(text, "DTEND;VALUE=DATE:" + Date(day.Day.AddDays(1)));
        Line(text, "SUMMARY:" + Escaped(day.Summary.ReplaceLineEndings(" ")));
        if (day.Description is { } description)
        {
            Line(text, "DESCRIPTION:" + Escaped(description));
        }

        if (day.Address is { } address)
        {
            Line(text, "URL:" + new string([.. address.Where(letter => !char.IsControl(letter))]));
        }

        // It takes no time of the day away: whoever asks for a free hour finds it.
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            switch (letter)
            {
                case '\\' or ';' or ',': text.Append('\\').Append(letter); break;
                case '\n': text.Append("\\n"); break;
                case '\t': text.Append(' '); break;
                case var other when !char.IsControl(other): text.Append(other); break;
            }
        }

        return text.ToString();
    }

    /// <summary>Breaks a line where it would be too long, never within a sign; what follows begins with a space, which counts.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var sign in line.EnumerateRunes())
        {
            if (octets + sign.Utf8SequenceLength > MaxOctets)
            {
                text.Append(LineEnd).Append(' ');
                octets = 1;
            }

            text.Append(sign.ToString());
            octets += sign.Utf8SequenceLength;
        }

        text.Append(LineEnd);
    }
}
