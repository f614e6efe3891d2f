using System.Globalization;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;

namespace Pupitre.Load;

/// <summary>What it costs that an answer may be relied on: flushes of the database's log, and of the files that came.</summary>
internal static class Acknowledged
{
    private const int Rounds = 60;
    private const int FileBytes = 1 << 20;

    public static async Task MeasureAsync(Figures figures)
    {
        await using var pupitre = await LoadedPupitre.StartAsync();
        var commits = await pupitre.InsideAsync(services => Task.FromResult(services.GetRequiredService<DurableCommits>()));
        var (form, formFlushes) = await RunAsync(commits, round => PostFormAsync(pupitre, round));
        var (drop, dropFlushes) = await RunAsync(commits, round => DropAsync(pupitre, round));
        var flush = Figures.Median(await Task.WhenAll(Enumerable.Range(0, Rounds).Select(_ => Figures.TimeAsync(() => Task.Run(commits.Flush)))));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"form {form:0.0} ms, drop of 1 MB {drop:0.0} ms, one flush of the log alone {flush:0.0} ms (medians of {Rounds})"));
        figures.AtMost("Flushes of the log for one form", formFlushes, 1, "");
        figures.AtMost("Flushes of the log for one drop", dropFlushes, 1, "");
    }

    private static async Task<(double Milliseconds, double Flushes)> RunAsync(DurableCommits commits, Func<int, Task<double>> act)
    {
        await act(-1);
        var before = commits.Count;
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            times.Add(await act(round));
        }

        return (Figures.Median(times), (double)(commits.Count - before) / Rounds);
    }

    private static async Task<double> PostFormAsync(LoadedPupitre pupitre, int round)
    {
        var path = new Uri($"/{LoadedPupitre.Slug}/processes/new", UriKind.Relative);
        var fields = await HiddenAsync(pupitre, path, "main form[method=post]");
        fields["Input.Name"] = string.Create(CultureInfo.InvariantCulture, $"Processus {round}");
        using var content = new FormUrlEncodedContent(fields);
        return await Figures.TimeAsync(async () => (await pupitre.Http.PostAsync(path, content)).EnsureSuccessStatusCode());
    }

    private static async Task<double> DropAsync(LoadedPupitre pupitre, int round)
    {
        var fields = await HiddenAsync(pupitre, new Uri($"/{LoadedPupitre.Slug}/evidence", UriKind.Relative), "file-drop form");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        var bytes = new byte[FileBytes];
        new Random(round).NextBytes(bytes);
        content.Add(new ByteArrayContent(bytes), "files", "piece.bin");
        return await Figures.TimeAsync(async () => (await pupitre.Http.PostAsync(new Uri($"/{LoadedPupitre.Slug}/evidence/files", UriKind.Relative), content)).EnsureSuccessStatusCode());
    }

    public static async Task<Dictionary<string, string>> HiddenAsync(LoadedPupitre pupitre, Uri path, string selector)
    {
        var html = await pupitre.Http.GetStringAsync(path);
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
        return ((IHtmlFormElement)page.QuerySelector(selector)!).Elements.OfType<IHtmlInputElement>().Where(input => input is { Type: "hidden", Name.Length: > 0 })
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
    }
}
