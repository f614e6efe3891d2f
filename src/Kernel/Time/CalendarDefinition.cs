using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>A dated range without opening, both days inclusive.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, not before <paramref name="From"/>.</param>
public sealed record Closure(DateOnly From, DateOnly To)
{
    /// <summary>The hours that are closed on each day of the range; empty when the whole days are.</summary>
    public ImmutableArray<OpeningHours> Hours { get; init; } = [];
}

/// <summary>Hours that replace the weekly hours of one day, holidays and closures included.</summary>
/// <param name="Date">The day.</param>
/// <param name="Hours">Its hours; none closes the day.</param>
public sealed record SpecialOpening(DateOnly Date, ImmutableArray<OpeningHours> Hours);

/// <summary>
/// One version of a calendar as people write it: opening rules in one IANA time zone. Immutable. <see cref="BusinessCalendar.Compile"/>
/// makes what answers questions.
/// </summary>
/// <remarks>
/// Precedence for a day: special openings, then closures, then holidays, then weekly hours. A weekday that is not named is closed. Spans
/// that overlap or touch count as one. The JSON form is that of the command <c>clock</c>, and of closures with <c>hours</c> besides.
/// </remarks>
public sealed record CalendarDefinition
{
    /// <summary>IANA identifier of the time zone, for example <c>Europe/Paris</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Opening hours of the weekdays that have any.</summary>
    public required ImmutableSortedDictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>> Weekly { get; init; }

    /// <summary>Zone whose legal holidays are closed, or null. With a zone the calendar knows the years 1950 to 2100 only.</summary>
    public HolidayZone? HolidayZone { get; init; }

    /// <summary>Days that are closed as holidays are.</summary>
    public ImmutableArray<DateOnly> HolidayDates { get; init; } = [];

    /// <summary>Dated ranges without opening.</summary>
    public ImmutableArray<Closure> Closures { get; init; } = [];

    /// <summary>Special openings; several for one day add up.</summary>
    public ImmutableArray<SpecialOpening> Openings { get; init; } = [];

    /// <summary>Reads a calendar.</summary>
    /// <param name="json">The calendar as an object.</param>
    /// <exception cref="Refused">It is not a calendar; message and <see cref="Refused.Field"/> name the part, for example <c>calendar.weekly.monday[0]</c>.</exception>
    public static CalendarDefinition FromJson(JsonElement json) => CalendarJson.Read(json);

    /// <summary>Writes the calendar in the shape that <see cref="FromJson"/> reads; parts that are empty are left out.</summary>
    public JsonObject ToJson() => CalendarJson.Write(this);

    /// <summary>Refuses a calendar that cannot be compiled.</summary>
    /// <exception cref="Refused">The time zone is unknown, there is no weekly opening at all, or a closure ends before it begins.</exception>
    public void Check()
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is null)
        {
            throw new Refused(Texts.Time_UnknownTimeZone.With(TimeZone), "calendar.timeZone");
        }

        if (!Weekly.Values.Any(hours => hours.Length > 0))
        {
            throw new Refused(Texts.Time_NoWeeklyOpening, "calendar.weekly");
        }

        for (var at = 0; at < Closures.Length; at++)
        {
            if (Closures[at].To < Closures[at].From)
            {
                var field = $"calendar.closures[{at.ToString(provider: null)}]";
                throw new Refused(Texts.Time_ClosureEndsFirst.With(field), field);
            }
        }
    }
}
