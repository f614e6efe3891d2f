using System.Diagnostics;
using System.Globalization;

namespace Pupitre.Load;

/// <summary>What was measured, each beside the limit that it has to keep.</summary>
internal sealed class Figures
{
    private readonly List<Figure> _all = [];

    public bool AllKept => _all.All(figure => figure.IsKept);

    /// <summary>Smaller is better.</summary>
    public void AtMost(string what, double measured, double limit, string unit) => Add(new Figure(what, measured, limit, unit, measured / limit, measured <= limit));

    /// <summary>Larger is better.</summary>
    public void AtLeast(string what, double measured, double limit, string unit) => Add(new Figure(what, measured, limit, unit, limit / measured, measured >= limit));

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("| What | Measured | Limit | Of limit |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach (var figure in _all)
        {
            Console.WriteLine($"| {figure.What} | {figure.Measured:#,0.#} {figure.Unit} | {figure.Limit:#,0.#} {figure.Unit} | {figure.Ratio:0.00}{(figure.IsKept ? "" : " **over**")} |");
        }
    }

    public static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[ordered.Count / 2 - 1] + ordered[ordered.Count / 2]) / 2;
    }

    /// <summary>Most memory that a process has held in RAM, in MB; 0 where the system does not say.</summary>
    public static double PeakMegabytes(int processId) => Status(processId, "VmHWM:");

    public static double HeldMegabytes(int processId) => Status(processId, "VmRSS:");

    /// <summary>Processor time of a process since it began, user and system, in milliseconds; 0 where the system does not say.</summary>
    public static double ProcessorMs(int processId) => Ticks($"/proc/{processId}/stat", 13, 14);

    /// <summary>The same of all processes that this one started and that have ended.</summary>
    public static double ProcessorMsOfChildren() => Ticks("/proc/self/stat", 15, 16);

    /// <summary>Held in RAM once what nobody uses is given back, in MB.</summary>
    public static double HeldAfterCollection()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return HeldMegabytes(Environment.ProcessId);
    }

    /// <summary>Lets the peak begin anew from what is held now; does nothing where the system cannot.</summary>
    public static void ForgetPeak()
    {
        if (File.Exists("/proc/self/clear_refs"))
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    public static async Task<double> TimeAsync(Func<Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Status(int processId, string name)
    {
        var path = $"/proc/{processId}/status";
        var line = File.Exists(path) ? File.ReadLines(path).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) : null;
        return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].Trim(), CultureInfo.InvariantCulture) / 1000;
    }

    // Fields stand behind the name, which is in brackets and may hold blanks; Linux counts in hundredths of a second.
    private static double Ticks(string path, params int[] fields)
    {
        const int FieldOfState = 2;
        const double MsPerTick = 10;
        if (!File.Exists(path))
        {
            return 0;
        }

        var text = File.ReadAllText(path);
        var all = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return fields.Sum(field => double.Parse(all[field - FieldOfState], CultureInfo.InvariantCulture)) * MsPerTick;
    }

    private void Add(Figure figure)
    {
        _all.Add(figure);
        Console.WriteLine($"{figure.What}: {figure.Measured:#,0.#} {figure.Unit} (limit {figure.Limit:#,0.#})");
    }

    private sealed record Figure(string What, double Measured, double Limit, string Unit, double Ratio, bool IsKept);
}
