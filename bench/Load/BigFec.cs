using System.Diagnostics;
using System.Globalization;
using Pupitre.Deliverables.Fec;
using Pupitre.Deliverables.Tests.Files;

namespace Pupitre.Load;

/// <summary>
/// All rules over an accounting file of 1,000,000 lines against the time that mawk takes to sum its debit and credit columns in the same run; and over
/// 10,000,000 lines, which must stay linear.
/// </summary>
internal static class BigFec
{
    private const int Lines = 1_000_000;
    private const int Passes = 15;
    private const int PassesOverTen = 3;
    private const double MostOfMawk = 1.5;
    private const double MostMegabytes = 250;
    private const double MostOfLinear = 1.25;
    private const string Sum = "{ d += $12; c += $13 } END { print d, c }";

    public static async Task MeasureAsync(Figures figures)
    {
        var folder = Directory.CreateTempSubdirectory("fec").FullName;
        try
        {
            var (one, ten) = (Path.Combine(folder, "1", ValidFec.Name), Path.Combine(folder, "10", ValidFec.Name));
            await WriteAsync(one, Lines);
            Milliseconds(() => CheckFec.Run(FecFile.AtPath(one)));
            figures.AtMost("Accounting file of 1,000,000 lines: peak memory of the process after one check", Figures.PeakMegabytes(Environment.ProcessId), MostMegabytes, "MB");
            var (checks, sums) = (new List<double>(), new List<double>());
            for (var pass = 0; pass < Passes; pass++)
            {
                sums.Add(Milliseconds(() => Mawk(one)));
                checks.Add(Milliseconds(() => CheckFec.Run(FecFile.AtPath(one))));
            }

            var (check, sum) = (Figures.Median(checks), Figures.Median(sums));
            figures.AtMost(string.Create(CultureInfo.InvariantCulture, $"All rules over 1,000,000 lines ({check:0} ms) against mawk's sum of two columns ({sum:0} ms), medians of {Passes}"), check / sum, MostOfMawk, "times");
            await WriteAsync(ten, 10 * Lines);
            Milliseconds(() => CheckFec.Run(FecFile.AtPath(ten)));
            var large = Enumerable.Range(0, PassesOverTen).Select(_ => Milliseconds(() => CheckFec.Run(FecFile.AtPath(ten)))).ToList();
            figures.AtMost($"All rules over 10,000,000 lines, median of {PassesOverTen}, against ten times 1,000,000", Figures.Median(large) / (10 * check), MostOfLinear, "times");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task WriteAsync(string path, int lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = File.Create(path);
        FecDraft.Write(file, lines);
    }

    public static void Mawk(string path)
    {
        using var mawk = Process.Start(new ProcessStartInfo("mawk", ["-F", "\t", Sum, path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        mawk.StandardOutput.ReadToEnd();
        mawk.WaitForExit();
    }

    public static double Milliseconds(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
