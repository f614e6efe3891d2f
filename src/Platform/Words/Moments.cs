using System.Globalization;
using NodaTime;

namespace Pupitre.Platform.Words;

/// <summary>Dates and hours as people read them: "lundi 11 mai 2026" in sentences, 11/05/2026 in tables, "15 h 30" and 15:30.</summary>
public static class Moments
{
    private static bool IsFrench => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";

    /// <summary>11/05/2026, in both languages day first.</summary>
    public static string Short(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>lundi 11 mai 2026; Monday 11 May 2026. The first of a month is "1er" in French.</summary>
    public static string Long(DateOnly date)
    {
        var day = IsFrench && date.Day == 1 ? "1er" : date.Day.ToString(CultureInfo.InvariantCulture);
        return date.ToString("dddd", CultureInfo.CurrentCulture) + " " + day + " " + date.ToString("MMMM yyyy", CultureInfo.CurrentCulture);
    }

    /// <summary>As <see cref="Long(DateOnly)"/>, standing alone above something: Lundi 11 mai 2026.</summary>
    public static string Title(DateOnly date)
    {
        var text = Long(date);
        return char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];
    }

    /// <summary>mai 2026; May 2026.</summary>
    public static string Month(DateOnly date) => date.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>11/05/2026 15:30.</summary>
    public static string Short(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        return Short(local.Date.ToDateOnly()) + " " + local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>lundi 11 mai 2026 à 15 h 30; Monday 11 May 2026 at 15:30.</summary>
    public static string Long(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        return Long(local.Date.ToDateOnly()) + (IsFrench ? " à " : " at ") + Hour(local.TimeOfDay.ToTimeOnly());
    }

    /// <summary>How far something is known: the day alone when it is known to its end, else the hour too.</summary>
    public static string LongUntil(Instant at, DateTimeZone zone) => EndsDay(at, zone) ? Long(at.InZone(zone).Date.ToDateOnly()) : Long(at, zone);

    /// <summary>As <see cref="LongUntil"/>, for a table.</summary>
    public static string ShortUntil(Instant at, DateTimeZone zone) => EndsDay(at, zone) ? Short(at.InZone(zone).Date.ToDateOnly()) : Short(at, zone);

    private static bool EndsDay(Instant at, DateTimeZone zone) => (at + Duration.FromMilliseconds(1)).InZone(zone).Date > at.InZone(zone).Date;

    /// <summary>15 h 30, 12 h; 15:30, 12:00.</summary>
    public static string Hour(TimeOnly time) => !IsFrench ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
        : time.Minute == 0 ? time.ToString("%H", CultureInfo.InvariantCulture) + "\u00a0h"
        : time.ToString("%H", CultureInfo.InvariantCulture) + "\u00a0h\u00a0" + time.ToString("mm", CultureInfo.InvariantCulture);
}
