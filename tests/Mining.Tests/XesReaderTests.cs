using NodaTime;
using static Pupitre.Mining.Tests.Logs;

namespace Pupitre.Mining.Tests;

public class XesReaderTests
{
    [Theory]
    [InlineData("<log>")]
    [InlineData("""<log xmlns="http://www.xes-standard.org/">""")]
    public void Namespaces_or_none(string root) => ReadAll(Xes(Trace("1", Event("A", "2026-06-01T10:00:00.000+02:00")), root)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
        item => item.Case.ShouldBe("1"),
        item => item.Activity.ShouldBe("A"),
        item => item.Time.ShouldBe(Instant.FromUtc(2026, 6, 1, 8, 0)),
        item => item.Offset.ShouldBe(Offset.FromHours(2)));

    [Fact]
    public void A_prefixed_namespace_is_the_same_log() => ReadAll("""
        <x:log xmlns:x="http://www.xes-standard.org/"><x:trace><x:string key="concept:name" value="1"/><x:event><x:string key="concept:name" value="A"/>
        <x:date key="time:timestamp" value="2026-06-01T10:00:00Z"/></x:event></x:trace></x:log>
        """).ShouldHaveSingleItem().Activity.ShouldBe("A");

    [Fact]
    public void Attributes_of_events_and_cases_are_kept_and_nested_ones_passed_over()
    {
        var nested = """<list key="items"><values><string key="n1" value="x"/></values></list><string key="impact" value="High"><int key="meta" value="3"/></string>""";
        var item = ReadAll(Xes("""<trace><string key="concept:name" value="1"/><string key="country" value="FR"><string key="deep" value="no"/></string>"""
            + Event("A", "2026-06-01T10:00:00Z", """<string key="lifecycle:transition" value="start"/><string key="org:resource" value="Ann"/>""" + nested)
            + "</trace>")).ShouldHaveSingleItem();

        (item.Transition, item.Resource, item.CaseAttributes).ShouldBe(("start", "Ann", "concept:name=1|country=FR"));
        item.Attributes.ShouldBe("concept:name=A|time:timestamp=2026-06-01T10:00:00Z|lifecycle:transition=start|org:resource=Ann|impact=High");
    }

    [Fact]
    public void Attributes_of_a_case_count_wherever_they_stand_in_it() =>
        ReadAll(Xes("<trace>" + Event("A", "2026-06-01T10:00:00Z") + """<string key="concept:name" value="late"/></trace>""")).ShouldHaveSingleItem().Case.ShouldBe("late");

    [Fact]
    public void A_global_default_fills_what_an_event_lacks_but_never_a_time_or_a_case()
    {
        var globals = """
            <global scope="trace"><string key="concept:name" value="UNKNOWN"/><string key="country" value="FR"/></global>
            <global scope="event"><date key="time:timestamp" value="1970-01-01T00:00:00Z"/><string key="concept:name" value="UNKNOWN"/><string key="lifecycle:transition" value="complete"/></global>
            """;
        using var reader = Open(Xes(globals
            + Trace("1", """<event><date key="time:timestamp" value="2026-06-01T10:00:00Z"/></event>""", """<event><string key="concept:name" value="B"/></event>""")
            + "<trace>" + Event("C", "2026-06-01T10:00:00Z") + "</trace>"));

        var items = ReadAll(reader);

        items.Select(item => (item.Case, item.Activity, item.Transition, item.CaseAttributes)).ShouldBe(
            [("1", "UNKNOWN", "complete", "concept:name=1|country=FR"), ("trace 2", "C", "complete", "country=FR")]);
        (reader.LeftOut.WithoutTime, reader.LeftOut.WithoutCase).ShouldBe((1, 0));
    }

