using System.Diagnostics;
using System.Net;
using System.Text;
using static Pupitre.Product.Tests.Evidence.PlacingCompany;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>The page of a file shows what is in it and runs nothing of it. What it reads is the file, not the database.</summary>
[Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
public sealed class FilePreviewTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Hostile = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(2)</script></svg>";

    private static readonly byte[] _png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData("dessin.svg")]
    [InlineData("photo.png")]
    [InlineData("facture.pdf")]
    public async Task A_drawing_is_text_whatever_its_name_says(string name)
    {
        var (browser, path) = await DropOneAsync(name, Encoding.UTF8.GetBytes(Hostile));

        var preview = browser.Page.QuerySelector("#preview")!;
        preview.QuerySelector("svg, img, script, iframe, object, embed, pdf-view").ShouldBeNull();
        preview.QuerySelector("pre")!.TextContent.ShouldBe(Hostile);
        preview.TextContent.ShouldContain("rien de ce fichier n’est exécuté");
        (await StatusAsync(browser, path + "/picture")).ShouldBe(HttpStatusCode.NotFound);
        browser.Dispose();
    }

    [Fact]
    public async Task A_page_is_text()
    {
        var (browser, _) = await DropOneAsync("page.html", "<html><body onload=alert(1)><script>alert(2)</script><p>Bonjour</p></body></html>"u8.ToArray());

        browser.Page.QuerySelector("#preview pre")!.TextContent.ShouldContain("<script>alert(2)</script>");
        browser.Page.QuerySelector("#preview script").ShouldBeNull();
        browser.Dispose();
    }

    [Fact]
    public async Task Content_is_served_as_bytes_of_no_kind_in_a_sandbox()
    {
        var (browser, path) = await DropOneAsync("page.html", "<script>alert(1)</script>"u8.ToArray());

        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(path + "/content", UriKind.Relative)));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        browser.Dispose();
    }

    [Fact]
    public async Task A_picture_of_points_is_served_as_what_it_is_in_a_sandbox()
    {
        var (browser, path) = await DropOneAsync("scan.txt", _png);
        browser.Page.QuerySelector("#preview img")!.GetAttribute("src")!.ShouldEndWith("/picture");

        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(path + "/picture", UriKind.Relative)));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        browser.Dispose();
    }

    [Fact]
    public async Task A_mail_is_its_headers_and_its_words_and_its_attachments_are_links()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("m.eml", ReceivedListTests.MailWith("piece.bin", Note("aperçu")))]);
        var mail = (await pupitre.FilesAsync(company)).Single(file => file.Name == "m.eml");

        await browser.OpenAsync($"/{company.Slug}/evidence/files/{mail.Id}");

        var preview = browser.Page.QuerySelector("#preview")!;
        preview.TextContent.ShouldContain("paie@talmont.example");
        preview.TextContent.WithPlainSpaces().ShouldContain("lundi 12 octobre 2026 à 10 h");
        preview.QuerySelector("pre")!.TextContent.ShouldContain("Bonjour");
        preview.TextContent.ShouldNotContain("alert(1)");
        preview.QuerySelectorAll("a").ShouldBeEmpty();
        browser.Page.QuerySelector("#parts a")!.TextContent.ShouldBe("piece.bin");
    }

    [Fact]
    public async Task A_table_shows_its_head_and_its_first_rows()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("suivi.csv", "Agent;Ticket\nAnne;<b>12</b>\nBob;13\n"u8.ToArray())]);
        var file = (await pupitre.FilesAsync(company)).ShouldHaveSingleItem();

        await browser.OpenAsync($"/{company.Slug}/evidence/files/{file.Id}?sheet=nulle");

        browser.Page.QuerySelectorAll("#preview th[scope=col]").Select(head => head.TextContent).ShouldBe(["Agent", "Ticket"]);
        browser.Page.QuerySelector("#preview tbody")!.TextContent.ShouldContain("<b>12</b>");
    }

    [Theory]
    [InlineData("vide.txt", "", "vide")]
    [InlineData("blob.bin", "AAECAwQF", "n’a pas d’aperçu")]
    [InlineData("cassé.pdf", "JVBERi0xLjcKcmllbg==", "PDF")]
    [InlineData("cassé.xlsx", "UEsDBBQAAAAAAA==", "")]
    public async Task What_cannot_be_shown_says_so_and_can_be_downloaded(string name, string content, string word)
    {
        var (browser, path) = await DropOneAsync(name, Convert.FromBase64String(content));

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Page.QuerySelector("#preview")!.TextContent.ShouldContain(word, Case.Insensitive);
        browser.Page.QuerySelector($"a[href='{path}/content']").ShouldNotBeNull();
        browser.Dispose();
    }

    [Fact]
    public async Task A_paper_of_two_hundred_pages_shows_one_page_as_text_within_its_time()
    {
        var (browser, path) = await DropOneAsync("rapport.pdf", LongPaper.Of(pages: 200));
        browser.Page.QuerySelector("#preview pdf-view")!.GetAttribute("data-file").ShouldBe(path + "/content");
        await browser.OpenAsync(path);

        var started = Stopwatch.GetTimestamp();
        await browser.OpenAsync(path + "?page=1");
        var taken = Stopwatch.GetElapsedTime(started);

        TestContext.Current.SendDiagnosticMessage("First page of a paper of 200: {0} ms", taken.TotalMilliseconds);
        taken.TotalMilliseconds.ShouldBeLessThan(2_000, "A page must not read all the others.");
        browser.Page.QuerySelector("#preview pre")!.TextContent.ShouldContain("Page numéro 1 ");
        (await browser.OpenAsync(path + "?page=200")).Page.QuerySelector("#preview pre")!.TextContent.ShouldContain("Page numéro 200 ");
        (await browser.OpenAsync(path + "?page=0")).Page.QuerySelector("#preview pre")!.TextContent.ShouldContain("Page numéro 1 ");
        browser.Dispose();
    }

    [Fact]
    public async Task A_paper_is_served_in_ranges()
    {
        var (browser, path) = await DropOneAsync("rapport.pdf", LongPaper.Of(pages: 2));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path + "/content", UriKind.Relative)) { Headers = { Range = new(0, 99) } };

        using var answer = await browser.RawAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBe(100);
        browser.Dispose();
    }

    private async Task<(TestBrowser Browser, string Path)> DropOneAsync(string name, byte[] content)
    {
        var company = await pupitre.HaveCompanyAsync();
        var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [(name, content)]);
        var file = (await pupitre.FilesAsync(company)).ShouldHaveSingleItem();
        var path = $"/{company.Slug}/evidence/files/{file.Id}";
        await browser.OpenAsync(path);
        return (browser, path);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestBrowser browser, string path)
    {
        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));
        return answer.StatusCode;
    }
}
