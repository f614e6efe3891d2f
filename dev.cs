#!/usr/bin/env dotnet
#:property PublishAot=false
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

// The one developer command, described in README.md. What it needs beyond git and the .NET SDK it installs, or asks for by name.
Directory.SetCurrentDirectory(Repository.Root);
return args switch
{
    ["run", .. var rest] => Commands.Run(rest),
    ["test", .. var rest] => Commands.Test(isFast: rest.Contains("--fast")),
    ["bench", .. var rest] => Commands.Bench(rest),
    ["migration", var name] => Commands.Migration(name),
    ["package"] => Commands.Package(),
    ["seed", .. var rest] => Commands.Seed(rest),
    _ => Commands.Usage(),
};

internal static class Commands
{
    private static readonly string[] _runtimes = ["linux-x64", "win-x64"];
    private static readonly string[] _databases = ["Sqlite", "Postgres"];

    public static int Usage()
    {
        Console.Error.WriteLine("dotnet dev.cs run | test [--fast] | bench [FILTER] | migration NAME | seed | package");
        return 2;
    }

    public static int Run(string[] rest) => Program("serve", rest);
    public static int Seed(string[] rest) => Program("seed", rest);

    public static int Bench(string[] rest)
    {
        Needs.Node();
        var project = rest is ["load", ..] ? "Load" : rest is ["mining", ..] ? "Mining" : "Benchmarks";
        string[] options = rest is ["load" or "mining", .. var parts] ? parts : rest is [] ? ["--filter", "*"] : rest is [var one] ? ["--filter", one] : rest;
        return Shell.Attached("dotnet", ["run", "--project", "bench/" + project, "-c", "Release", "--", .. options]);
    }

    public static int Migration(string name)
    {
        Shell.Must("tools", "dotnet", ["tool", "restore"]);
        Shell.Must("build", "dotnet", ["build", "src/App", "-v", "q"]);
        foreach (var database in _databases)
        {
            Shell.Must(database, "dotnet", ["ef", "migrations", "add", name, "--no-build", "--project", $"src/Migrations.{database}",
                "--startup-project", "src/App", "--output-dir", "Migrations", "--", database.ToLowerInvariant()]);
        }

        return 0;
    }

    public static int Package()
    {
        Needs.Node();
        foreach (var runtime in _runtimes)
        {
            var folder = Path.Combine("artifacts", runtime);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Shell.Must("package " + runtime, "dotnet", ["publish", "src/App", "-c", "Release", "-r", runtime, "--self-contained", "-p:PublishSingleFile=true", "-o", folder, "-v", "q"]);
            var program = new FileInfo(Path.Combine(folder, runtime.StartsWith("win", StringComparison.Ordinal) ? "pupitre.exe" : "pupitre"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {Path.Combine(folder, program.Name)} {program.Length / 1e6:0} MB"));
        }

        if (OperatingSystem.IsLinux())
        {
            Shell.Must("build of its test", "dotnet", ["build", "tests/Product.Tests", "-v", "q"]);
            var tests = new TestRuns();
            tests.Run("Product.Tests", new() { ["PUPITRE_PACKAGED"] = Path.GetFullPath("artifacts/linux-x64/pupitre") }, " on the packaged program", ["--filter-class", "*PackagedProgramTests", "--explicit", "only"]);
            return tests.Failed == 0 ? 0 : 1;
        }

        return 0;
    }

    public static int Test(bool isFast)
    {
        var tests = new TestRuns();
        var started = Stopwatch.GetTimestamp();
        try
        {
            Needs.Node();
            Shell.Must("restore", "dotnet", ["restore", "--locked-mode", "-v", "q"]);
            Shell.Must("build", "dotnet", ["build", "--no-restore", "-v", "q"]);
            if (!isFast)
            {
                tests.Check(CheckFormat);
                tests.Check(CheckModel);
                Needs.Chromium();
            }

            tests.RunAll(isFast);
        }
        catch (StepFailed failure)
        {
            tests.Fail(failure);
        }

        Console.WriteLine($"-- all of it {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        tests.RepeatFailures();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tests.Passed} passed, {tests.Failed} failed, {tests.Skipped} skipped"));
        return tests.Failed == 0 && tests.Passed > 0 ? 0 : 1;
    }

    private static int Program(string command, string[] rest)
    {
        Needs.Node();
        Shell.Must("build (the first one takes a minute or two)", "dotnet", ["build", "src/App", "-v", "q"]);
        return Shell.Attached("dotnet", ["run", "--project", "src/App", "--no-build", "--", command, .. rest]);
    }

    private static void CheckFormat() => Shell.Must("format", "dotnet", ["format", "whitespace", "--verify-no-changes", "--no-restore"]);

    private static void CheckModel()
    {
        Shell.Must("tools", "dotnet", ["tool", "restore"]);
        foreach (var database in _databases)
        {
            Shell.Must("model of " + database, "dotnet", ["ef", "migrations", "has-pending-model-changes", "--no-build", "--project", $"src/Migrations.{database}",
                "--startup-project", "src/App", "--", database.ToLowerInvariant()]);
        }
    }
}

internal sealed class TestRuns
{
    // Some tests need what only another command makes (a package), or a minute and a large file.
    private static readonly string[] _everyTime = ["--filter-not-trait", "Run=OnDemand"];
    private const int TimeoutMinutes = 20;
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

