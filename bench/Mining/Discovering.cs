using System.Diagnostics;
using Pupitre.Load;
using Pupitre.Mining;

namespace Pupitre.MiningBench;

/// <summary>The inductive miner on loaded logs: the first run, as one who asks once waits for it, and the median of some.</summary>
internal static class Discovering
{
    private const int Passes = 7;
    private const double LimitMs = 300;
    private const double LargeLimitMs = 1_000;
    private const double Noise = 0.2;

    public static void Measure(Figures figures)
    {
        foreach (var name in (string[])["bpic2013-incidents", "road-traffic-fines"])
        {
            Measure(figures, name, EventLog.Load(File.OpenRead(Path.Combine(RoadTraffic.Logs, name + ".xes.gz"))).Variants, LimitMs);
        }

        var synthetic = SyntheticVariants.Make();
        var events = Enumerable.Range(0, synthetic.Count).Sum(variant => synthetic[variant].Length * synthetic.CasesOf(variant));
        Measure(figures, $"made-up log of {events:#,0} events, {synthetic.Names.Count} activities, {synthetic.Count:#,0} variants", synthetic, LargeLimitMs);
    }

    private static void Measure(Figures figures, string name, VariantTable variants, double limitMs)
    {
        foreach (var noise in (double[])[0, Noise])
        {
            var times = new List<double>();
            for (var pass = 0; pass < Passes; pass++)
            {
                var started = Stopwatch.GetTimestamp();
                TreeNet.Of(InductiveMiner.Discover(variants, noise));
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            Console.WriteLine($"{name}, noise {noise}: first {times[0]:0.0} ms, median {Figures.Median(times):0.0} ms");
            figures.AtMost($"tree and net of {name}, noise {noise}, slowest of {Passes}", times.Max(), limitMs, "ms");
        }
    }
}
