using System.Globalization;
using System.Text.RegularExpressions;

namespace Pupitre.Dev;

/// <summary>Runs the test projects and counts what passed.</summary>
internal sealed class TestRuns
{
    /// <summary>What every run leaves out: tests that take minutes, or a large file, each of which has a short form.</summary>
    public static readonly string[] EveryTime = ["--filter-not-trait", "Run=Long"];

    /// <summary>Those alone, explicit ones included.</summary>
    public static readonly string[] OnlyLong = ["--filter-trait", "Run=Long", "--explicit", "on"];

    // A test waits for the disk and for a browser: with as many at once as there are cores, a third of them stands idle.
    private static readonly string[] Threads = ["--max-threads", "1.5x"];

    /// <summary>How a project ends in which no test matched.</summary>
    public const string NothingRan = "8";

    private const int TimeoutMinutes = 20;
    private const int MaxSaid = 800;
    private readonly List<string> _failures = [];

    public int Passed { get; private set; }

    public int Failed { get; private set; }

    public int Skipped { get; private set; }

    /// <summary>A check that counts as failed, but does not keep the tests from running.</summary>
    public void Check(Action step)
    {
        try
        {
            step();
        }
        catch (StepFailed failure)
        {
            Fail(failure);
        }
    }

    public void Fail(StepFailed failure)
    {
        Failed++;
        _failures.Add(failure.Message.Split('\n')[^1]);
        Console.WriteLine(failure.Message);
    }

    // Names once more, at the end, what failed far above.
    private void RepeatFailures()
    {
        foreach (var failure in _failures)
        {
            Console.WriteLine("FAILED " + failure);
        }
    }

    /// <summary>Prints the line that stands last, and answers whether all is well.</summary>
    public int End()
    {
        RepeatFailures();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed, {Skipped} skipped"));
        return Failed == 0 && Passed > 0 ? 0 : 1;
    }

    /// <summary>The test projects, in the order of their names.</summary>
    public static IEnumerable<string> Projects => Directory.GetDirectories("tests").Select(Path.GetFileName).OfType<string>().Where(name => name.EndsWith(".Tests", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public void RunAll(bool isFast)
    {
        foreach (var project in Projects.Where(name => !isFast || name != "Browser.Tests"))
        {
            Run(project, [], "", EveryTime);
        }

        if (!isFast)
        {
            using var server = PostgresServer.Start();
            Run("Product.Tests", server.Environment, " on PostgreSQL", [.. EveryTime, "--filter-not-trait", "Database=SQLite", "--filter-not-trait", "Database=None"]);
        }
    }

    public void Run(string project, Dictionary<string, string> environment, string on, string[] options)
    {
        Console.WriteLine($"== {project}{on}");
        string[] started = [Program(project), "--no-ansi", .. Threads, .. options];
        var result = Shell.Run("dotnet", started, environment, TimeSpan.FromMinutes(TimeoutMinutes));
        var (passed, failed) = (Count(result.Output, "succeeded"), Count(result.Output, "failed"));
        var skipped = Count(result.Output, "skipped");
        Passed += passed;
        Skipped += skipped;
        Failed += Math.Max(failed, result.ExitCode == 0 ? 0 : 1);
        if (result.ExitCode != 0)
        {
            Console.WriteLine(result.Output);
            _failures.Add(project + on + (result.HasTimedOut ? $" did not end within {TimeoutMinutes} minutes" : ""));
            _failures.AddRange(FailedTest().Matches(result.Output)
                .Select(test => $"{project}{on}: {test.Groups["name"].Value} {OneLine(test.Groups["says"].Value)}"));
        }

        Console.WriteLine($"   {passed} passed, {failed} failed, {skipped} skipped in {result.Took.TotalSeconds:0} s");
    }

    // As built: "dotnet run" first reads the project, some seconds for each.
    private static string Program(string project)
    {
        var built = Path.Combine("tests", project, "bin", "Release");
        return Directory.Exists(built) && Directory.GetFiles(built, $"Pupitre.{project}.dll", SearchOption.AllDirectories) is [var only]
            ? only
            : throw new StepFailed($"{project} is not built, or for several frameworks: look below {built}.");
    }

    // The name of a test, and what it says before the places in the code.
    private static Regex FailedTest() => new(
        @"^failed (?<name>\S.*?) \([^()\n]*\)\s*\n(?<says>(?:(?![ ]+at )[^\n]*\n){1,12})",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

    private static string OneLine(string said)
    {
        var line = string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxSaid ? line : line[..MaxSaid] + "…";
    }

    private static int Count(string output, string what)
    {
        var match = SummaryLine(what).Match(output);
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static Regex SummaryLine(string what) => new($@"^\s+{what}: (\d+)\s*$", RegexOptions.Multiline | RegexOptions.RightToLeft, TimeSpan.FromSeconds(10));
}
