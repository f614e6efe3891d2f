using System.Globalization;

namespace Pupitre.Dev;

/// <summary>Runs the benchmarks, alone or in turn with those of an earlier build.</summary>
internal static class Benches
{
    private const int Pairs = 3;

    /// <summary>What is measured in turn when nothing is named: what a page, an import, a check and a start cost.</summary>
    private static readonly string[] _compared = ["start", "web", "command", "grid", "log", "fec", "flows"];

    /// <summary>Those that ask the published program from outside: this tree's client measures both builds.</summary>
    private static readonly string[] _fromOutside = ["start", "web", "command"];

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(20);

    public static int Run(string[] rest)
    {
        Needs.Node();
        var project = rest is ["load", ..] ? "Load" : rest is ["mining", ..] ? "Mining" : "Benchmarks";
        string[] options = rest is ["load" or "mining", .. var parts] ? parts : rest is [] ? ["--filter", "*"] : rest is [var one] ? ["--filter", one] : rest;
        return Shell.Attached("dotnet", ["run", "--project", "bench/" + project, "-c", "Release", "--", .. options]);
    }

    /// <summary>Builds a commit beside this tree, measures both in turn, and prints the medians of the pairs with every value: the spread says what a ratio is worth.</summary>
    public static int Compare(string commit, string[] whats)
    {
        Needs.Node();
        var before = Directory.CreateTempSubdirectory("pupitre-before-").FullName;
        try
        {
            Shell.Must("tree of " + commit, "git", ["worktree", "add", "--detach", "--force", before, commit]);
            Shell.Must("build of " + commit, "dotnet", ["build", Path.Combine(before, "bench", "Load"), "-p:RunAnalyzers=false", .. Product.Built]);
            Shell.Must("build of this tree", "dotnet", ["build", "bench/Load", "-p:RunAnalyzers=false", .. Product.Built]);
            string[] all = whats.Length == 0 ? _compared : whats;
            foreach (var folder in all.Intersect(_fromOutside).Any() ? new[] { before, Repository.Root } : [])
            {
                string[] options = ["-o", Published(before, folder), "-p:RunAnalyzers=false", .. Product.Built];
                Shell.Must("program of " + folder, "dotnet", ["publish", Path.Combine(folder, "src", "App"), .. options]);
            }

            foreach (var what in all)
            {
                Print(commit, what, Measure(before, what));
            }
        }
        finally
        {
            Shell.Run("git", ["worktree", "remove", "--force", before], [], _patience);
        }

        return 0;
    }

    // Both lie in the tree of the earlier build, which goes with it.
    private static string Published(string before, string folder) => Path.Combine(before, "artifacts", folder == before ? "before" : "now");

    private static Dictionary<string, (List<double> Before, List<double> Now, string Unit)> Measure(string before, string what)
    {
        var all = new Dictionary<string, (List<double> Before, List<double> Now, string Unit)>(StringComparer.Ordinal);
        for (var pair = 1; pair <= Pairs; pair++)
        {
            foreach (var (folder, isNow) in new[] { (before, false), (Repository.Root, true) })
            {
                Console.WriteLine($"-- {what}, pair {pair}, {(isNow ? "this tree" : "before")}");
                var isOutside = _fromOutside.Contains(what);
                var load = Path.Combine(isOutside ? Repository.Root : folder, "bench/Load/bin/Release/net10.0/Pupitre.Load.dll");
                string[] program = isOutside ? ["--program", Published(before, folder)] : [];
                string[] command = ["-c", "cd \"$0\" && exec dotnet \"$@\"", folder, load, what, .. program];
                var output = Shell.Run("bash", command, [], _patience).Output;
                foreach (var (name, value, unit) in output.Split('\n').Select(Figure).OfType<(string, double, string)>())
                {
                    var known = all.TryGetValue(name, out var found) ? found : all[name] = ([], [], unit);
                    (isNow ? known.Now : known.Before).Add(value);
                }
            }
        }

        return all;
    }

    // "| Grid of 60 commitments, median of 30 | 41.5 ms | 100 ms | 0.42 |"; what was measured on the way stands in the name, and differs from run to run.
    private static (string Name, double Value, string Unit)? Figure(string line)
    {
        var cells = line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries);
        if (!line.StartsWith("| ", StringComparison.Ordinal) || cells.Length != 4 || cells[1].Split(' ', 2) is not [var number, var unit]
            || !double.TryParse(number, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var name = System.Text.RegularExpressions.Regex.Replace(cells[0], @" \([\d,.]+ \w+\)", "", System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return (name, value, unit);
    }

    private static void Print(string commit, string what, Dictionary<string, (List<double> Before, List<double> Now, string Unit)> all)
    {
        Console.WriteLine();
        Console.WriteLine($"| {what} | {commit} | This tree | Of the median | Each |");
        Console.WriteLine("|---|---:|---:|---:|---|");
        foreach (var (name, (before, now, unit)) in all.Where(pair => pair.Value.Before.Count > 0 && pair.Value.Now.Count > 0))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {Median(before):#,0.#} {unit} | {Median(now):#,0.#} {unit} | {Median(now) / Median(before):0.00} | {List(before)} against {List(now)} |"));
        }

        Console.WriteLine();
    }

    private static string List(List<double> values) => string.Join(", ", values.Select(value => value.ToString("#,0.#", CultureInfo.InvariantCulture)));

    private static double Median(List<double> values)
    {
        var ordered = values.Order().ToList();
        return ordered.Count % 2 == 1 ? ordered[ordered.Count / 2] : (ordered[(ordered.Count / 2) - 1] + ordered[ordered.Count / 2]) / 2;
    }
}
