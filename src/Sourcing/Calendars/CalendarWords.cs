using System.Globalization;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Sourcing.Calendars;

/// <summary>A calendar in words and in days.</summary>
internal static class CalendarWords
{
    private static readonly string[] _commonZones =
    [
        "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "Indian/Reunion", "Indian/Mayotte", "America/Marigot", "America/St_Barthelemy",
        "Europe/Brussels", "Europe/Zurich", "Europe/Luxembourg", "Europe/London", "Africa/Casablanca", "Africa/Tunis", "Indian/Antananarivo", "Indian/Mauritius",
    ];

    public static IReadOnlyList<Choice> HolidayZoneChoices => [.. HolidayZones.All.Select(zone => new Choice(HolidayZones.Code(zone), Of(zone)))];

    /// <summary>Time zones to choose from; a calendar's own is always among them.</summary>
    public static IReadOnlyList<Choice> TimeZones(string? own) =>
        [.. _commonZones.Append(own ?? _commonZones[0]).Distinct().Select(zone => new Choice(zone, zone))];

    public static string Of(HolidayZone zone) => zone switch
    {
        HolidayZone.AlsaceMoselle => "Alsace-Moselle (57, 67, 68)",
        HolidayZone.Guadeloupe => "Guadeloupe",
        HolidayZone.Martinique => "Martinique",
        HolidayZone.Guyane => "Guyane",
        HolidayZone.LaReunion => "La Réunion",
        HolidayZone.Mayotte => "Mayotte",
        HolidayZone.SaintMartin => "Saint-Martin",
        HolidayZone.SaintBarthelemy => "Saint-Barthélemy",
        _ => Texts.Calendar_Metropole,
    };

    /// <summary>Seven lines: the weekday and its hours.</summary>
    public static IReadOnlyList<(string Day, string Hours)> Week(CalendarDefinition definition) => [.. Enumerable.Range(1, 7).Select(number => (
        CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)(number % 7)),
        CalendarText.Write(definition, (IsoDayOfWeek)number) is { Length: > 0 } hours ? hours : Texts.Calendar_Closed))];

    /// <summary>"40 h par semaine"; a calendar that never closes says so, and not 168 h.</summary>
    public static string OpenText(CalendarDefinition definition) => IsAlwaysOpen(definition) ? Texts.Calendar_Always : Texts.Calendar_HoursAWeek.With(WeekHours(definition));

    /// <summary>The same as the answer of its page.</summary>
    public static string Answer(CalendarDefinition definition) =>
        IsAlwaysOpen(definition) ? Texts.Calendar_AnswerAlways.With(definition.TimeZone) : Texts.Calendar_Answer.With(WeekHours(definition), definition.TimeZone);

    private static bool IsAlwaysOpen(CalendarDefinition definition) => WeekMinutes(definition) == 7 * 24 * 60;

    private static string WeekHours(CalendarDefinition definition) => (WeekMinutes(definition) / 60m).ToString("0.##", CultureInfo.CurrentCulture);

    private static int WeekMinutes(CalendarDefinition definition) => definition.Weekly.Values.Sum(spans => spans.Sum(span => span.CloseMinute - span.OpenMinute));

    /// <summary>What a day is, in the order of precedence: special opening, closure, holiday, weekly hours.</summary>
    public static DayLook LookOf(CalendarDefinition definition, DateOnly date)
    {
        if (definition.Openings.FirstOrDefault(opening => opening.Date == date) is { } special)
        {
            return new DayLook(DayKind.Special, Texts.Calendar_DaySpecial.With(special.Hours.Length == 0 ? Texts.Calendar_Closed : string.Join(", ", special.Hours)));
        }

        if (definition.Closures.FirstOrDefault(closure => closure.From <= date && date <= closure.To) is { } closed)
        {
            return new DayLook(DayKind.Closure, closed.Hours.Length == 0 ? Texts.Calendar_DayClosure : Texts.Calendar_DayPartClosure.With(string.Join(", ", closed.Hours)));
        }

        if (HolidayName(definition, date) is { } holiday)
        {
            return new DayLook(DayKind.Holiday, Texts.Calendar_DayHoliday.With(holiday));
        }

        return definition.Weekly.TryGetValue((IsoDayOfWeek)(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek), out var spans) && spans.Length > 0
            ? new DayLook(DayKind.Open, null)
            : new DayLook(DayKind.Closed, Texts.Calendar_Closed);
    }

    private static string? HolidayName(CalendarDefinition definition, DateOnly date)
    {
        if (definition.HolidayDates.Contains(date))
        {
            return Texts.Calendar_OwnHoliday;
        }

        return definition.HolidayZone is { } zone && date.Year is >= FrenchHolidays.FirstYear and <= FrenchHolidays.LastYear
            ? FrenchHolidays.Of(zone, date.Year).FirstOrDefault(holiday => holiday.Date == date)?.Name
            : null;
    }
}
