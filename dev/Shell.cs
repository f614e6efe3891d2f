using System.Diagnostics;

namespace Pupitre.Dev;

/// <summary>What became of a program that was run.</summary>
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
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd", $"/d /s /c \"{string.Join(' ', arguments.Prepend(program).Select(Quoted))} >\"{log}\" 2>&1 <nul\"")
            : new ProcessStartInfo("bash", ["-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", log, program, .. arguments]);
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

    private static string Quoted(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;

    /// <summary>Runs a program with this console, and passes Ctrl+C on to it.</summary>
    public static int Attached(string program, string[] arguments)
    {
        Console.CancelKeyPress += (_, cancel) => cancel.Cancel = true;
        using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
