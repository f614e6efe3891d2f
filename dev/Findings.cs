namespace Pupitre.Dev;

/// <summary>Runs the scripts of findings/, which are no part of the tests: each says whether an outside library still does what was seen.</summary>
internal static class Findings
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(15);

    /// <param name="names">Parts of their names; all when there are none.</param>
    public static int Run(string[] names)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new StepFailed("The findings are scripts for bash: run them on Linux, WSL included.");
        }

        var scripts = Directory.GetFiles("findings", "*.sh").Order(StringComparer.Ordinal).Where(file => names.Length == 0 || names.Any(name => Path.GetFileName(file).Contains(name, StringComparison.Ordinal))).ToList();
        if (scripts.Count == 0)
        {
            throw new StepFailed("No script of findings/ has that in its name.");
        }

        var changed = 0;
        foreach (var script in scripts)
        {
            Console.Write($"-- {Path.GetFileName(script)} ");
            var result = Shell.Run("bash", [script], [], _patience);
            Console.WriteLine($"{(result.ExitCode == 0 ? "as seen" : "CHANGED, or not installable")} in {result.Took.TotalSeconds:0} s");
            if (result.ExitCode != 0)
            {
                changed++;
                Console.WriteLine(result.Output);
            }
        }

        Console.WriteLine($"{scripts.Count - changed} as seen, {changed} changed");
        return changed == 0 ? 0 : 1;
    }
}
