using System.Text.Json;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Time;

/// <summary>Calendars and times as the rules write them.</summary>
internal static class Calendars
{
    public const string OfficeHours = """[["09:00","12:30"],["14:00","18:00"]]""";

    /// <summary>Calendar W of the worked examples.</summary>
    public static BusinessCalendar W { get; } = Weekdays(OfficeHours, ""","holidays":{"zone":"metropole"}""");

    public static BusinessCalendar AlwaysOpen { get; } = AllDays("""[["00:00","24:00"]]""");

    public static DateTimeZone Paris { get; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public static BusinessCalendar Of(string json) => BusinessCalendar.Compile(Definition(json));

    public static CalendarDefinition Definition(string json) => CalendarDefinition.FromJson(JsonDocument.Parse(json).RootElement);

    public static BusinessCalendar Weekdays(string hours, string rest = "", string zone = "Europe/Paris") => Of($$"""
        {"timeZone":"{{zone}}","weekly":{"monday":{{hours}},"tuesday":{{hours}},"wednesday":{{hours}},"thursday":{{hours}},"friday":{{hours}}}{{rest}}}
        """);

    public static BusinessCalendar AllDays(string hours, string rest = "", string zone = "Europe/Paris") => Of($$"""
        {"timeZone":"{{zone}}","weekly":{"monday":{{hours}},"tuesday":{{hours}},"wednesday":{{hours}},"thursday":{{hours}},"friday":{{hours}},
        "saturday":{{hours}},"sunday":{{hours}}}{{rest}}}
        """);

    /// <summary>An instant from its local time in Paris, or with an offset.</summary>
    public static Instant At(string text) => WireTime.Parse(text, Paris, "at");

    public static string Local(Instant instant) => WireTime.Local(instant, Paris);

    public static Duration Hours(double hours) => Duration.FromHours(hours);
}
