namespace Pupitre.Mining.Tests.Conformance;

public class LogConformanceTests
{
    private const string Csv = """
        case,activity,time
        one,a,2026-01-05T08:00:00Z
        one,b,2026-01-05T09:00:00Z
        two,a,2026-01-06T08:00:00Z
        three,a,2026-02-06T08:00:00Z
        three,x,2026-02-06T09:00:00Z
        three,b,2026-02-06T10:00:00Z
        four,a,2026-02-07T08:00:00Z
        """;

    private static readonly PetriNet Line = Nets.Of("i", "o", "i -a-> p", "p -b-> o");
    private readonly EventLog _log = Logs.Load(Csv);

    [Fact]
    public void A_deviation_leads_to_its_cases()
    {
        var held = Held(_log.Whole);
        held.Alignments.ByActivity().ShouldBe([new("b", MoveKind.Skipped, 2, 2), new("x", MoveKind.Inserted, 1, 1)]);
        Names(held.CasesWith("b", MoveKind.Skipped)).ShouldBe(["two", "four"]);
        Names(held.CasesWith("x", MoveKind.Inserted)).ShouldBe(["three"]);
        Names(held.FittingCases()).ShouldBe(["one"]);
        Names(held.DeviatingCases()).ShouldBe(["two", "three", "four"]);
        held.UnsolvedCases().ShouldBeEmpty();
    }

    [Fact]
    public void A_filtered_view_is_held_alone_and_says_its_basis()
    {
        var held = Held(_log.Whole.Where(new ActivityFilter(["x"], ActivityRule.CasesWithout), TestContext.Current.CancellationToken));
        (held.Alignments.Deviations, held.View.Basis.Cases, held.View.Basis.Filters.Count).ShouldBe((2L, 3, 1));
        Names(held.CasesWith("b", MoveKind.Skipped)).ShouldBe(["two", "four"]);
        held.CasesWith("x", MoveKind.Inserted).ShouldBeEmpty();
        held.AlignmentOf(1)!.Cost.ShouldBe(1);
    }

    private static LogConformance Held(LogView view) => LogConformance.Of(view, Line, token: TestContext.Current.CancellationToken);

    private IEnumerable<string> Names(IEnumerable<int> cases) => cases.Select(number => _log.CaseNames[number]);
}
