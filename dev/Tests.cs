using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pupitre.Dev;

/// <summary>Runs what must hold: all of it, the quick part, or the classes of one name.</summary>
internal static class Tests
{
    private const string Product = "Product.Tests";

    public static int Everything()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new StepFailed("The whole of the tests starts a browser and PostgreSQL of Debian's packages: it runs on Linux, WSL included. On Windows, \"dotnet dev.cs test --fast\" and \"test NAME\" run what needs neither.");
        }

        return Run(tests =>
        {
            tests.Check(CheckFormat);
            Needs.Chromium();
            tests.RunAll(isFast: false);
        });
    }

    public static int Fast() => Run(tests => tests.RunAll(isFast: true));

    /// <summary>Builds without analyzers only the projects that have a class of that name, and runs these classes.</summary>
    /// <param name="name">A part of the class's name, or <c>Class.A_part_of_the_test</c>.</param>
    public static int Named(string name, bool onPostgres) => Named(name, onPostgres, TestRuns.EveryTime);

    /// <summary>Runs the tests of these classes that take minutes, which the whole of the tests leaves out.</summary>
    public static int Long(string name) => Named(name, onPostgres: false, TestRuns.OnlyLong);

    private static int Named(string name, bool onPostgres, string[] which)
    {
        var (type, method) = name.Split('.', 2) is [var one, var two] ? (one, two) : (name, null);
        var projects = ProjectsWith(type, onPostgres);
        Needs.Node();
        var tests = new TestRuns();
        if (projects.Contains(Product) && type.Contains("Mail", StringComparison.OrdinalIgnoreCase))
        {
            Needs.Dovecot();
        }

        foreach (var project in projects)
        {
            if (project == "Browser.Tests")
            {
                Needs.Chromium();
            }

            Shell.Must("build of " + project, "dotnet", ["build", "tests/" + project, "-p:RunAnalyzers=false", .. Dev.Product.Built]);
        }

        string[] options = ["--filter-class", $"*{type}*", .. method is null ? Array.Empty<string>() : ["--filter-method", $"*{method}*"], .. which, "--ignore-exit-code", TestRuns.NothingRan];
        using var server = onPostgres ? PostgresServer.Start() : null;
        foreach (var project in projects)
        {
            tests.Run(project, server?.Environment ?? [], onPostgres ? " on PostgreSQL" : "", options);
        }

        return tests.End();
    }

    /// <summary>The packaged program, tried as one file.</summary>
    public static int Packaged()
    {
        Shell.Must("build of its test", "dotnet", ["build", "tests/" + Product, .. Dev.Product.Built]);
        var tests = new TestRuns();
        tests.Run(Product, new() { ["PUPITRE_PACKAGED"] = Path.GetFullPath("artifacts/linux-x64/pupitre") }, " on the packaged program", ["--filter-class", "*PackagedProgramTests", "--explicit", "only"]);
        return tests.Failed == 0 ? 0 : 1;
    }

    private static int Run(Action<TestRuns> run)
    {
        var tests = new TestRuns();
        var started = Stopwatch.GetTimestamp();
        try
        {
            Needs.Node();
            Needs.Dovecot();
            Shell.Must("restore", "dotnet", ["restore", "--locked-mode", "-v", "q"]);
            Shell.Must("build", "dotnet", ["build", "--no-restore", .. Dev.Product.Built]);
            run(tests);
        }
        catch (StepFailed failure)
        {
            tests.Fail(failure);
        }

        Console.WriteLine($"-- all of it {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        return tests.End();
    }

    private static List<string> ProjectsWith(string type, bool onPostgres)
    {
        var declared = new Regex($@"\bclass \w*{Regex.Escape(type)}\w*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(10));
        List<string> projects = [.. TestRuns.Projects.Where(project => Sources(project).Any(file => declared.IsMatch(File.ReadAllText(file))))];
        projects.RemoveAll(project => onPostgres && project != Product);
        return projects.Count > 0 ? projects : throw new StepFailed(onPostgres
            ? $"No class of {Product} has \"{type}\" in its name; the other projects need no database."
            : $"No class of the tests has \"{type}\" in its name.");
    }

    private static IEnumerable<string> Sources(string project) => Directory.EnumerateFiles(Path.Combine("tests", project), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    // As a folder of files: what is checked needs no project, and loading them all takes as long again.
    private static void CheckFormat() =>
        Shell.Must("format", "dotnet", ["format", "whitespace", ".", "--folder", "--verify-no-changes", "--exclude", "**/obj/**", "web/node_modules"]);
}
