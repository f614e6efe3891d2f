using CsCheck;
using Pupitre.MiningBench;

namespace Pupitre.Mining.Tests.Conformance;

/// <summary>A log against the model that was discovered in it without noise: each case fits by construction, and has to be found to, whatever the size of the model.</summary>
public class OwnModelTests
{
    [Fact]
    public void Every_case_of_a_log_aligns_at_no_cost_with_its_own_model() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[4, 40], Gen.Int[0, 4]).Sample(
        (seed, activities, disorder) => ShouldFit(LongCases.Make(seed, activities, disorder / 4.0, cases: 60)), iter: 15);

    [Fact]
    public void So_does_every_case_of_a_random_log() => RandomLogs.Events.Where(events => events.Length > 0).Sample(events => ShouldFit(RandomLogs.Log(events).Variants), iter: 60);

    [Theory]
    [InlineData(3, 60, 0)]
    [InlineData(6, 24, 0.5)]
    [InlineData(8, 30, 1)]
    public void So_does_a_log_of_long_cases_whose_model_has_more_markings_than_are_listed(int seed, int activities, double disorder) =>
        ShouldFit(LongCases.Make(seed, activities, disorder, cases: 300), new() { MostMarkings = 1_000 });

    [Theory]
    [InlineData("receipt")]
    [InlineData("bpic2013-incidents")]
    [InlineData("bpic2020-request-for-payment")]
    public void So_does_a_public_log(string name)
    {
        var variants = EventLog.Load(File.OpenRead(Corpus.Log(name + ".xes.gz")), token: TestContext.Current.CancellationToken).Variants;

        ShouldFit(variants);
        ShouldFit(variants, new() { MostMarkings = 10 });
    }

    /// <summary>Forty steps side by side, any of which may be left out: two to the forty ways to leave some out.</summary>
    [Fact]
    public void What_may_be_passed_by_is_not_tried_out()
    {
        var steps = Enumerable.Range(0, 40).Select(number => $"step {number:00}").ToArray();
        var tree = ProcessTree.Of(TreeOperator.Parallel, [.. steps.Select(step => ProcessTree.Of(TreeOperator.Choice, ProcessTree.Of(step), ProcessTree.Silent))]);
        var log = new EventLogBuilder();
        for (var number = 0; number < 20; number++)
        {
            foreach (var (at, step) in steps.Where((_, at) => (at * 7 + number) % 3 > 0).Reverse().Index())
            {
                log.Add($"case {number}", step, NodaTime.Instant.FromUnixTimeSeconds(at));
            }
        }

        var aligned = Nets.Aligned(log.Build(TestContext.Current.CancellationToken).Variants, TreeNet.Of(tree, TestContext.Current.CancellationToken));
        (aligned.FittingCases, aligned.UnsolvedCases).ShouldBe((20, 0));
    }

    private static void ShouldFit(VariantTable variants, AlignmentLimits? limits = null)
    {
        var net = TreeNet.Of(InductiveMiner.Discover(variants, 0));
        var aligned = Nets.Aligned(variants, net, limits);

        (aligned.FittingCases, aligned.UnsolvedCases, aligned.Deviations, aligned.LogFitness).ShouldBe((variants.CaseCount, 0L, 0L, 1.0));
        for (var variant = 0; variant < aligned.Count; variant++)
        {
            ShouldPlay(aligned, variant, net);
        }
    }

    /// <summary>The moves are a complete run of the net that spells the variant.</summary>
    private static void ShouldPlay(Alignments aligned, int variant, PetriNet net)
    {
        var marking = net.Initial.ToArray();
        var spelled = new List<string>();
        foreach (var move in aligned.Of(variant)!.Moves)
        {
            (move.Kind is MoveKind.Synchronous or MoveKind.Silent).ShouldBeTrue();
            foreach (var place in move.Transition!.Inputs)
            {
                (--marking[place]).ShouldBeGreaterThanOrEqualTo(0);
            }

            foreach (var place in move.Transition.Outputs)
            {
                marking[place]++;
            }

            if (move.Activity is { } activity)
            {
                spelled.Add(activity);
            }
        }

        marking.ShouldBe(net.Final);
        spelled.ShouldBe(aligned.Variants[variant].ToArray().Select(activity => aligned.Variants.Names[activity]));
    }
}
