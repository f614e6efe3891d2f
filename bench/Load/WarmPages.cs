using System.Text.RegularExpressions;

namespace Pupitre.Load;

/// <summary>
/// Pages of the sample company by eight connections at once: the list of providers and the grid. The same address again and again, as
/// people ask; addresses that were not asked for before, so that each page is written anew; and the page that follows when somebody wrote
/// something that it does not show.
/// </summary>
internal static partial class WarmPages
{
    private const int Connections = 8;
    private const int WarmUp = 200;
    private const int Pages = 400;
    private const int Writes = 30;
    private const double MinPagesPerSecond = 100;
    private const double MaxProcessorMicroseconds = 20_000;
    private const double MaxAfterWriteMs = 100;
    private const string Email = "helene.marchebelle@ateliers-marchebelle.example";

    public static async Task MeasureAsync(Figures figures, string? published)
    {
        var folder = Directory.CreateTempSubdirectory("pupitre-load-").FullName;
        try
        {
            var program = await PublishedPupitre.ProgramAsync(Path.Combine(folder, "program"), published);
            var data = Path.Combine(folder, "data");
            var (seeded, _, _) = await PublishedPupitre.RunAsync(program, "seed", "--data", data, "--lang", "fr");
            await using var pupitre = new PublishedPupitre(program, data);
            await pupitre.ServeAsync();
            await pupitre.SignInAsync(Email, Password().Match(seeded).Value);
            var root = Root().Match(seeded).Groups["root"].Value;
            await MeasureAsync(figures, pupitre, "List of providers", root + "/providers", root);
            await MeasureAsync(figures, pupitre, "Grid of the sample company", root, root);
            figures.AtMost("Most memory while these pages were asked for", Figures.PeakMegabytes(pupitre.ProcessId), 500, "MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Figures figures, PublishedPupitre pupitre, string what, string path, string root)
    {
        var asked = 0;
        await TurnAsync(figures, pupitre, $"{what}, {Connections} connections", () => path);
        var anew = $"{what}, {Connections} connections, written anew";
        await TurnAsync(figures, pupitre, anew, () => $"{path}?asked={Interlocked.Increment(ref asked)}");
        var form = new Uri(root + "/processes/new", UriKind.Relative);
        var after = new List<double>();
        for (var round = 0; round < Writes; round++)
        {
            var fields = await pupitre.HiddenAsync(form, "main form[method=post]");
            fields["Input.Name"] = $"{what} {round}";
            await pupitre.PostAsync(form, fields);
            after.Add(await pupitre.OpenAsync(path));
        }

        figures.AtMost($"{what} after something else was written, median of {Writes}", Figures.Median(after), MaxAfterWriteMs, "ms");
    }

    private static async Task TurnAsync(Figures figures, PublishedPupitre pupitre, string what, Func<string> address)
    {
        await AskAsync(pupitre, address, WarmUp);
        var before = Figures.ProcessorMs(pupitre.ProcessId);
        var took = await Figures.TimeAsync(() => AskAsync(pupitre, address, Pages));
        figures.AtLeast(what, Connections * Pages / (took / 1000), MinPagesPerSecond, "pages/s");
        var worked = 1000 * (Figures.ProcessorMs(pupitre.ProcessId) - before) / (Connections * Pages);
        figures.AtMost($"{what}: processor time of a page", worked, MaxProcessorMicroseconds, "µs");
    }

    private static Task AskAsync(PublishedPupitre pupitre, Func<string> address, int pages) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (var page = 0; page < pages; page++)
            {
                await pupitre.OpenAsync(address());
            }
        }));

    // "Compte créé : ..., mot de passe 0123456789abcdef01234567": twelve bytes.
    [GeneratedRegex("[0-9a-f]{24}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Password();

    // "... est chargée : ouvrez /ateliers-marchebelle après ..."
    [GeneratedRegex(" (?<root>/[a-z0-9-]+) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Root();
}
