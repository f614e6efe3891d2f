using CsCheck;

namespace Pupitre.Mining.Tests.Conformance;

public class AlignmentLimitTests
{
    private static readonly PetriNet Loop = Nets.Of("i", "o", "i -a-> p", "p -b-> i", "p -c-> o");

    [Fact]
    public void A_sequence_too_long_for_memory_is_aligned_in_blocks_to_the_same_moves()
    {
        var variants = Nets.Variants((string.Concat(Enumerable.Repeat("abaxbb", 500)) + "ac", 1), ("abac", 2), ("abab", 1));
        var whole = Nets.Aligned(variants, Loop);
        var inBlocks = Nets.Aligned(variants, Loop, new() { MostKeptCosts = 400 });
        for (var variant = 0; variant < variants.Count; variant++)
        {
            inBlocks.Of(variant)!.Moves.ShouldBe(whole.Of(variant)!.Moves);
            inBlocks.CostOf(variant).ShouldBe(whole.CostOf(variant));
        }
    }

    [Fact]
    public void Blocks_change_nothing_on_any_small_net() => RandomNets.Gen.Sample(
        given =>
        {
            var variants = Nets.Variants([.. given.Sequences.Select(sequence => (sequence + sequence + sequence, 1))]);
            var limits = new AlignmentLimits { MostMarkings = 200, MostSearched = 0 };
            try
            {
                var whole = Nets.Aligned(variants, given.Net, limits);
                var inBlocks = Nets.Aligned(variants, given.Net, limits with { MostKeptCosts = 12 * (whole.Explored.Markings ?? 1) });
                for (var variant = 0; variant < variants.Count; variant++)
                {
                    inBlocks.Of(variant)?.Moves.ShouldBe(whole.Of(variant)!.Moves);
                }
            }
            catch (UnusableModel)
            {
                // Nothing to align with.
            }
        },
        iter: 300);

    [Fact]
    public void What_passes_a_limit_is_counted_as_not_solved_and_stands_in_no_figure()
    {
        var variants = Nets.Variants((string.Concat(Enumerable.Repeat("ab", 500)) + "ac", 3), ("aac", 2));
        var aligned = Nets.Aligned(variants, Loop, new() { MostKeptCosts = 60 });
        (aligned.UnsolvedVariants, aligned.UnsolvedCases, aligned.SolvedCases, aligned.Deviations).ShouldBe((1, 3L, 2L, 2L));
        (aligned.CostOf(0), aligned.Of(0), aligned.MeanTraceFitness).ShouldBe((null, null, 1 - (1 / 5.0)));
    }

    [Fact]
    public void The_work_for_one_log_is_bounded()
    {
        var variants = Nets.Variants([.. Enumerable.Range(0, 50).Select(times => (string.Concat(Enumerable.Repeat("ab", times)) + "ac", 1))]);
        var aligned = Nets.Aligned(variants, Loop, new() { MostCosts = 500 });
        aligned.UnsolvedCases.ShouldBeInRange(1, 49);
        (aligned.SolvedCases + aligned.UnsolvedCases, aligned.FittingCases).ShouldBe((50L, aligned.SolvedCases));
    }
}
