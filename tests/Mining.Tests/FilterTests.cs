using System.Globalization;
using CsCheck;
using NodaTime;
using static Pupitre.Mining.Tests.Logs;

namespace Pupitre.Mining.Tests;

public class FilterTests
{
    private const string Text = """
        case,activity,time,transition,resource,amount
        1,A,2026-01-05T08:00:00Z,start,Ann,10
        1,B,2026-01-06T08:00:00Z,complete,Bob,20
        1,C,2026-01-07T08:00:00Z,complete,Bob,
        2,A,2026-01-06T08:00:00Z,complete,Ann,30
        2,C,2026-01-06T09:00:00Z,complete,Cid,
        3,B,2026-02-01T08:00:00Z,start,Bob,
        3,A,2026-02-03T08:00:00Z,complete,Ann,5
        3,C,2026-02-04T08:00:00Z,complete,,
        """;

    private static readonly LogView Whole = Load(Text, new() { Attributes = new HashSet<string> { "amount" } }).Whole;

    public static TheoryData<LogFilter, string> Filters => new()
    {
        { new PeriodFilter(Day(1, 6), Day(2, 1), PeriodRule.CasesStarted), "2: A, C" },
        { new PeriodFilter(Day(1, 7), Day(2, 4), PeriodRule.CasesEnded), "1: A, B, C" },
        { new PeriodFilter(Day(1, 6), Day(1, 7), PeriodRule.CasesWithin), "2: A, C" },
        { new PeriodFilter(Day(1, 6), Day(1, 7), PeriodRule.CasesTouching), "1: A, B, C|2: A, C" },
        { new PeriodFilter(Day(1, 6), Day(2, 2), PeriodRule.Events), "1: B, C|2: A, C|3: B" },
        { new ActivityFilter(["B"], ActivityRule.CasesWithAny), "1: A, B, C|3: B, A, C" },
        { new ActivityFilter(["B", "A"], ActivityRule.CasesWithAll), "1: A, B, C|3: B, A, C" },
        { new ActivityFilter(["B", "unknown"], ActivityRule.CasesWithAll), "" },
        { new ActivityFilter(["B"], ActivityRule.CasesWithout), "2: A, C" },
        { new ActivityFilter(["A"], ActivityRule.CasesStarting), "1: A, B, C|2: A, C" },
        { new ActivityFilter(["A"], ActivityRule.CasesEnding), "" },
        { new ActivityFilter(["B"], ActivityRule.Events), "1: B|3: B" },
        { new ActivityFilter(["C", "A"], ActivityRule.OtherEvents), "1: B|3: B" },
        { new VariantShareFilter(0.5), "1: A, B, C|2: A, C" },
        { new VariantShareFilter(0), "" },
        { new VariantShareFilter(1), "1: A, B, C|2: A, C|3: B, A, C" },
        { new VariantFilter(["B", "A", "C"]), "3: B, A, C" },
        { new VariantFilter(["B", "unknown"]), "" },
        { new AttributeFilter("org:resource", ["Cid"], ValueRule.Cases), "2: A, C" },
        { new AttributeFilter("org:resource", ["Cid"], ValueRule.CasesWithout), "1: A, B, C|3: B, A, C" },
        { new AttributeFilter("org:resource", ["Bob"], ValueRule.Events), "1: B, C|3: B" },
        { new AttributeFilter("amount", ["30"], ValueRule.Cases), "2: A, C" },
        { new AttributeFilter("unknown", ["30"], ValueRule.Cases), "" },
        { new NumberFilter("amount", 10, null, ValueRule.Events), "1: A, B|2: A" },
        { new NumberFilter("amount", null, 5, ValueRule.Cases), "3: B, A, C" },
        { new DurationFilter(Duration.FromDays(3), null), "3: B, A, C" },
        { new DurationFilter(null, Duration.FromHours(1)), "2: A, C" },
        { new DurationFilter(Duration.FromHours(2), Duration.FromDays(2)), "1: A, B, C" },
        { new FollowerFilter("A", "C", FollowerRule.Directly), "2: A, C|3: B, A, C" },
        { new FollowerFilter("A", "C", FollowerRule.NeverDirectly), "1: A, B, C" },
        { new FollowerFilter("B", "C", FollowerRule.Eventually), "1: A, B, C|3: B, A, C" },
        { new FollowerFilter("B", "A", FollowerRule.Never), "1: A, B, C|2: A, C" },
        { new TransitionFilter(["COMPLETE"]), "1: B, C|2: A, C|3: A, C" },
    };

    [Theory]
    [MemberData(nameof(Filters), DisableDiscoveryEnumeration = true)]
    public void A_filter_keeps_what_it_says(LogFilter filter, string kept)
    {
        var view = Whole.Where(filter, TestContext.Current.CancellationToken);

        string.Join('|', Shown(view)).ShouldBe(kept, filter.Words);
        view.Basis.Cases.ShouldBe(Shown(view).Count);
        view.Basis.Filters.ShouldBe([filter.Words]);
    }

    [Fact]
    public void Filters_follow_each_other_each_on_what_the_one_before_has_left()
    {
        var view = Whole.Where(new ActivityFilter(["A"], ActivityRule.OtherEvents), TestContext.Current.CancellationToken)
            .Where(new FollowerFilter("B", "C", FollowerRule.Directly), TestContext.Current.CancellationToken);

        (string.Join('|', Shown(view)), view.Basis.Cases, view.Basis.Events, view.Filters.Count).ShouldBe(("1: B, C|3: B, C", 2, 4, 2));
    }

    [Fact]
    public void A_filter_says_what_it_keeps_in_the_language_of_the_reader()
    {
        var filter = new PeriodFilter(Day(1, 6), Day(2, 1), PeriodRule.CasesStarted);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        filter.Words.ShouldBe("cas commencés du 06/01/2026 au 01/02/2026 exclu");
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        filter.Words.ShouldBe("cases begun from 06/01/2026 until before 01/02/2026");
    }

    /// <summary>A view of some events gives the figures of a log that was made of those events alone.</summary>
    [Fact]
    public void Figures_of_a_view_are_those_of_a_log_of_its_events_alone() => RandomLogs.Events.Sample(events =>
    {
        var view = RandomLogs.Log(events).Whole.Where(new ActivityFilter(["b", "d"], ActivityRule.OtherEvents));
        var alone = RandomLogs.Log([.. events.Where(item => item.Activity is not ("b" or "d"))]).Whole;

        Shown(view).ShouldBe(Shown(alone), ignoreOrder: true);
        view.EventCount.ShouldBe(alone.EventCount);
        RandomLogs.Shown(LogFigures.Of(view)).ShouldBe(RandomLogs.Shown(LogFigures.Of(alone)));
    });

    private static Instant Day(int month, int day) => Instant.FromUtc(2026, month, day, 0, 0);
}
