using CsCheck;

namespace Pupitre.Mining.Tests.Conformance;

public class TokenReplayTests
{
    private static readonly PetriNet Line = Nets.Of("i", "o", "i -a-> p", "p -b-> o");

    [Fact]
    public void A_run_of_the_model_misses_and_leaves_nothing()
    {
        var replayed = Replayed(Nets.Variants(("ab", 3)), Line);
        (replayed.FittingCases, replayed.Produced, replayed.Consumed, replayed.Missing, replayed.Remaining, replayed.LogFitness).ShouldBe((3L, 9L, 9L, 0L, 0L, 1.0));
    }

    [Fact]
    public void A_skipped_step_leaves_its_token_and_misses_the_next()
    {
        // b alone: the initial token and that of b are produced; b and the end consume; p was missing; i remains.
        var replayed = Replayed(Nets.Variants(("b", 1)), Line);
        replayed[0].ShouldBe(new(2, 2, 1, 1, 0, replayed[0].Forced));
        replayed[0].Forced.ShouldBe([0]);
        (replayed.MeanTraceFitness, replayed.Deviations, replayed.FittingCases).ShouldBe((0.5, 2L, 0L));
    }

    [Fact]
    public void The_fitness_of_the_log_is_that_of_its_sums()
    {
        var replayed = Replayed(Nets.Variants(("ab", 3), ("b", 1)), Line);
        (replayed.Produced, replayed.Consumed, replayed.Missing, replayed.Remaining).ShouldBe((11L, 11L, 1L, 1L));
        replayed.LogFitness!.Value.ShouldBe(1 - (1 / 11.0), 1e-12);
        replayed.MeanTraceFitness!.Value.ShouldBe((3 + 0.5) / 4, 1e-12);
    }

    [Fact]
    public void An_unknown_activity_moves_no_token_but_its_case_does_not_fit()
    {
        var replayed = Replayed(Nets.Variants(("axb", 2), ("ab", 1)), Line);
        (replayed.FittingCases, replayed.Missing, replayed.Remaining, replayed.Unknown, replayed.Deviations).ShouldBe((1L, 0L, 0L, 2L, 2L));
        replayed.ByActivity().ShouldBe([new("x", MoveKind.Inserted, 2, 2)]);
    }

    [Fact]
    public void Forced_activities_are_counted_with_their_cases() =>
        Replayed(Nets.Variants(("abb", 2), ("abbb", 1), ("ba", 5)), Line).ByActivity().ShouldBe([new("b", MoveKind.Inserted, 9, 8)]);

    [Fact]
    public void Silent_steps_are_taken_where_they_help()
    {
        var net = Nets.Of("i", "o", "i --> p q", "p -a-> r", "p --> r", "q -b-> s", "r s --> o");
        Replayed(Nets.Variants(("b", 1), ("ba", 1), ("ab", 1)), net).FittingCases.ShouldBe(3);
        // a twice: the second finds no token on p; everything else goes on to the end.
        var replayed = Replayed(Nets.Variants(("aab", 1)), net);
        (replayed.Missing, replayed.Remaining).ShouldBe((1L, 1L));
        replayed[0].Forced.ShouldBe([1]);
    }

    [Fact]
    public void A_choice_between_equal_labels_is_made_by_what_follows() =>
        Replayed(Nets.Variants(("ab", 1), ("ac", 1)), Nets.Of("i", "o", "i -a-> p", "i -a-> q", "p -b-> o", "q -c-> o")).FittingCases.ShouldBe(2);

    /// <summary>The silent step may go on for ever, so that not all runs can be looked at; and the d that needs nothing of it leads nowhere.</summary>
    [Fact]
    public void A_run_is_found_where_silent_steps_pile_up_tokens_without_end()
    {
        var net = Nets.Of("i", "i r", "--> r q", "r i -d-> i", "i -c-> r", "i -d-> ", "q -b-> i");
        var variants = Nets.Variants(("dcb", 1), ("dcc", 1));
        string[] sequences = ["dcb", "dcc"];
        int?[] costs = [.. sequences.Select(sequence => BruteForce.CostOf(net, sequence, out _))];
        costs[0].ShouldBe(0);
        costs[1].ShouldNotBe(0);

        var replayed = Replayed(variants, net);

        // The silent step, d, c and b, with the first token and the two of the end.
        replayed[0].ShouldBe(new(6, 6, 0, 0, 0, replayed[0].Forced));
        replayed[0].Forced.ShouldBeEmpty();
        replayed[1].Fits.ShouldBeFalse();
    }

    [Fact]
    public void A_case_of_a_hundred_thousand_events_is_replayed_and_aligned()
    {
        // Three branches of silent steps, none of which helps the event that is one too many.
        string[] branches = [.. Enumerable.Range(0, 3).SelectMany(branch => new[] { $"s{branch} --> m{branch}", $"m{branch} --> e{branch}" })];
        var net = Nets.Of("i", "o", [.. branches, "i -a-> s0 s1 s2", "e0 e1 e2 -b-> o"]);
        var variants = Nets.Variants((string.Concat(Enumerable.Repeat("ab", 50_000)), 1));
        Replayed(variants, net)[0].Forced.Length.ShouldBeGreaterThan(50_000 - 2);
        Nets.Aligned(variants, net).Deviations.ShouldBe(99_998);
    }

    [Fact]
    public void Without_cases_there_is_no_fitness() => Replayed(Nets.Variants(), Line).LogFitness.ShouldBeNull();

    [Fact]
    public void A_case_fits_exactly_when_its_alignment_costs_nothing() => RandomNets.Gen.Sample(
        given =>
        {
            var variants = Nets.Variants([.. given.Sequences.Select(sequence => (sequence, 1))]);
            var (replayed, aligned) = (Replayed(variants, given.Net), Nets.AlignedOrNull(variants, given.Net, new() { MostMarkings = 500, MostSearched = 0 }));
            for (var variant = 0; variant < variants.Count; variant++)
            {
                if (aligned is null || aligned.CostOf(variant) is not null)
                {
                    replayed[variant].Fits.ShouldBe(aligned?.CostOf(variant) == 0);
                }

                if (aligned?.Of(variant) is { } alignment)
                {
                    PlayedAlignment.ShouldBeRight(alignment, given.Net, Nets.Letters(variants, variant));
                }
            }
        },
        iter: 1_000,
        print: RandomNets.Told);

    [Fact]
    public void No_token_is_lost_and_fitness_is_a_share() => RandomNets.Gen.Sample(
        given =>
        {
            var variants = Nets.Variants([.. given.Sequences.Select(sequence => (sequence, 2))]);
            var replayed = Replayed(variants, given.Net);
            (replayed.Produced + replayed.Missing).ShouldBe(replayed.Consumed + replayed.Remaining);
            replayed.LogFitness!.Value.ShouldBeInRange(0, 1);
            replayed.MeanTraceFitness!.Value.ShouldBeInRange(0, 1);
            (replayed.Deviations == 0).ShouldBe(replayed.FittingCases == variants.CaseCount);
        },
        iter: 500);

    private static TokenReplay Replayed(VariantTable variants, PetriNet net) => ReplayVariants.Run(variants, net, TestContext.Current.CancellationToken);
}
