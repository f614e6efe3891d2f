using System.Diagnostics;
using System.IO.Compression;
using System.Xml;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Pupitre.App.Commands.Measure;
using Pupitre.Mining;

namespace Pupitre.Benchmarks;

/// <summary>
/// The command <c>measure</c> on the road-traffic log (561,470 events, gzipped XES of 185 MB) beside a bare pass of XmlReader over the same
/// file in the same process. Limits: at most three times that pass, at most 350 MB at the peak.
/// </summary>
[Config(typeof(OneProcess))]
public class MeasureBenchmarks
{
    private const int BufferSize = 1 << 16;

    private readonly string _log = Path.Combine(Corpus, "logs", "road-traffic-fines.xes.gz");
    private readonly string _file = Path.GetTempFileName();
    private MeasuredCommitment _commitment = null!;
    private MeasuredLog _loaded = null!;

    [GlobalSetup]
    public void Setup()
    {
        const string week = """["09:00","12:30"],["14:00","18:00"]""";
        File.WriteAllText(_file, $$$"""
            {"calendar":{"timeZone":"Europe/Rome","holidays":{"zone":"metropole"},"weekly":{
              "monday":[{{{week}}}],"tuesday":[{{{week}}}],"wednesday":[{{{week}}}],"thursday":[{{{week}}}],"friday":[{{{week}}}]}},
             "start":{"activity":"Create Fine"},"stop":{"activity":"Payment"},"cancel":{"activity":"Send for Credit Collection"},
             "pause":{"from":{"activity":"Send Fine"},"to":{"activity":"Insert Fine Notification"}},"target":{"seconds":1080000},
             "sources":{"default":"Observed","rules":[{"when":{"activity":"Send Fine"},"source":"Provider"},{"when":{"activity":"Payment"},"source":"Company"}]}}
            """);
        _commitment = MeasuredCommitment.Load(_file);
    }

    [GlobalSetup(Target = nameof(Replay))]
    public void Load()
    {
        Setup();
        using var reader = LogFile.Open(Open(), new LogMapping().Options(EventMeaning.AttributesFor(_commitment)));
        _loaded = MeasuredLog.Read(reader, _commitment);
    }

    [Benchmark(Baseline = true)]
    public int BareXmlReader()
    {
        using var stream = Open();
        using var gzip = new GZipStream(stream, CompressionMode.Decompress);
        using var xml = XmlReader.Create(gzip, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var nodes = 0;
        while (xml.Read())
        {
            nodes++;
        }

        return nodes;
    }

    [Benchmark]
    public int Measure()
    {
        using var reader = LogFile.Open(Open(), new LogMapping().Options(EventMeaning.AttributesFor(_commitment)));
        return MeasureCommand.Measure(reader, _commitment, asOf: null, lifecycle: null, TextWriter.Null).Cases;
    }

    /// <summary>Only the replay: 150,370 cases in three readings.</summary>
    [Benchmark]
    public int Replay()
    {
        var figures = new MeasureFigures();
        _loaded.Judge(_commitment.Clock(), _loaded.Last!.Value, figures.Add);
        return figures.Cases;
    }

    [GlobalCleanup]
    public void Peak()
    {
        File.Delete(_file);
        Console.WriteLine($"// peak working set of this process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB, limit 350 MB");
    }

    /// <summary>The public files: named by the environment, else beside the repository.</summary>
    private static string Corpus => Environment.GetEnvironmentVariable("PUPITRE_CORPUS") ?? Path.Combine(Environment.CurrentDirectory, "..", "shared", "corpus");

    private FileStream Open() => new(_log, new FileStreamOptions { BufferSize = BufferSize, Options = FileOptions.SequentialScan });

    private sealed class OneProcess : ManualConfig
    {
        public OneProcess() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(RunStrategy.Monitoring).WithWarmupCount(1).WithIterationCount(7))
            .AddColumn(BenchmarkDotNet.Columns.StatisticColumn.Median);
    }
}
