using NodaTime;
using Pupitre.Platform.Ledger;

namespace Pupitre.Product.Tests.Platform;

/// <summary>How the lines of the history are told: by day of the company, and many alike in a row as one.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class HistoryDaysTests
{
    private static readonly DateTimeZone _paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Fact]
    public void A_day_is_the_companys_and_not_that_of_universal_time()
    {
        var days = HistoryDays.Of([Line(2, "2026-11-26T23:30:00Z"), Line(1, "2026-11-26T22:30:00Z")], _paris);

        days.Select(day => day.Day).ShouldBe([new DateOnly(2026, 11, 27), new DateOnly(2026, 11, 26)]);
    }

    [Fact]
    public void Three_alike_in_a_row_are_one_act_and_two_are_two()
    {
        Acts(Line(3, "2026-11-26T09:02:00Z"), Line(2, "2026-11-26T09:01:00Z"), Line(1, "2026-11-26T09:00:00Z")).ShouldBe(["3 2 1"]);
        Acts(Line(2, "2026-11-26T09:01:00Z"), Line(1, "2026-11-26T09:00:00Z")).ShouldBe(["2", "1"]);
    }

    [Theory]
    [InlineData("EvidenceReceived", "Camille", true, "2026-11-26T09:01:00Z")]
    [InlineData("EvidencePlaced", "Anne", true, "2026-11-26T09:01:00Z")]
    [InlineData("EvidencePlaced", null, false, "2026-11-26T09:01:00Z")]
    [InlineData("EvidencePlaced", "Camille", true, "2026-11-26T08:40:00Z")]
    [InlineData("EvidencePlaced", "Camille", true, "2026-11-25T09:01:00Z")]
    public void Another_verb_person_moment_or_day_begins_anew(string verb, string? person, bool byPerson, string at) =>
        Acts(Line(4, "2026-11-26T09:03:00Z"), Line(3, "2026-11-26T09:02:00Z"), Line(2, at, verb, person, byPerson), Line(1, "2026-11-26T09:00:00Z"))
            .ShouldBe(["4", "3", "2", "1"]);

    [Fact]
    public void Lines_that_go_on_without_a_pause_stay_one_act_however_long_it_takes() =>
        Acts([.. Enumerable.Range(0, 30).Select(i => Line(30 - i, $"2026-11-26T{12 - (i / 6):00}:{50 - (i % 6 * 10):00}:00Z"))]).ShouldHaveSingleItem();

    private static IEnumerable<string> Acts(params HistoryRow[] rows) =>
        HistoryDays.Of(rows, _paris).SelectMany(day => day.Acts).Select(act => string.Join(' ', act.Lines.Select(line => line.Number)));

    private static HistoryRow Line(long number, string at, string verb = "EvidencePlaced", string? person = "Camille", bool byPerson = true) =>
        new(number, NodaTime.Text.InstantPattern.ExtendedIso.Parse(at).Value, person, byPerson, verb, "evidence-file", Guid.Empty, null, "", "", "");
}
