using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Pupitre.Mining;

namespace Pupitre.Benchmarks;

/// <summary>
/// Conformance of the public logs receipt (1,434 cases) and road-traffic (150,370 cases) with their models, logs loaded: state graph, optimal
/// alignments and deviations by activity, both together. Limit: 50 ms.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(WithLimits))]
public class ConformanceBenchmarks
{
    private const double Limit = 50_000_000;

    private readonly (VariantTable Variants, PetriNet Net)[] _both = [Read("receipt"), Read("road-traffic-fines")];

    [Benchmark(Baseline = true)]
    [Limit(Limit)]
    public long Alignments() => _both.Sum(one => AlignVariants.Run(one.Variants, one.Net).Deviations);

    [Benchmark]
    [Limit(Limit)]
    public int Alignments_and_deviations() => _both.Sum(one => AlignVariants.Run(one.Variants, one.Net).ByActivity().Length);

    [Benchmark]
    public double Precision() => _both.Sum(one => AlignVariants.Run(one.Variants, one.Net).MeasurePrecision()!.Share);

    [Benchmark]
    public long Token_replay() => _both.Sum(one => ReplayVariants.Run(one.Variants, one.Net).FittingCases);

    private static (VariantTable Variants, PetriNet Net) Read(string name)
    {
        var corpus = Environment.GetEnvironmentVariable("PUPITRE_CORPUS") ?? Path.Combine(Environment.CurrentDirectory, "..", "shared", "corpus");
        var log = EventLog.Load(File.OpenRead(Path.Combine(corpus, "logs", name + ".xes.gz")));
        return (log.Variants, ModelFile.Read(File.OpenRead(Path.Combine(corpus, "models", name + ".pnml")), log.Activities).Net);
    }

    private sealed class WithLimits : ManualConfig
    {
        public WithLimits() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).AddColumn(new RatioToLimitColumn());
    }
}
