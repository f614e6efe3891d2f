using NodaTime;
using NodaTime.Text;

namespace Pupitre.Kernel.Time;

/// <summary>Instants as they are written on the command line and in JSON.</summary>
/// <remarks>
/// Read: <c>yyyy-MM-ddTHH:mm[:ss[.fraction]][Z|+HH:mm]</c>, with at most nine digits of fraction and hours up to 23; without an offset
/// it is local. Written:
/// seconds always, a fraction only when it is not zero.
/// </remarks>
public static class WireTime
{
    private const int HourAt = 11;

    // The last day of the year 9999 has local times that no instant can hold.
    private static readonly LocalDate FirstDate = new(1, 1, 1);
    private static readonly LocalDate LastDate = new(9999, 12, 30);

    private static readonly LocalDateTimePattern ToMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern ToSecond = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");
    private static readonly LocalDateTimePattern ToFraction = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF");
    private static readonly InstantPattern Universal = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF'Z'");
    private static readonly OffsetPattern HoursAndMinutes = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>Reads an instant; a local time that is repeated is its first occurrence, a skipped one the first valid instant after the gap.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">Zone of a time without an offset.</param>
    /// <param name="field">The input that a refusal names.</param>
    /// <exception cref="Refused">The text is not such a time.</exception>
    public static Instant Parse(string text, DateTimeZone zone, string field)
    {
        var (local, offset) = Split(text);
        if (ParseLocal(local) is not { } time || (offset.Length > 0 && offset != "Z" && !HoursAndMinutes.Parse(offset).Success))
        {
            throw new Refused(Texts.Time_NotAnInstant.With(field, text), field);
        }

        return offset switch
        {
            "" => LocalClock.First(time, zone),
            "Z" => time.WithOffset(Offset.Zero).ToInstant(),
            _ => time.WithOffset(HoursAndMinutes.Parse(offset).Value).ToInstant(),
        };
    }

    /// <summary>The instant in UTC, ending in Z.</summary>
    public static string Utc(Instant instant) => Universal.Format(instant);

    /// <summary>The local time in <paramref name="zone"/>, without an offset.</summary>
    public static string Local(Instant instant, DateTimeZone zone) => ToFraction.Format(instant.InZone(zone).LocalDateTime);

    private static (string Local, string Offset) Split(string text)
    {
        if (text.EndsWith('Z'))
        {
            return (text[..^1], "Z");
        }

        const int offsetLength = 6;
        return text.Length > offsetLength && text[^offsetLength] is '+' or '-' && text[^3] == ':' && text.Contains('T')
            ? (text[..^offsetLength], text[^offsetLength..])
            : (text, "");
    }

    private static LocalDateTime? ParseLocal(string text)
    {
        const int minuteLength = 16;
        const int secondLength = 19;
        if (text.Length > secondLength && (text[secondLength] != '.' || text.Length == secondLength + 1))
        {
            return null;
        }

        var pattern = text.Length switch { minuteLength => ToMinute, secondLength => ToSecond, _ => ToFraction };
        var parsed = pattern.Parse(text);
        var isKnown = parsed.Success && parsed.Value.Date >= FirstDate && parsed.Value.Date <= LastDate && !text.AsSpan(HourAt).StartsWith("24");
        return isKnown ? parsed.Value : null;
    }
}
