namespace Pupitre.Mining.Tests.Conformance;

public class AlignmentTests
{
    /// <summary>Order, then check and pay in any order, then send; sending may be left out silently.</summary>
    private static readonly PetriNet Shop = Nets.Of("i", "o", "i -o-> a b", "a -c-> c", "b -p-> d", "c d --> e", "e -s-> o", "e --> o");

    [Fact]
    public void A_run_of_the_model_costs_nothing_whatever_its_order()
    {
        var aligned = Nets.Aligned(Nets.Variants(("ocps", 3), ("opc", 2)), Shop);
        (aligned.FittingCases, aligned.Deviations, aligned.MeanTraceFitness, aligned.LogFitness, aligned.ShortestRun).ShouldBe((5L, 0L, 1.0, 1.0, (int?)3));
        aligned.ByActivity().ShouldBeEmpty();
    }

    [Fact]
    public void Deviations_are_counted_by_activity_and_kind_with_their_cases()
    {
        // o|c p|s: p is skipped; x is unknown; the second s is one too many.
        var aligned = Nets.Aligned(Nets.Variants(("ocs", 4), ("oxcxps", 2), ("ocpss", 1)), Shop);
        aligned.ByActivity().ShouldBe(
        [
            new("p", MoveKind.Skipped, 4, 4),
            new("x", MoveKind.Inserted, 4, 2),
            new("s", MoveKind.Inserted, 1, 1),
        ]);
        aligned.Deviations.ShouldBe(9);
        aligned.FittingCases.ShouldBe(0);
        aligned.LogFitness!.Value.ShouldBe(1 - (9.0 / ((4 * (3 + 3)) + (2 * (6 + 3)) + (5 + 3))), 1e-12);
        aligned.MeanTraceFitness!.Value.ShouldBe(((4 * (1 - (1 / 6.0))) + (2 * (1 - (2 / 9.0))) + (1 - (1 / 8.0))) / 7, 1e-12);
    }

    [Fact]
    public void The_cases_of_a_deviation_are_found_through_its_variants()
    {
        var variants = Nets.Variants(("ocs", 4), ("oxcxps", 2), ("ocpss", 1));
        var aligned = Nets.Aligned(variants, Shop);
        aligned.VariantsWith("p", MoveKind.Skipped).Select(variant => Nets.Letters(variants, variant)).ShouldBe(["ocs"]);
        aligned.VariantsWith("x", MoveKind.Inserted).Select(variant => Nets.Letters(variants, variant)).ShouldBe(["oxcxps"]);
        aligned.VariantsWith("x", MoveKind.Skipped).ShouldBeEmpty();
    }

    [Fact]
    public void An_alignment_tells_its_moves_with_the_steps_of_the_model()
    {
        var aligned = Nets.Aligned(Nets.Variants(("oxc", 1)), Shop).Of(0)!;
        aligned.Moves.Select(move => (move.Kind, move.Activity, move.Transition?.Id)).ShouldBe(
        [
            (MoveKind.Synchronous, "o", "t0"),
            (MoveKind.Skipped, "p", "t2"),
            (MoveKind.Inserted, "x", null),
            (MoveKind.Synchronous, "c", "t1"),
            (MoveKind.Silent, null, "t3"),
            (MoveKind.Silent, null, "t5"),
        ]);
        (aligned.Cost, aligned.Fitness).ShouldBe((2, 1 - (2 / 6.0)));
    }

    [Fact]
    public void Steps_of_the_model_are_counted_as_taken_or_skipped()
    {
        var uses = Nets.Aligned(Nets.Variants(("ocps", 3), ("oc", 2)), Shop).Uses();
        uses.Select(use => (use.Transition.Id, use.Taken, use.Skipped)).ShouldBe([("t0", 5, 0), ("t1", 5, 0), ("t2", 3, 2), ("t3", 5, 0), ("t4", 3, 0), ("t5", 2, 0)]);
    }

    [Fact]
    public void An_empty_case_skips_the_shortest_run()
    {
        var aligned = Nets.Aligned(Nets.Variants(("", 2), ("xy", 1)), Shop);
        (aligned.CostOf(0), aligned.FitnessOf(0), aligned.CostOf(1), aligned.FitnessOf(1)).ShouldBe((3, 0.0, 5, 0.0));
    }

    [Fact]
    public void An_empty_case_fits_a_model_that_may_do_nothing()
    {
        var aligned = Nets.Aligned(Nets.Variants(("", 1)), Nets.Of("i", "i", "i -a-> i"));
        (aligned.FittingCases, aligned.MeanTraceFitness, aligned.LogFitness).ShouldBe((1L, 1.0, 1.0));
    }

    [Fact]
    public void Without_cases_there_is_no_fitness()
    {
        var aligned = Nets.Aligned(Nets.Variants(), Shop);
        (aligned.MeanTraceFitness, aligned.LogFitness, aligned.Deviations).ShouldBe((null, null, 0L));
    }

    [Fact]
    public void Of_two_steps_with_one_label_the_one_that_leads_on_is_taken() =>
        Nets.Aligned(Nets.Variants(("ab", 1), ("ac", 1), ("abc", 1)), Nets.Of("i", "o", "i -a-> p", "i -a-> q", "p -b-> o", "q -c-> o"))
            .Deviations.ShouldBe(1);

    [Fact]
    public void A_circle_of_silent_steps_is_no_trap()
    {
        var net = Nets.Of("i", "o", "i --> p", "p --> i", "p -a-> i", "i -b-> o");
        var aligned = Nets.Aligned(Nets.Variants(("aab", 1), ("ax", 1)), net);
        PlayedAlignment.ShouldBeRight(aligned.Of(0)!, net, "aab");
        (aligned.CostOf(0), aligned.CostOf(1)).ShouldBe((0, 2));
    }

    [Fact]
    public void Weights_and_several_tokens_count()
    {
        var net = Nets.Of("i i", "o", "i -a-> p", "p p -b-> o");
        Nets.Aligned(Nets.Variants(("aab", 1), ("ab", 1)), net).ByActivity().ShouldBe([new("a", MoveKind.Skipped, 1, 1)]);
    }

    [Fact]
    public void Steps_that_can_never_be_taken_are_named()
    {
        var model = Nets.Aligned(Nets.Variants(("a", 1)), Nets.Of("i", "o", "i -a-> o", "never -b-> o")).Explored;
        (model.Markings, model.Dead.Single().Label).ShouldBe((2, "b"));
    }

    [Fact]
    public void A_model_that_cannot_finish_is_refused_with_the_reason() =>
        Should.Throw<UnusableModel>(() => Nets.Aligned(Nets.Variants(("a", 1)), Nets.Of("i", "o q", "i -a-> o", "i -b-> q"))).Message.ShouldContain("3");

    [Fact]
    public void A_stopped_alignment_says_so()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Should.Throw<OperationCanceledException>(() => AlignVariants.Run(Nets.Variants(("ocps", 1)), Shop, token: stopped.Token));
    }
}
