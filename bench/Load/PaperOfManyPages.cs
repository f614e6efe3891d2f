using Pupitre.Product.Tests.Evidence;

namespace Pupitre.Load;

/// <summary>The page of a paper of 200 pages: its first page as text, and where it stands.</summary>
internal static class PaperOfManyPages
{
    private const int PaperPages = 200;
    private const int Rounds = 15;
    private const double MaxFirstMs = 300;

    public static async Task MeasureAsync(Figures figures)
    {
        await using var pupitre = await LoadedPupitre.StartAsync();
        var path = await DropAsync(pupitre);
        var first = await pupitre.OpenAsync(path);
        var again = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            again.Add(await pupitre.OpenAsync(path));
        }

        figures.AtMost($"Page of a paper of {PaperPages} pages, first opening of the program", first, MaxFirstMs, "ms");
        figures.AtMost($"The same again, median of {Rounds}", Figures.Median(again), MaxFirstMs, "ms");
        figures.AtMost("The last of its pages as text", await pupitre.OpenAsync(path + "?page=" + PaperPages), MaxFirstMs, "ms");
    }

    private static async Task<string> DropAsync(LoadedPupitre pupitre)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in await Acknowledged.HiddenAsync(pupitre, new Uri($"/{LoadedPupitre.Slug}/evidence", UriKind.Relative), "file-drop form"))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(LongPaper.Of(PaperPages)), "files", "rapport.pdf");
        using var answer = await pupitre.Http.PostAsync(new Uri($"/{LoadedPupitre.Slug}/evidence/files", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }
}
