using System.Diagnostics;
using System.Globalization;
using Pupitre.Load;

namespace Pupitre.MiningBench;

/// <summary>The road-traffic log (561,470 events): loaded from its gzipped XES, and replicated ten times as CSV beside DuckDB.</summary>
internal static class RoadTraffic
{
    private const int Copies = 10;
    private const int Passes = 5;

    /// <summary>The folder of the public logs.</summary>
    public static string Logs { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("PUPITRE_CORPUS") ?? Path.Combine(Environment.CurrentDirectory, "..", "shared", "corpus"), "logs");

    private static string Log { get; } = Path.Combine(Logs, "road-traffic-fines.xes.gz");

    public static void MeasureXes(Figures figures)
    {
        var bare = Measure("bare", Log);
        var loaded = Measure("xes", Log);
        var statistics = Measure("statistics", Log);
        Console.WriteLine($"bare pass of XmlReader: {bare.Milliseconds:#,0} ms; loaded: {loaded.Milliseconds:#,0} ms");
        figures.AtMost("road-traffic-fines.xes.gz to a loaded log, beside a bare pass of XmlReader", loaded.Milliseconds / bare.Milliseconds, 2, "times");
        figures.AtMost("peak of a process that loads it", Measure("xes", Log, 1).Megabytes, 350, "MB");
        figures.AtMost("graph, variants and rework of the loaded log", statistics.Milliseconds, 400, "ms");
    }

    public static void MeasureCsv(Figures figures)
    {
        var csv = Path.Combine(Path.GetTempPath(), "pupitre-road-traffic-10.csv");
        ReplicatedCsv.Write(Log, csv, Copies);
        try
        {
            var duckDb = Measure("duckdb", csv);
            var own = Measure("csv", csv);
            Console.WriteLine($"DuckDB: {duckDb.Milliseconds:#,0} ms, {duckDb.Megabytes:#,0} MB; own: {own.Milliseconds:#,0} ms; CSV of {new FileInfo(csv).Length:#,0} bytes");
            figures.AtMost("CSV of 5,614,700 events to a graph with durations, beside DuckDB", own.Milliseconds / duckDb.Milliseconds, 1, "times");
            figures.AtMost("peak of a process that does it", Measure("csv", csv, 1).Megabytes, 600, "MB");
        }
        finally
        {
            File.Delete(csv);
        }
    }

    /// <summary>Median of some passes in a process of its own, the first of which is also the one that compiles, and the peak of that process.</summary>
    private static (double Milliseconds, double Megabytes) Measure(string part, string file, int passes = Passes)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--part", part, file, passes.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture)).ToList();
        process.WaitForExit();
        Console.WriteLine($"{part}: {string.Join(' ', lines.SkipLast(1).Select(line => line.ToString("0", CultureInfo.InvariantCulture)))} ms, peak {lines[^1]:0} MB");
        return (Figures.Median(lines.SkipLast(1)), lines[^1]);
    }
}
