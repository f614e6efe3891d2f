using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Product.Tests.Service;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class CaseListTests
{
    private static readonly Instant _monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly CommitmentRule _rule = CommitmentRule.Of(new ClockRule { Start = EventPattern.Activity("Asked"), Stop = EventPattern.Activity("Answered"), Target = new DayTarget(1, endOfDay: true) });

    // Q1 and Q3 started together; Q2 later and late; Q4 before 1970, still open.
    private static readonly MeasuredCases _measured = new(
        new MeasuredTerms(Guid.Empty, "Questions", Party.Provider, BusinessDays.For(HolidayZone.Metropole), [new VersionTerms(Guid.Empty, new DateOnly(2026, 1, 1), _rule, [])]),
        [Case("Q1", _monday, Standing.KeptProven, 5), Case("Q2", _monday + Duration.FromDays(40), Standing.Late, 90), Case("Q3", _monday, Standing.KeptProven, 4), Case("q4", Instant.FromUtc(1969, 5, 1, 0, 0), Standing.Open, null)],
        _monday + Duration.FromDays(60));

    [Theory]
    [InlineData("start", "q4 Q1 Q3 Q2")]
    [InlineData("-start", "Q2 Q1 Q3 q4")]
    [InlineData("case", "Q1 Q2 Q3 q4")]
    [InlineData("-case", "q4 Q3 Q2 Q1")]
    [InlineData("stop", "q4 Q3 Q1 Q2")]
    [InlineData("-running", "Q2 Q1 Q3 q4")]
    [InlineData("outcome", "Q1 Q3 Q2 q4")]
    [InlineData("-outcome", "q4 Q2 Q1 Q3")]
    public void Each_order_is_kept_and_ties_stay_as_in_the_source(string sort, string expected) =>
        Names(CaseFilter.Parse(null, null, null, null, sort).All(_measured)).ShouldBe(expected);

    [Theory]
    [InlineData("Late", null, null, "Q2")]
    [InlineData(null, "2026-03", null, "Q1 Q3")]
    [InlineData(null, null, "Q4", "q4")]
    [InlineData("KeptProven", "2026-03", "3", "Q3")]
    [InlineData("Imprecise", null, null, "")]
    public void A_list_keeps_what_its_filters_ask_for(string? outcome, string? month, string? search, string expected) =>
        Names(CaseFilter.Parse(outcome, null, month, search, "case").All(_measured)).ShouldBe(expected);

    [Fact]
    public void Pages_show_each_row_once_and_say_how_many_there_are()
    {
        var filter = CaseFilter.Parse(null, null, null, "q", "start");

        var pages = Enumerable.Range(1, 3).Select(page => filter.Page(_measured, page, 3)).ToList();

        pages.Select(page => Names(page.Rows)).ShouldBe(["q4 Q1 Q3", "Q2", ""]);
        pages.ShouldAllBe(page => page.Total == 4);
        filter.Page(_measured, int.MaxValue, 3).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void More_searches_than_are_remembered_answer_the_same()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var search = 0; search < 30; search++)
            {
                Names(CaseFilter.Parse(null, null, null, "q" + search, null).All(_measured)).ShouldBe(search is >= 1 and <= 4 ? (search == 4 ? "q4" : "Q" + search) : "");
            }
        }
    }

    private static string Names(IEnumerable<CaseObligation> cases) => string.Join(' ', cases.Select(item => item.Case));

    private static CaseObligation Case(string name, Instant start, Standing standing, int? hours)
    {
        var reading = hours is { } ran
            ? new CaseReading(Outcome.Met, Moment.Of(start + Duration.FromHours(ran)), Duration.FromHours(ran).BclCompatibleTicks)
            : new CaseReading(Outcome.Pending, default, 0);
        return new CaseObligation
        {
            Case = name,
            CaseKey = name[1] - '0',
            Version = 0,
            Month = MonthNumber.Of(start.InUtc().Date.ToDateOnly()),
            Start = Moment.Of(start),
            Declared = reading,
            Evidenced = reading,
            Proven = reading,
            ProviderPausedTicks = 0,
            Standing = standing,
            Delay = null,
        };
    }
}
