using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Pupitre.Deciding.Costs;

namespace Pupitre.Benchmarks;

/// <summary>What an offer saves: 10,000 draws over twelve uncertain inputs, with quantiles, distribution and sensitivities.</summary>
[Config(typeof(WithLimits))]
public class CostBenchmarks
{
    private const double MsToNs = 1e6;

    private readonly Estimates _inputs = Estimates.Of(new Dictionary<CostInput, Estimate>
    {
        [CostInput.Volume] = Estimate.Of(1400, 1560, 1700),
        [CostInput.Minutes] = Estimate.Of(9, 12, 15),
        [CostInput.HourCost] = Estimate.Of(30, 32, 34),
        [CostInput.ErrorPercent] = Estimate.Of(2, 4, 6),
        [CostInput.ErrorCost] = Estimate.Of(20, 45, 70),
        [CostInput.PerUnit] = Estimate.Of(2.6m, 2.9m, 3.4m),
        [CostInput.Indexation] = Estimate.Of(2, 3, 5),
        [CostInput.Transition] = Estimate.Of(900, 1500, 3000),
        [CostInput.SteeringHours] = Estimate.Of(1, 2, 4),
        [CostInput.ControlHours] = Estimate.Of(2, 3, 5),
        [CostInput.KeptPercent] = Estimate.Of(25, 30, 45),
        [CostInput.ErrorPercentThen] = Estimate.Of(2, 3, 6),
    });

    [Benchmark(Baseline = true)]
    [Limit(10 * MsToNs)]
    public double Ten_thousand_draws_of_twelve() => CompareCosts.Run(_inputs).Chance;

    private sealed class WithLimits : ManualConfig
    {
        public WithLimits() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default).AddColumn(new RatioToLimitColumn());
    }
}
