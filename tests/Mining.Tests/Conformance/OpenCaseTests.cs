using CsCheck;
using NodaTime;

namespace Pupitre.Mining.Tests.Conformance;

/// <summary>Cases that are still under way: what they lack is still to come.</summary>
public class OpenCaseTests
{
    private const int Samples = 200;
    private static readonly AlignmentLimits Small = new() { MostMarkings = 500, MostSearched = 2_000 };

    // Received, recorded, paid; a dispute stands nowhere.
    private static readonly PetriNet Invoice = Nets.Of("p0", "p3", "p0 -a-> p1", "p1 -b-> p2", "p2 -c-> p3");

    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Theory]
    [InlineData("", 0, 3)]
    [InlineData("a", 0, 2)]
    [InlineData("ab", 0, 1)]
    [InlineData("abc", 0, 0)]
    [InlineData("ac", 1, 1)]
    [InlineData("b", 1, 2)]
    [InlineData("ax", 1, 3)]
    public void What_is_still_to_come_costs_nothing_and_what_was_passed_by_costs_as_ever(string sequence, int begun, int whole)
    {
        var variants = Nets.Variants((sequence, 1));

        Nets.Aligned(variants, BegunRuns.Of(Invoice)).CostOf(0).ShouldBe(begun);
        Nets.Aligned(variants, Invoice).CostOf(0).ShouldBe(whole);
    }

    /// <summary>The way that costs least to the end (b, then out) would call b an addition: the case is on its way along the long branch.</summary>
    [Fact]
    public void A_long_branch_that_was_begun_is_no_deviation()
    {
        var net = Nets.Of("p0", "end", "p0 -a-> p1", "p1 -b-> q1", "q1 -c-> q2", "q2 -d-> q3", "q3 -e-> p9", "p1 -x-> p9", "p9 -z-> end");
        var variants = Nets.Variants(("ab", 1));

        Nets.Aligned(variants, BegunRuns.Of(net)).CostOf(0).ShouldBe(0);
        Nets.Aligned(variants, BegunRuns.Of(net), Small with { MostMarkings = 2 }).CostOf(0).ShouldBe(0);
    }

    [Fact]
    public void A_beginning_costs_no_more_than_any_way_of_going_on() => RandomNets.Gen.Sample(
        given =>
        {
            var variants = Nets.Variants([.. given.Sequences.Select(sequence => (sequence, 1))]);
            if (Nets.AlignedOrNull(variants, BegunRuns.Of(given.Net), Small) is not { } begun)
            {
                return;
            }

            for (var variant = 0; variant < variants.Count; variant++)
            {
                foreach (var more in (string[])["", "a", "b", "cd", "abcd"])
                {
                    var whole = BruteForce.CostOf(given.Net, Nets.Letters(variants, variant) + more, out var gaveUp);
                    if (!gaveUp && whole is not null && begun.CostOf(variant) is { } cost)
                    {
                        cost.ShouldBeLessThanOrEqualTo(whole.Value);
                    }
                }
            }
        },
        iter: Samples,
        print: RandomNets.Told);

    [Fact]
    public void The_transitions_of_the_net_keep_their_places()
    {
        var begun = BegunRuns.Of(Invoice);

        begun.Transitions.Take(3).Select(transition => transition.Label).ShouldBe(["a", "b", "c"]);
        begun.Transitions.Skip(3).ShouldAllBe(transition => transition.IsSilent);
    }

    [Fact]
    public void Open_cases_and_ended_ones_are_counted_each_in_its_own_way_and_together()
    {
        // 1 ran through, 2 was never paid, 3 and 4 are recorded and not due yet, 5 skipped its record and is not due yet.
        var view = Log(("1", "abc"), ("2", "ab"), ("3", "ab"), ("4", "ab"), ("5", "a")).Whole;
        var skipping = Log(("1", "abc"), ("2", "ab"), ("3", "ab"), ("4", "ab"), ("5", "b")).Whole;

        var held = CaseAlignments.Run(view, Invoice, number => number >= 2, token: TestContext.Current.CancellationToken);
        held.OpenCases.ShouldBe(3);
        held.FittingCases.ShouldBe(4);
        held.Ended.FittingCases.ShouldBe(1);
        held.ByActivity().ShouldBe([new Deviation("c", MoveKind.Skipped, 1, 1)]);
        held.PositionsWith("c", MoveKind.Skipped).ShouldBe([1]);
        held.Uses().Select(use => (use.Taken, use.Skipped)).ShouldBe([(5, 0), (4, 0), (1, 1)]);

        var other = CaseAlignments.Run(skipping, Invoice, number => number >= 2, token: TestContext.Current.CancellationToken);
        other.ByActivity().ShouldBe([new Deviation("a", MoveKind.Skipped, 1, 1), new Deviation("c", MoveKind.Skipped, 1, 1)]);
        other.IsOpen(4).ShouldBeTrue();
        other.Of(4)!.Cost.ShouldBe(1);
    }

    [Fact]
    public void Without_an_open_case_nothing_differs_from_the_alignments_of_the_log()
    {
        var view = Log(("1", "abc"), ("2", "ab"), ("3", "acb")).Whole;

        var held = CaseAlignments.Run(view, Invoice, _ => false, token: TestContext.Current.CancellationToken);
        var known = AlignVariants.Run(view.Variants, Invoice, token: TestContext.Current.CancellationToken);

        held.Begun.ShouldBeNull();
        held.ByActivity().ShouldBe(known.ByActivity());
        held.Uses().ShouldBe(known.Uses());
        held.MeanTraceFitness.ShouldBe(known.MeanTraceFitness);
        held.FittingCases.ShouldBe(known.FittingCases);
    }

    /// <summary>A case that has come to the end of the model is not under way, however young it is.</summary>
    [Fact]
    public void A_case_at_the_end_of_the_model_has_ended()
    {
        var held = CaseAlignments.Run(Log(("1", "abc"), ("2", "ab")).Whole, Invoice, _ => true, token: TestContext.Current.CancellationToken);

        held.IsOpen(0).ShouldBeFalse();
        held.IsOpen(1).ShouldBeTrue();
    }

    [Fact]
    public void Recorded_invoices_are_open_until_they_have_waited_longer_than_nine_in_ten()
    {
        // Twenty invoices, one a day, recorded after 2 days and paid after 30; then three more: recorded long ago, lately, and not recorded.
        var builder = new EventLogBuilder();
        for (var number = 0; number < 20; number++)
        {
            Add(builder, $"old {number}", number, ("received", 0), ("recorded", 2), ("paid", 30));
        }

        Add(builder, "never paid", 10, ("received", 0), ("recorded", 2));
        Add(builder, "recorded", 90, ("received", 0), ("recorded", 2));
        Add(builder, "received", 85, ("received", 0));
        var log = builder.Build(TestContext.Current.CancellationToken);

        var open = OpenCases.Of(log, At(100), TestContext.Current.CancellationToken);

        log.CaseNames.Where((_, number) => open.IsOpen(number)).ShouldBe(["recorded", "received"]);
        log.CaseNames.Where((_, number) => open.MayGoOn(number)).ShouldBe(["recorded", "received"]);
        open.Count.ShouldBe(2);

        // Half a year later, without news, they are no longer waited for.
        OpenCases.Of(log, At(300), TestContext.Current.CancellationToken).Count.ShouldBe(0);
    }

    /// <summary>The day on which an invoice falls due stands in its table whether or not it was paid before.</summary>
    [Fact]
    public void What_follows_the_end_does_not_open_a_case_again()
    {
        var builder = new EventLogBuilder();
        for (var number = 0; number < 20; number++)
        {
            Add(builder, $"late {number}", number, ("issued", 0), ("due", 30), ("paid", 35));
        }

        for (var number = 0; number < 6; number++)
        {
            Add(builder, $"early {number}", number, ("issued", 0), ("paid", 20), ("due", 30));
        }

        Add(builder, "paid early", 60, ("issued", 0), ("paid", 20), ("due", 30));
        Add(builder, "due", 60, ("issued", 0), ("due", 30));
        var log = builder.Build(TestContext.Current.CancellationToken);

        var open = OpenCases.Of(log, At(92), TestContext.Current.CancellationToken);

        log.CaseNames.Where((_, number) => open.MayGoOn(number)).ShouldBe(["due"]);
    }

    /// <summary>In the first weeks of a company nothing has been paid yet: the log cannot show it, who knows the model does.</summary>
    [Fact]
    public void Where_nothing_has_come_to_its_end_yet_a_month_is_waited()
    {
        var builder = new EventLogBuilder();
        for (var number = 0; number < 12; number++)
        {
            Add(builder, $"{number}", number, ("received", 0), ("recorded", 2));
        }

        var log = builder.Build(TestContext.Current.CancellationToken);

        var open = OpenCases.Of(log, At(15), TestContext.Current.CancellationToken);
        Enumerable.Range(0, log.CaseCount).ShouldAllBe(number => open.MayGoOn(number));
        open.Count.ShouldBe(0);
        var later = OpenCases.Of(log, At(80), TestContext.Current.CancellationToken);
        Enumerable.Range(0, log.CaseCount).ShouldAllBe(number => !later.MayGoOn(number));
    }

    private static void Add(EventLogBuilder builder, string name, int day, params (string Activity, int After)[] events)
    {
        foreach (var (activity, after) in events)
        {
            builder.Add(name, activity, At(day + after));
        }
    }

    private static Instant At(int day) => Start + Duration.FromDays(day);

    private static EventLog Log(params (string Name, string Activities)[] cases)
    {
        var builder = new EventLogBuilder();
        foreach (var (name, activities) in cases)
        {
            for (var at = 0; at < activities.Length; at++)
            {
                builder.Add(name, activities[at].ToString(), At(at));
            }
        }

        return builder.Build(TestContext.Current.CancellationToken);
    }
}
