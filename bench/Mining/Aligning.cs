using System.Diagnostics;
using Pupitre.Load;
using Pupitre.Mining;

namespace Pupitre.MiningBench;

/// <summary>Optimal alignments of logs of long cases with the models that were discovered in them without noise: each case fits, and has to be found to.</summary>
internal static class Aligning
{
    private const double LimitMs = 3_000;

    private static readonly (int Seed, int Activities, double Disorder)[] Logs =
        [(1, 20, 0), (2, 40, 0), (3, 60, 0), (4, 40, 0.1), (5, 60, 0.3), (6, 24, 0.5), (7, 90, 0.05), (8, 30, 1)];

    public static void Measure(Figures figures)
    {
        foreach (var (seed, activities, disorder) in Logs)
        {
            var variants = LongCases.Make(seed, activities, disorder);
            Measure(figures, $"{variants.CaseCount:#,0} cases of a process of {activities} steps, {disorder:0%} in disorder (seed {seed})", variants);
        }

        foreach (var name in (string[])["receipt", "bpic2013-incidents", "bpic2020-request-for-payment"])
        {
            Measure(figures, name, EventLog.Load(File.OpenRead(Path.Combine(RoadTraffic.Logs, name + ".xes.gz"))).Variants);
        }
    }

    private static void Measure(Figures figures, string name, VariantTable variants)
    {
        var net = TreeNet.Of(InductiveMiner.Discover(variants, 0));
        var longest = Enumerable.Range(0, variants.Count).Max(variant => variants[variant].Length);
        var before = Process.GetCurrentProcess().UserProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var aligned = AlignVariants.Run(variants, net);
        var processor = (Process.GetCurrentProcess().UserProcessorTime - before).TotalMilliseconds;
        var time = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        Console.WriteLine($"{name}: {variants.Count} variants of up to {longest} events, {net.Transitions.Length} transitions, markings {aligned.Explored.Markings?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}: {time:0} ms ({processor:0} of a processor), {aligned.UnsolvedCases} unsolved, {aligned.Deviations} deviations");
        figures.AtMost($"{name}: time", time, LimitMs, "ms");
        figures.AtMost($"{name}: cases not found to fit", variants.CaseCount - aligned.FittingCases, 0, "cases");
    }
}
