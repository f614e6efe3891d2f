using NodaTime;
using static Pupitre.Mining.Tests.Logs;

namespace Pupitre.Mining.Tests;

public class EventLogTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 6, 1, 12, 0);

    [Fact]
    public void Cases_keep_the_order_of_their_first_event_and_events_that_of_time_with_ties_as_they_came()
    {
        var builder = new EventLogBuilder();
        builder.Add("b", "late", Noon.Plus(Duration.FromHours(2)));
        builder.Add("a", "only", Noon);
        builder.Add("b", "first of two", Noon);
        builder.Add("b", "second of two", Noon);

        Shown(builder.Build(TestContext.Current.CancellationToken)).ShouldBe(["b: first of two, second of two, late", "a: only"]);
    }

    [Fact]
    public void Two_traces_of_one_name_are_two_cases()
    {
        var log = Load(Xes(Trace("1", Event("A", "2026-06-01T10:00:00Z")) + Trace("1", Event("B", "2026-06-01T09:00:00Z"))));

        Shown(log).ShouldBe(["1: A", "1: B"]);
    }

    [Fact]
    public void Rows_of_a_csv_that_bear_one_case_are_one_case_wherever_they_stand() =>
        Shown(Load("case,activity,time\n1,A,2026-06-01T10:00:00Z\n2,B,2026-06-01T10:00:00Z\n1,C,2026-06-01T09:00:00Z\n")).ShouldBe(["1: C, A", "2: B"]);

    [Fact]
    public void Traces_without_a_usable_event_are_no_cases_and_are_listed()
    {
        var log = Load(Xes(Trace("full", Event("A", "2026-06-01T10:00:00Z")) + Trace("none") + Trace("untimed", Event("A", "soon")) + "<trace/>"));

        Shown(log).ShouldBe(["full: A"]);
        (log.LeftOut.EmptyCases, log.LeftOut.Total, string.Join(' ', log.LeftOut.EmptyCaseNames)).ShouldBe((3, 1, "none untimed"));
        log.LeftOut.Listed.ShouldBe([new LeftOutEvent(3, MissingPart.Time)]);
    }

    [Fact]
    public void An_incomplete_log_is_refused_where_that_is_asked()
    {
        const string text = "case,activity,time\n1,A,2026-06-01T10:00:00Z\n1,,2026-06-01T10:00:00Z\n";

        Load(text).LeftOut.WithoutActivity.ShouldBe(1);
        Should.Throw<UnreadableLog>(() => Load(text, new() { RefusesIncomplete = true })).Line.ShouldBe(3);
    }

    [Fact]
    public void Only_the_transition_that_is_asked_for_is_kept_and_the_others_are_counted()
    {
        const string text = "case,activity,time,transition\n1,A,2026-06-01T10:00:00Z,start\n1,A,2026-06-01T11:00:00Z,Complete\n2,A,2026-06-01T11:00:00Z,start\n";
        var log = Load(text, new() { Lifecycle = "complete" });

        (log.CaseCount, log.EventCount, log.OfOtherTransitions).ShouldBe((1, 1, 2));
    }

    [Fact]
    public void Nothing_is_held_of_a_column_that_no_event_fills()
    {
        var log = Load("case,activity,time\n1,A,2026-06-01T10:00:00Z\n");

        (log.EventTransitions.Length, log.EventResources.Length, log.EventParties.Length).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Attributes_that_were_asked_for_are_kept_on_events_and_cases_with_what_they_are()
    {
        var log = Load(
            Xes(Trace("1", """<string key="country" value="FR"/>""", Event("A", "2026-06-01T10:00:00Z", """<float key="amount" value="12.5"/>"""), Event("B", "2026-06-01T11:00:00Z"))),
            new() { Attributes = new HashSet<string> { "country", "amount", "unknown" } });

        log.Attributes.Keys.ShouldBe(["country", "amount"], ignoreOrder: true);
        var amount = log.Attributes["amount"];
        (amount.Kind, amount.NumberOfEvent(0), amount.OfEvent(1), log.Attributes["country"].OfCase(0)).ShouldBe((AttributeKind.Number, 12.5, null, "FR"));
    }

    [Fact]
    public void A_party_is_read_from_the_attribute_that_says_it()
    {
        var log = Load("case,activity,time,who\n1,A,2026-06-01T10:00:00Z,provider\n1,B,2026-06-01T10:00:00Z,\n", new() { PartyAttribute = "who" });

        log.EventParties.ToArray().ShouldBe([0, -1]);
        log.Parties[0].ShouldBe(PartyNames.Provider);
    }

    [Fact]
    public void More_events_than_are_accepted_are_refused() =>
        Should.Throw<UnreadableLog>(() => Load("case,activity,time\n1,A,2026-06-01\n1,B,2026-06-02\n", new() { MostEvents = 1 }));

    [Fact]
    public void Loading_stops_when_it_is_cancelled() => Should.Throw<OperationCanceledException>(() =>
        EventLog.Load(new MemoryStream("case,activity,time\n1,A,2026-06-01\n"u8.ToArray()), token: new CancellationToken(canceled: true)));

    [Fact]
    public void An_empty_log_has_no_cases_and_no_variants()
    {
        var log = Load("case,activity,time\n");

        (log.CaseCount, log.EventCount, log.First, log.Variants.Count).ShouldBe((0, 0, null, 0));
    }
}
