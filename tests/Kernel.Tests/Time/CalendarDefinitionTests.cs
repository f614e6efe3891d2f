using System.Text.Json;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Tests.Time;

public class CalendarDefinitionTests
{
    private const string Whole = """
        {"timeZone":"Europe/Paris","weekly":{"monday":[["09:00","12:30"],["14:00","18:00"]],"friday":[["09:00","24:00"]]},
         "holidays":{"zone":"metropole","dates":["2026-12-24"]},"closures":[{"from":"2026-08-03","to":"2026-08-21"},{"from":"2026-09-01","to":"2026-09-01","hours":[["12:00","13:00"]]}],
         "openings":[{"date":"2026-12-24","hours":[["09:00","12:00"]]}]}
        """;

    [Fact]
    public void Json_comes_back_as_it_was_read() =>
        JsonElement.DeepEquals(JsonElement.Parse(Calendars.Definition(Whole).ToJson().ToJsonString()), JsonElement.Parse(Whole)).ShouldBeTrue();

    [Theory]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{}}""", "calendar.weekly")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[]}}""", "calendar.weekly")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{},"openings":[{"date":"2026-12-24","hours":[["09:00","12:00"]]}]}""", "calendar.weekly")]
    [InlineData("""{"timeZone":"Europe/Paris"}""", "calendar.weekly")]
    [InlineData("""{"weekly":{"monday":[["09:00","12:30"]]}}""", "calendar.timeZone")]
    [InlineData("""{"timeZone":"Mars/Olympus","weekly":{"monday":[["09:00","12:30"]]}}""", "calendar.timeZone")]
    [InlineData("""{"timeZone":7,"weekly":{"monday":[["09:00","12:30"]]}}""", "calendar.timeZone")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"lundi":[["09:00","12:30"]]}}""", "calendar.weekly.lundi")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["12:30","09:00"]]}}""", "calendar.weekly.monday[0]")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["09:00","12:00"],["09:00","09:00"]]}}""", "calendar.weekly.monday[1]")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["24:00","24:00"]]}}""", "calendar.weekly.monday[0]")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["09:00","24:01"]]}}""", "calendar.weekly.monday[0]")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["9h","12h"]]}}""", "calendar.weekly.monday[0]")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["09:00"]]}}""", "calendar.weekly.monday[0]")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":"09:00"}}""", "calendar.weekly.monday")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["09:00","12:30"]]},"holidays":{"zone":"bretagne"}}""", "calendar.holidays.zone")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["09:00","12:30"]]},"holidays":{"dates":["2026-02-30"]}}""", "calendar.holidays.dates[0]")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["09:00","12:30"]]},"closures":[{"from":"2026-08-21","to":"2026-08-03"}]}""", "calendar.closures[0]")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["09:00","12:30"]]},"closures":[{"from":"2026-08-21"}]}""", "calendar.closures[0].to")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["09:00","12:30"]]},"openings":[{"date":"2026-08-21"}]}""", "calendar.openings[0].hours")]
    [InlineData("""{"timeZone":"Europe/Paris","weekly":{"monday":[["09:00","12:30"]]},"holiday":{}}""", "calendar.holiday")]
    [InlineData("[]", "calendar")]
    public void A_bad_part_is_refused_by_its_name(string json, string field)
    {
        var refusal = Should.Throw<Refused>(() => Calendars.Definition(json));

        refusal.Field.ShouldBe(field);
        refusal.Message.ShouldStartWith(field);
    }
}
