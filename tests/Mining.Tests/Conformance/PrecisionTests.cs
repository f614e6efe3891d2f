using CsCheck;

namespace Pupitre.Mining.Tests.Conformance;

public class PrecisionTests
{
    private static readonly PetriNet Choice = Nets.Of("i", "o", "i -a-> p", "p -b-> o", "p -c-> o");

    [Fact]
    public void A_choice_that_nobody_takes_lowers_precision() =>
        // Before a: 3 cases, a allowed and used. After a: b and c allowed, b used. After ab: nothing.
        Measured(Choice, ("ab", 3)).ShouldBe(new(6 / 9.0, 9, 6));

    [Fact]
    public void A_model_that_allows_what_is_done_is_precise() => Measured(Choice, ("ab", 3), ("ac", 1)).ShouldBe(new(1, 12, 12));

    [Fact]
    public void Beginnings_weigh_as_many_cases_as_share_them() =>
        // Nothing: 4 x {a} of {a}. a: 4 x {b} of {b, c}. ab: 4 x {d} of {d, e}.
        Measured(Nets.Of("i", "o", "i -a-> p", "p -b-> q", "p -c-> q", "q -d-> o", "q -e-> o"), ("abd", 4)).ShouldBe(new(12 / 20.0, 20, 12));

    [Fact]
    public void A_model_that_allows_everything_is_imprecise() => Measured(Nets.Of("i", "i", "i -a-> i", "i -b-> i"), ("a", 1)).ShouldBe(new(1 / 4.0, 4, 1));

    [Fact]
    public void Any_order_of_branches_is_allowed_after_silent_steps() =>
        // o; then c and p allowed; then the other; then s.
        Measured(Nets.Of("i", "o", "i -o-> a", "a --> b d", "b -c-> x", "d -p-> y", "x y --> e", "e -s-> o"), ("ocps", 1)).ShouldBe(new(4 / 5.0, 5, 4));

    [Fact]
    public void Deviating_cases_are_read_along_the_model() =>
        // x is none of the model's, b is skipped: the run is ab.
        Measured(Choice, ("axb", 2), ("ab", 1)).ShouldBe(new(6 / 9.0, 9, 6));

    [Fact]
    public void Equal_labels_are_one_activity_and_all_their_ways_are_open() =>
        // After a the model is at p or q: b and c are allowed, whichever a was meant.
        Measured(Nets.Of("i", "o", "i -a-> p", "i -a-> q", "p -b-> o", "q -c-> o"), ("ab", 1)).ShouldBe(new(2 / 3.0, 3, 2));

    [Fact]
    public void A_way_that_never_reaches_the_end_is_not_allowed() =>
        Measured(Nets.Of("i", "o", "i -a-> o", "i -b-> stuck"), ("a", 1)).ShouldBe(new(1, 1, 1));

    [Fact]
    public void Without_a_case_or_a_whole_graph_there_is_no_figure()
    {
        Measured(Choice).ShouldBeNull();
        Nets.Aligned(Nets.Variants(("ab", 1)), Choice, new() { MostMarkings = 1 }).MeasurePrecision(TestContext.Current.CancellationToken).ShouldBeNull();
    }

    [Fact]
    public void No_more_is_used_than_allowed_on_any_small_net() => RandomNets.Gen.Sample(
        given =>
        {
            var variants = Nets.Variants([.. given.Sequences.Select((sequence, at) => (sequence, at + 1))]);
            if (Nets.AlignedOrNull(variants, given.Net, new() { MostMarkings = 500, MostSearched = 0 })?.MeasurePrecision(TestContext.Current.CancellationToken) is { } precision)
            {
                precision.Share.ShouldBeInRange(0, 1);
                precision.Used.ShouldBeLessThanOrEqualTo(precision.Allowed);
            }
        },
        iter: 500);

    private static Precision? Measured(PetriNet net, params (string, int)[] variants) =>
        Nets.Aligned(Nets.Variants(variants), net).MeasurePrecision(TestContext.Current.CancellationToken);
}