    [Fact]
    public void Events_without_activity_or_time_or_outside_a_case_are_left_out_and_counted()
    {
        using var reader = Open(Xes(
            Event("outside", "2026-06-01T10:00:00Z") + Trace("1", Event("A", "2026-06-01T10:00:00Z"), """<event><string key="concept:name" value="B"/></event>""", Event("C", "yesterday"), "<event/>")));

        ReadAll(reader).Count.ShouldBe(1);
        (reader.LeftOut.WithoutCase, reader.LeftOut.WithoutTime, reader.LeftOut.WithoutActivity, reader.LeftOut.Total, reader.LeftOut.FirstLine).ShouldBe((1, 2, 1, 4, 3));
    }

    [Fact]
    public void Only_the_attributes_that_are_wanted_are_kept()
    {
        var options = new LogOptions { Attributes = new HashSet<string> { "impact" } };

        ReadAll(Xes(Trace("1", Event("A", "2026-06-01T10:00:00Z", """<string key="impact" value="High"/><string key="other" value="x"/>"""))), options)
            .ShouldHaveSingleItem().Attributes.ShouldBe("impact=High");
    }

    [Fact]
    public void A_gzip_is_recognised_by_its_bytes() => ReadAll(Open(Gzip(Xes(Trace("1", Event("A", "2026-06-01T10:00:00Z")))))).Count.ShouldBe(1);

    [Fact]
    public void A_gzip_that_is_truncated_anywhere_is_refused()
    {
        var packed = Gzip(Xes(Trace("1", [.. Enumerable.Range(0, 200).Select(i => Event("A" + i, "2026-06-01T10:00:00Z"))])));
        for (var length = 2; length < packed.Length; length++)
        {
            Should.Throw<UnreadableLog>(() => ReadAll(Open(packed[..length])), $"after {length} of {packed.Length} bytes");
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(2)]
    public void A_gzip_whose_trailer_does_not_match_is_refused(int fromEnd)
    {
        var packed = Gzip(Xes(Trace("1", Event("A", "2026-06-01T10:00:00Z"))));
        packed[^fromEnd] ^= 1;

        Should.Throw<UnreadableLog>(() => ReadAll(Open(packed)));
    }

    [Fact]
    public void External_entities_are_refused() => Should.Throw<UnreadableLog>(() => ReadAll(
        """<?xml version="1.0"?><!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/passwd">]><log><trace><string key="concept:name" value="&x;"/></trace></log>""")).Message.ShouldContain("DTD");

    [Fact]
    public void A_billion_laughs_is_refused() => Should.Throw<UnreadableLog>(() => ReadAll(
        """<!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><log><string key="x" value="&b;"/></log>"""));

    [Fact]
    public void Ten_thousand_nested_attributes_are_refused_with_their_line()
    {
        var deep = string.Concat(Enumerable.Repeat("""<string key="k" value="v">""", 10_000)) + string.Concat(Enumerable.Repeat("</string>", 10_000));

        Should.Throw<UnreadableLog>(() => ReadAll(Xes(Trace("1", Event("A", "2026-06-01T10:00:00Z", deep))))).Line.ShouldBe(3);
    }

    [Fact]
    public void A_log_without_times_has_no_events_and_says_so()
    {
        using var reader = Open(Xes(Trace("1", """<event><string key="concept:name" value="A"/></event>""", """<event><string key="concept:name" value="B"/></event>""")));

        ReadAll(reader).ShouldBeEmpty();
        reader.LeftOut.WithoutTime.ShouldBe(2);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59Z")]
    public void The_ends_of_the_calendar_are_read(string time) => ReadAll(Xes(Trace("1", Event("A", time)))).Count.ShouldBe(1);

    [Theory]
    [InlineData("<log><trace>")]
    [InlineData("<log><trace></log>")]
    [InlineData("<pnml/>")]
    [InlineData("<")]
    [InlineData("")]
    public void What_is_no_log_is_refused_in_a_sentence(string text) => Should.Throw<UnreadableLog>(() => ReadAll(text)).Message.ShouldNotBeEmpty();

    [Fact]
    public void A_zip_is_refused_with_what_to_do() => Should.Throw<UnreadableLog>(() => Open([0x50, 0x4b, 3, 4, 0, 0]));
}
