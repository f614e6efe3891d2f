using CsCheck;
using NodaTime;
using static Pupitre.Mining.Tests.Logs;

namespace Pupitre.Mining.Tests;

public class StatisticsTests
{
    private const string Text = """
        case,activity,time,resource,party
        1,ask,2026-03-23T08:00:00Z,Ann,company
        1,answer,2026-03-24T08:00:00Z,Bob,provider
        1,answer,2026-03-24T10:00:00Z,Bob,provider
        2,ask,2026-03-25T08:00:00Z,Ann,company
        2,file,2026-03-29T22:30:00Z,Cid,thirdParty
        2,close,2026-04-13T08:00:00Z,,

        """;

    private static readonly LogView View = Load(Text, new() { PartyAttribute = "party" }).Whole;

    /// <summary>The graph by definition: every pair of neighbours of every case, sorted and averaged one by one.</summary>
    [Fact]
    public void A_graph_counts_neighbours_and_their_true_durations() => RandomLogs.Events.Sample(events =>
    {
        var cases = events.Index().GroupBy(item => item.Item.Case).Select(group => group.OrderBy(item => item.Item.Hour).ThenBy(item => item.Index).Select(item => item.Item).ToList()).ToList();
        var pairs = cases.SelectMany(items => items.Zip(items.Skip(1))).GroupBy(pair => (pair.First.Activity, pair.Second.Activity));
        var expected = pairs.Select(pair => (pair.Key, Hours: pair.Select(items => (double)(items.Second.Hour - items.First.Hour)).Order().ToList()))
            .OrderByDescending(pair => pair.Hours.Count).ThenBy(pair => pair.Key.Item1, StringComparer.Ordinal).ThenBy(pair => pair.Key.Item2, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key} {pair.Hours.Count} {pair.Hours.Average():0.#####} {Quantile(pair.Hours, 0.5):0.#####} {Quantile(pair.Hours, 0.9):0.#####} {pair.Hours[^1]}");

        var graph = DirectlyFollowsGraph.Of(RandomLogs.Log(events).Whole);
        graph.Edges.Select(edge => $"{(graph.Activities[edge.From], graph.Activities[edge.To])} {edge.Count} {Hour(edge.Durations.MeanSeconds)} {Hour(edge.Durations.MedianSeconds)} {Hour(edge.Durations.P90Seconds)} {Hour(edge.Durations.MaxSeconds)}").ShouldBe(expected);
        graph.Starts.Sum(count => count.Count).ShouldBe(cases.Count);
    });

    [Fact]
    public void Rework_is_what_occurs_again_in_its_case() => RandomLogs.Events.Sample(events =>
    {
        var repeats = events.GroupBy(item => (item.Case, item.Activity)).Select(group => (group.Key.Case, Again: group.Count() - 1)).Where(item => item.Again > 0).ToList();

        var rework = Rework.Of(RandomLogs.Log(events).Whole);
        (rework.Cases, rework.Repeats).ShouldBe((repeats.Select(item => item.Case).Distinct().Count(), repeats.Sum(item => item.Again)));
    });

    [Fact]
    public void Variants_are_the_distinct_sequences_most_frequent_first() => RandomLogs.Events.Sample(events =>
    {
        var log = RandomLogs.Log(events);
        var ways = Shown(log).Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..].Replace(",", "", StringComparison.Ordinal)).ToList();
        var expected = ways.CountBy(way => way).OrderByDescending(way => way.Value).ThenBy(way => way.Key, StringComparer.Ordinal).Select(way => $"{way.Value}: {way.Key}");

        RandomLogs.Shown(log.Variants).ShouldBe(expected);
        log.Whole.VariantOfCase.ToArray().Select(variant => RandomLogs.Shown(log.Variants).ElementAt(variant).Split(": ")[1]).ShouldBe(ways);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    [InlineData(50_000)]
    public void A_quantile_is_that_of_the_sorted_values(int count) => Gen.Long[-1_000, 1_000].Array[count].Sample(values =>
    {
        var sorted = values.Order().Select(value => (double)value).ToList();
        foreach (var p in (double[])[0, 0.1, 0.5, 0.9, 1])
        {
            OrderStatistic.Quantile([.. values], p).ShouldBe(Quantile(sorted, p), 1e-9);
        }
    }, iter: count > 10_000 ? 5 : 100);

    [Fact]
    public void The_mean_of_durations_of_millennia_is_exact() =>
        DurationFigures.Of([long.MaxValue, long.MaxValue - 2, -3]).MeanSeconds.ShouldBe((double)(((Int128)long.MaxValue * 2 - 5) / 3) / NodaConstants.TicksPerSecond, 1);

    [Fact]
    public void The_time_between_two_events_is_a_wait_on_the_party_of_the_later_one()
    {
        var waiting = Waiting.Of(View, token: TestContext.Current.CancellationToken);

        waiting.Parties.Select(party => $"{Party(party.Party)} {party.Durations.Count} {party.Durations.TotalSeconds / 3600}").ShouldBe(["? 1 345.5", "thirdParty 1 110.5", "provider 2 26"]);
        waiting.Steps.Select(step => $"{View.Log.Activities[step.From]}>{View.Log.Activities[step.To]} {Party(step.Party)}").ShouldBe(["file>close ?", "ask>file thirdParty", "ask>answer provider", "answer>answer provider"]);
        waiting.TotalSeconds.ShouldBe(CaseDurations.Of(View).Figures.TotalSeconds);
    }

    [Fact]
    public void Work_is_handed_over_where_the_next_event_is_by_another()
    {
        var resources = Handovers.Of(View, HandoverRule.Resources, TestContext.Current.CancellationToken);
        var parties = Handovers.Of(View, HandoverRule.Parties, TestContext.Current.CancellationToken);

        resources.Cells.Select(cell => $"{resources.Names[cell.From]}>{resources.Names[cell.To]} {cell.Durations.Count}").ShouldBe(["Ann>Bob 1", "Ann>Cid 1", "Bob>Bob 1"]);
        (resources.Unknown, resources.Changes, parties.Changes).ShouldBe((1, 2, 2));
    }

    [Fact]
    public void Weeks_are_those_of_the_zone_and_none_is_left_out()
    {
        var utc = WeeklyThroughput.Of(View, DateTimeZone.Utc, TestContext.Current.CancellationToken);
        var paris = WeeklyThroughput.Of(View, DateTimeZoneProviders.Tzdb["Europe/Paris"], TestContext.Current.CancellationToken);

        utc.Weeks.Select(week => $"{week.Year}-{week.Week} {week.Monday.Day} {week.Started} {week.Ended} {week.Events} {week.Open}").ShouldBe(["2026-13 23 2 1 5 1", "2026-14 30 0 0 0 1", "2026-15 6 0 0 0 1", "2026-16 13 0 1 1 0"]);
        paris.Weeks.Select(week => week.Events).ShouldBe([4, 1, 0, 1]);
    }

    [Fact]
    public void Bottlenecks_are_the_steps_that_take_most_of_all_time()
    {
        var steps = Bottlenecks.Of(DirectlyFollowsGraph.Of(View, TestContext.Current.CancellationToken)).Steps;

        (View.Log.Activities[steps[0].Edge.From], steps.Sum(step => step.Share)).ShouldBe(("file", 1));
        steps[0].Share.ShouldBe(345.5 / 482, 1e-12);
    }

    [Fact]
    public void What_one_does_on_several_cases_in_one_go_is_a_batch()
    {
        var log = Load("""
            case,activity,time,resource
            1,pay,2026-03-31T17:00:00Z,Ann
            2,pay,2026-03-31T17:02:00Z,Ann
            3,pay,2026-03-31T17:04:00Z,Ann
            4,pay,2026-03-31T18:00:00Z,Ann
            5,pay,2026-03-31T17:01:00Z,Bob
            1,print,2026-03-31T19:00:00Z,Bob
            2,print,2026-03-31T19:00:00Z,Bob

            """);
        var batches = Batches.Of(log.Whole, Duration.FromMinutes(5), least: 2, TestContext.Current.CancellationToken);

        batches.All.Select(batch => $"{log.Activities[batch.Activity]} {log.Resources[batch.Resource]} {batch.Cases} {batch.IsSimultaneous}").ShouldBe(["pay Ann 3 False", "print Bob 2 True"]);
        batches.Activities.Select(activity => (log.Activities[activity.Activity], activity.Events, activity.Occurrences)).ShouldBe([("print", 2, 2), ("pay", 3, 5)]);
    }

    [Fact]
    public void A_dotted_chart_has_a_dot_for_each_event_and_bounds()
    {
        var chart = DottedChart.Of(View, DottedOrder.Duration);

        chart.Cases.ShouldBe([1, 0]);
        chart.Dots.Select(dot => (dot.Row, dot.SinceStart.TotalHours)).ShouldBe([(0, 0), (0, 110.5), (0, 456), (1, 0), (1, 24), (1, 26)]);
        DottedChart.Of(View, DottedOrder.Start, mostCases: 1).Cases.ShouldBe([0]);
        DottedChart.Of(View, DottedOrder.Start, mostDots: 4).Dots.Length.ShouldBe(4);
    }

    [Fact]
    public void A_monthly_cycle_is_held_against_its_plan()
    {
        var steps = new[] { new PlannedStep("ask", month => Due(month, 22)), new PlannedStep("answer", month => Due(month, 25)), new PlannedStep("close", month => Due(month, 30)) };
        var cycles = PlannedCycles.Of(View, steps, _ => new YearMonth(2026, 3), Instant.FromUtc(2026, 3, 31, 0, 0));

        cycles.Cycles[0].Steps.Select(step => (step.Late?.TotalHours, step.Times, step.IsMissing)).ShouldBe([(32, 1, false), (-16, 2, false), (null, 0, true)]);
        cycles.FirstPassYield.ShouldBeNull();
        PlannedCycles.Of(View, steps[..1], _ => new YearMonth(2026, 3), default).FirstPassYield.ShouldBe(1);
    }

    private static Instant Due(YearMonth month, int day) => month.OnDayOfMonth(day).AtMidnight().InUtc().ToInstant();

    private static string Party(int number) => number < 0 ? "?" : View.Log.Parties[number];

    private static string Hour(double seconds) => $"{seconds / 3_600:0.#####}";

    private static double Quantile(List<double> sorted, double p)
    {
        var h = (sorted.Count - 1) * p;
        var below = (int)h;
        return below + 1 < sorted.Count ? sorted[below] + ((h - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
