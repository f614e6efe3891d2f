using System.Globalization;
using System.Runtime.InteropServices;

namespace Pupitre.Kernel.Time;

/// <summary>A half-open stretch <c>[open, close)</c> of local time within one day, to the minute. It never crosses midnight: two say that.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OpeningHours
{
    /// <summary>Minutes of a day on the clock face, and the legal close <c>24:00</c>.</summary>
    public const int MinutesPerDay = 1440;

    /// <param name="openMinute">Minutes after midnight on the clock face, 0 to 1439.</param>
    /// <param name="closeMinute">Minutes after midnight on the clock face, above <paramref name="openMinute"/> and up to 1440 (24:00).</param>
    /// <exception cref="Refused">The close is at or before the open, or one of them is out of range.</exception>
    public OpeningHours(int openMinute, int closeMinute)
    {
        if (openMinute < 0 || closeMinute > MinutesPerDay)
        {
            throw new Refused(Texts.Time_HourOutOfRange);
        }

        if (closeMinute <= openMinute)
        {
            throw new Refused(Texts.Time_CloseBeforeOpen.With(TextOf(openMinute), TextOf(closeMinute)));
        }

        (OpenMinute, CloseMinute) = (openMinute, closeMinute);
    }

    /// <summary>Minutes after midnight, 0 to 1439.</summary>
    public int OpenMinute { get; }

    /// <summary>Minutes after midnight, 1 to 1440.</summary>
    public int CloseMinute { get; }

    /// <summary>The open as <c>HH:mm</c>.</summary>
    public string Open => TextOf(OpenMinute);

    /// <summary>The close as <c>HH:mm</c>; <c>24:00</c> for midnight.</summary>
    public string Close => TextOf(CloseMinute);

    /// <summary>Reads <c>HH:mm</c> twice; the close may be <c>24:00</c>.</summary>
    /// <exception cref="Refused">A text is not such an hour, or the close is at or before the open.</exception>
    public static OpeningHours Parse(string open, string close) => new(MinuteOf(open, isClose: false), MinuteOf(close, isClose: true));

    /// <summary>For example <c>09:00-12:30</c>.</summary>
    public override string ToString() => Open + "-" + Close;

    private static int MinuteOf(string text, bool isClose)
    {
        if (isClose && text == "24:00")
        {
            return MinutesPerDay;
        }

        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (time.Hour * 60) + time.Minute
            : throw new Refused(Texts.Time_NotAnHour.With(text));
    }

    private static string TextOf(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
