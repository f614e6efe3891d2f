using CsCheck;

namespace Pupitre.Mining.Tests.Conformance;

public class AlignmentLawTests
{
    private const int Samples = 400;
    private static readonly AlignmentLimits Small = new() { MostMarkings = 500, MostSearched = 2_000 };

    [Fact]
    public void Costs_what_the_simplest_aligner_finds_on_any_small_net() => RandomNets.Gen.Sample(
        given =>
        {
            var variants = Nets.Variants([.. given.Sequences.Select(sequence => (sequence, 1))]);
            var aligned = Nets.AlignedOrNull(variants, given.Net, Small);
            for (var variant = 0; variant < variants.Count; variant++)
            {
                var sequence = Nets.Letters(variants, variant);
                var expected = BruteForce.CostOf(given.Net, sequence, out var gaveUp);
                if (!gaveUp)
                {
                    Compare(aligned, variant, expected, given.Net, sequence);
                }
            }
        },
        iter: Samples,
        print: RandomNets.Told);

    private static void Compare(Alignments? aligned, int variant, int? expected, PetriNet net, string sequence)
    {
        (aligned is null).ShouldBe(expected is null);
        if (aligned?.Of(variant) is { } alignment)
        {
            alignment.Cost.ShouldBe(expected!.Value);
            PlayedAlignment.ShouldBeRight(alignment, net, sequence);
        }
    }
}