    /// <summary>Names once more, at the end, what failed far above.</summary>
    public void RepeatFailures()
    {
        foreach (var failure in _failures)
        {
            Console.WriteLine("FAILED " + failure);
        }
    }

    public void RunAll(bool isFast)
    {
        var projects = Directory.GetDirectories("tests").Select(Path.GetFileName).OfType<string>().Where(name => name.EndsWith(".Tests", StringComparison.Ordinal)).Order();
        foreach (var project in projects.Where(name => !isFast || name != "Browser.Tests"))
        {
            Run(project, [], "", _everyTime);
        }

        if (!isFast)
        {
            using var server = PostgresServer.Start();
            Run("Product.Tests", new() { ["PUPITRE_TEST_DATABASE"] = "postgres", ["PUPITRE_TEST_POSTGRES"] = server.ConnectionString }, " on PostgreSQL", [.. _everyTime, "--filter-not-trait", "Database=SQLite"]);
        }
    }

    public void Run(string project, Dictionary<string, string> environment, string on, string[] options)
    {
        Console.WriteLine($"== {project}{on}");
        var result = Shell.Run("dotnet", ["run", "--no-build", "--project", $"tests/{project}", "--", "--no-ansi", .. options], environment, TimeSpan.FromMinutes(TimeoutMinutes));
        var (passed, failed, skipped) = (Count(result.Output, "succeeded"), Count(result.Output, "failed"), Count(result.Output, "skipped"));
        Passed += passed;
        Skipped += skipped;
        Failed += Math.Max(failed, result.ExitCode == 0 ? 0 : 1);
        if (result.ExitCode != 0)
        {
            Console.WriteLine(result.Output);
            _failures.Add(project + on + (result.HasTimedOut ? $" did not end within {TimeoutMinutes} minutes" : ""));
        }

        Console.WriteLine($"   {passed} passed, {failed} failed, {skipped} skipped in {result.Took.TotalSeconds:0} s");
    }

    private static int Count(string output, string what)
    {
        var match = SummaryLine(what).Match(output);
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    private static Regex SummaryLine(string what) => new($@"^\s+{what}: (\d+)\s*$", RegexOptions.Multiline | RegexOptions.RightToLeft, TimeSpan.FromSeconds(10));
}

/// <summary>A PostgreSQL of this run alone: its own cluster on a free port of the loopback address, thrown away at the end.</summary>
internal sealed class PostgresServer : IDisposable
{
    private readonly string _folder;
    private readonly string _bin;
    private readonly PosixSignalRegistration[] _signals;

