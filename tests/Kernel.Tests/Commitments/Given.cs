using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Commitments;

/// <summary>The calendar of the worked examples, and a way to write cases as a person would tell them.</summary>
internal static class Given
{
    /// <summary>Monday to Friday 9:00-12:30 and 14:00-18:00 in Paris, metropolitan holidays.</summary>
    public static BusinessCalendar Office { get; } = Calendar("""
        {"timeZone":"Europe/Paris","holidays":{"zone":"metropole"},"weekly":{
         "monday":[["09:00","12:30"],["14:00","18:00"]],"tuesday":[["09:00","12:30"],["14:00","18:00"]],"wednesday":[["09:00","12:30"],["14:00","18:00"]],
         "thursday":[["09:00","12:30"],["14:00","18:00"]],"friday":[["09:00","12:30"],["14:00","18:00"]]}}
        """);

    public static BusinessDays Days { get; } = BusinessDays.For(HolidayZone.Metropole);

    public static DateTimeZone Paris { get; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public static ClockRule FourHours { get; } = Rule(new DurationTarget(Duration.FromHours(4)));

    public static BusinessCalendar Calendar(string json)
    {
        using var document = JsonDocument.Parse(json);
        return BusinessCalendar.Compile(CalendarDefinition.FromJson(document.RootElement));
    }

    /// <summary>asked, answered, wait, resume, cancelled, reopened; pauses in pair form.</summary>
    public static ClockRule Rule(ClockTarget target) => new()
    {
        Start = EventPattern.Activity("asked"),
        Stop = EventPattern.Activity("answered"),
        Pause = new(EventPattern.Activity("wait"), EventPattern.Activity("resume")),
        Cancel = EventPattern.Activity("cancelled"),
        Target = target,
    };

    /// <summary>Local time in Paris, as <c>2026-06-01 10:00</c>.</summary>
    public static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(local).Value.InZoneLeniently(Paris).ToInstant();

    /// <summary>An event told as <c>2026-06-01 10:00 asked</c>, or <c>2026-06-01 asked</c> when only the day is known.</summary>
    public static CaseEvent Event(string told, SourceClass source = SourceClass.Observed, int position = 0)
    {
        var words = told.Split(' ', 3);
        var isDay = words.Length == 2;
        return new()
        {
            Activity = words[^1],
            Time = isDay ? EventTime.On(Date(words[0])) : EventTime.At(At(words[0] + " " + words[1])),
            Source = source,
            Position = position,
        };
    }

    /// <summary>A case; an event that begins with <c>P:</c>, <c>C:</c> or <c>R:</c> is attested by the provider, the company or a third party.</summary>
    public static ImmutableArray<CaseEvent> Case(params string[] told) => [.. told.Select((text, position) => text[1] == ':'
        ? Event(text[2..].Trim(), text[0] switch { 'P' => SourceClass.Provider, 'C' => SourceClass.Company, _ => SourceClass.Receipt }, position)
        : Event(text, position: position))];

    public static DateOnly Date(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");

    public static ClockReplay Replay(ClockRule rule, string asOf, params string[] told) => Replay(rule, Reading.Declared, asOf, told);

    public static ClockReplay Replay(ClockRule rule, Reading reading, string asOf, params string[] told) =>
        new Clock(rule, Office, Days).Replay(Case(told), reading, At(asOf));
}
