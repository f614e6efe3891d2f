using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Benchmarks;

/// <summary>A check of an accounting file of 1,000,000 lines (all rules of both layers) that is held in memory. The mean is per line.</summary>
[MemoryDiagnoser]
[Config(typeof(InProcess))]
public class FecBenchmarks
{
    private const int Lines = 1_000_000;

    private FecFile _file = null!;

    [GlobalSetup]
    public void Setup()
    {
        var stream = new MemoryStream();
        FecDraft.Write(stream, Lines);
        var (bytes, length) = (stream.GetBuffer(), (int)stream.Length);
        _file = FecFile.Of(ValidFec.Name, () => new MemoryStream(bytes, 0, length));
    }

    [Benchmark(OperationsPerInvoke = Lines)]
    public long Check() => CheckFec.Run(_file).Summary.Lines;

    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