    private PostgresServer(string folder, string bin, int port)
    {
        _folder = folder;
        _bin = bin;
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, _ => StopAndForget()))];
        ConnectionString = $"Host=127.0.0.1;Port={port};Username=pupitre_tests;Database=postgres";
    }

    public string ConnectionString { get; }

    public static PostgresServer Start()
    {
        var bin = Needs.Postgres();
        var folder = Directory.CreateTempSubdirectory("pupitre-postgres-").FullName;
        Shell.Must("its folder", "chown", [Needs.IsRoot ? "postgres" : Environment.UserName, folder]);
        var port = FreePort();
        var server = new PostgresServer(folder, bin, port);
        Must("initdb", [$"{bin}/initdb", "-D", $"{folder}/data", "-E", "UTF8", "--locale", "C.UTF-8", "-U", "pupitre_tests", "-A", "trust"]);
        Must("postgres", [$"{bin}/pg_ctl", "-D", $"{folder}/data", "-w", "-l", $"{folder}/log",
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200", "start"]);
        return server;
    }

    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        StopAndForget();
    }

    private void StopAndForget()
    {
        string[] stop = AsPostgres([$"{_bin}/pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "stop"]);
        Shell.Run(stop[0], stop[1..], [], TimeSpan.FromMinutes(1));
        Directory.CreateDirectory(_folder).Delete(recursive: true);
    }

    private static void Must(string step, string[] command) => Shell.Must(step, AsPostgres(command)[0], AsPostgres(command)[1..]);
    private static string[] AsPostgres(string[] command) => Needs.IsRoot ? ["runuser", "-u", "postgres", "--", .. command] : command;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What the commands need from the machine: installed from Debian's packages for root, asked for by name otherwise.</summary>
internal static class Needs
{
    private static bool _isListFresh;

    public static bool IsRoot => Environment.UserName == "root";

    public static void Node()
    {
        if (Directory.Exists("web") && !Exists("npm"))
        {
            Install("nodejs", "npm");
        }
    }

    public static void Chromium()
    {
        if (!Exists("chromium") && Environment.GetEnvironmentVariable("PUPITRE_CHROMIUM") is null)
        {
            Install("chromium");
        }
    }

    /// <summary>Folder of PostgreSQL's programs.</summary>
    public static string Postgres()
    {
        if (Newest() is null)
        {
            Install("postgresql");
        }

        return Newest() ?? throw new StepFailed("PostgreSQL was installed, but its programs are not in /usr/lib/postgresql.");
    }

    private static string? Newest() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(folder => folder + "/bin").Where(bin => File.Exists(bin + "/initdb")).Order().LastOrDefault()
        : null;

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private static void Install(params string[] packages)
    {
        if (!IsRoot)
        {
            throw new StepFailed($"Missing on this machine: {string.Join(", ", packages)}. Install it (on Debian: sudo apt-get install {string.Join(' ', packages)}) and try again.");
        }

        if (!_isListFresh)
        {
            Shell.Must("package list", "apt-get", ["update", "-qq"]);
            _isListFresh = true;
        }

        Shell.Must("install " + string.Join(' ', packages), "apt-get", ["install", "-y", "-qq", "--no-install-recommends", .. packages]);
    }
}

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = Directory.GetCurrentDirectory();
        while (!File.Exists(Path.Combine(folder, "Pupitre.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new StepFailed("Run this inside the repository of Pupitre.");
        }

        return folder;
    }
}

internal sealed class StepFailed(string message) : Exception(message);

internal sealed record ShellResult(int ExitCode, string Output, TimeSpan Took, bool HasTimedOut);

internal static class Shell
{
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(40);

    /// <summary>Runs a step, prints its name and time, and its output only when it fails.</summary>
    public static void Must(string name, string program, string[] arguments)
    {
        Console.Write($"-- {name} ");
        var result = Run(program, arguments, [], _longest);
        Console.WriteLine($"{result.Took.TotalSeconds:0.0} s");
        if (result.ExitCode != 0)
        {
            throw new StepFailed($"{result.Output}\n{name} failed with exit code {result.ExitCode}.");
        }
    }

    public static ShellResult Run(string program, string[] arguments, Dictionary<string, string> environment, TimeSpan timeout)
    {
        // The output goes to a file: a server that a step leaves running would keep a pipe open for ever.
        var log = Path.GetTempFileName();
        var started = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", log, program, .. arguments]);
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var hasTimedOut = !process.WaitForExit(timeout);
        if (hasTimedOut)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        var output = File.ReadAllText(log);
        File.Delete(log);
        return new ShellResult(process.ExitCode, output, Stopwatch.GetElapsedTime(started), hasTimedOut);
    }

    /// <summary>Runs a program with this console, and passes Ctrl+C on to it.</summary>
    public static int Attached(string program, string[] arguments)
    {
        Console.CancelKeyPress += (_, cancel) => cancel.Cancel = true;
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
