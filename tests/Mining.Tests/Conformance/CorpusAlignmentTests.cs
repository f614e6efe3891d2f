namespace Pupitre.Mining.Tests.Conformance;

/// <summary>The reference values of the public logs, to the last digit that is given.</summary>
public class CorpusAlignmentTests
{
    [Theory]
    [InlineData("running-example", ".xes", 6, 0, 1)]
    [InlineData("receipt", ".xes.gz", 713, 2_465, 0.8154953331)]
    [InlineData("road-traffic-fines", ".xes.gz", 66_122, 104_782, 0.8705450572)]
    public void Alignments_of_a_public_log_are_those_of_its_description(string name, string suffix, int fitting, int deviations, double fitness)
    {
        var (log, net) = Read(name, suffix);
        var aligned = Nets.Aligned(log.Variants, net);
        (aligned.FittingCases, aligned.Deviations, Math.Round(aligned.MeanTraceFitness!.Value, 10), aligned.UnsolvedCases).ShouldBe((fitting, deviations, fitness, 0L));
        aligned.ByActivity().Sum(deviation => deviation.Count).ShouldBe(deviations);
        for (var variant = 0; variant < aligned.Count; variant++)
        {
            PlayedAlignment.ShouldBeRight(aligned.Of(variant)!, net, string.Concat(log.Variants[variant].ToArray().Select(activity => log.Activities[activity])));
        }
    }

    [Theory]
    [InlineData("running-example", ".xes")]
    [InlineData("receipt", ".xes.gz")]
    [InlineData("road-traffic-fines", ".xes.gz")]
    public void Replay_finds_the_same_fitting_cases(string name, string suffix)
    {
        var (log, net) = Read(name, suffix);
        var (aligned, replayed) = (Nets.Aligned(log.Variants, net), ReplayVariants.Run(log.Variants, net, TestContext.Current.CancellationToken));
        replayed.FittingCases.ShouldBe(aligned.FittingCases);
        Enumerable.Range(0, log.Variants.Count).ShouldAllBe(variant => replayed[variant].Fits == (aligned.CostOf(variant) == 0));
    }

    [Theory]
    [InlineData("running-example", ".xes")]
    [InlineData("receipt", ".xes.gz")]
    public void Search_costs_the_same_as_the_graph(string name, string suffix)
    {
        var (log, net) = Read(name, suffix);
        var (whole, searched) = (Nets.Aligned(log.Variants, net), Nets.Aligned(log.Variants, net, new() { MostMarkings = 0 }));
        (searched.UnsolvedCases, searched.Deviations, searched.MeanTraceFitness).ShouldBe((0L, whole.Deviations, whole.MeanTraceFitness));
    }

    private static (EventLog Log, PetriNet Net) Read(string name, string suffix)
    {
        var log = EventLog.Load(File.OpenRead(Corpus.Log(name + suffix)), token: TestContext.Current.CancellationToken);
        return (log, ModelFile.Read(File.OpenRead(Corpus.File("models", name + ".pnml")), log.Activities, TestContext.Current.CancellationToken).Net);
    }
}
