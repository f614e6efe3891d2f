using CsCheck;

namespace Pupitre.Mining.Tests.Conformance;

/// <summary>Processes in blocks: their nets are sound, with silent steps.</summary>
public class PlayedTreeTests
{
    [Fact]
    public void What_a_tree_plays_fits_its_net() => Gen.Select(Trees.Any, Gen.Int).Sample(
        (tree, seed) =>
        {
            var random = new Random(seed);
            var variants = Nets.Variants([.. Enumerable.Range(0, 5).Select(_ => (string.Concat(Trees.Play(tree, random)), 1))]);
            var net = TreeNet.Of(tree, TestContext.Current.CancellationToken);
            Nets.Aligned(variants, net).Deviations.ShouldBe(0, tree.ToString());
            ReplayVariants.Run(variants, net, TestContext.Current.CancellationToken).Deviations.ShouldBe(0, tree.ToString());
        },
        iter: 500);

    [Fact]
    public void What_departs_from_a_tree_costs_what_the_simplest_aligner_finds() => Gen.Select(Trees.Any, Gen.Int).Sample(
        (tree, seed) =>
        {
            var random = new Random(seed);
            var variants = Nets.Variants([.. Enumerable.Range(0, 3).Select(_ => (Disturbed(string.Concat(Trees.Play(tree, random)), random), 1))]);
            var net = TreeNet.Of(tree, TestContext.Current.CancellationToken);
            var (aligned, replayed) = (Nets.Aligned(variants, net), ReplayVariants.Run(variants, net, TestContext.Current.CancellationToken));
            for (var variant = 0; variant < variants.Count; variant++)
            {
                var sequence = Nets.Letters(variants, variant);
                PlayedAlignment.ShouldBeRight(aligned.Of(variant)!, net, sequence);
                replayed[variant].Fits.ShouldBe(aligned.CostOf(variant) == 0);
                if (BruteForce.CostOf(net, sequence, out _) is { } cost)
                {
                    aligned.CostOf(variant).ShouldBe(cost, tree.ToString());
                }
            }
        },
        iter: 200);

    [Theory]
    [InlineData("running-example.xes")]
    [InlineData("receipt.xes.gz")]
    [InlineData("bpic2013-incidents.xes.gz")]
    [InlineData("bpic2020-request-for-payment.xes.gz")]
    [InlineData("road-traffic-fines.xes.gz")]
    public void Every_case_of_a_public_log_aligns_at_no_cost_with_the_model_discovered_from_it(string name)
    {
        var variants = Logs.LoadCorpus(name).Variants;
        var net = TreeNet.Of(InductiveMiner.Discover(variants, token: TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var aligned = Nets.Aligned(variants, net);
        (aligned.UnsolvedCases, aligned.Deviations, aligned.FittingCases).ShouldBe((0L, 0L, variants.CaseCount));
    }

    /// <summary>Leaves out, doubles or exchanges a few events.</summary>
    private static string Disturbed(string sequence, Random random)
    {
        for (var times = random.Next(3); times > 0; times--)
        {
            var at = random.Next(sequence.Length + 1);
            sequence = random.Next(2) == 0 ? sequence.Remove(at, Math.Min(1, sequence.Length - at)) : sequence.Insert(at, ((char)('a' + random.Next(6))).ToString());
        }

        return sequence;
    }
}
