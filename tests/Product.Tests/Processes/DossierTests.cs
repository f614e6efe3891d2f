using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Deciding.Dossier;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Targets;
using UglyToad.PdfPig;

namespace Pupitre.Product.Tests.Processes;

/// <summary>The process file for a buyer or an auditor: a paper and a ZIP that prove themselves.</summary>
public sealed class DossierTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task One_click_gives_the_whole_map_as_a_paper_that_is_the_same_each_time()
    {
        var (company, _) = await HaveMapAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/map");
        var link = browser.Page.QuerySelectorAll("a[href$='/processes/file']").Single();
        await browser.OpenAsync(link.GetAttribute("href")!);
        browser.Text.WithPlainSpaces().ShouldContain("2 processus, un chapitre chacun.");
        browser.Text.ShouldContain("Les personnes y sont nommées");

        var first = await BytesAsync(browser, $"/{company.Slug}/processes/file.pdf");
        var second = await BytesAsync(browser, $"/{company.Slug}/processes/file.pdf");

        second.SequenceEqual(first).ShouldBeTrue("The same map at the same moment is the same file.");
        using var pdf = PdfDocument.Open(first);
        var text = string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        text.ShouldContain("Établi le jeudi 26 novembre 2026");
        text.ShouldContain("Notes de frais");
        text.ShouldContain("Ada Lovelace");
        text.ShouldContain("Vérifier la note");
        var drawn = pdf.GetPages().Where(page => page.Width > page.Height).ToList();
        drawn.Count.ShouldBe(1, "The target lies on a wide page of its own.");
        drawn[0].Text.ShouldContain("Vérifier");
        drawn[0].Paths.Count.ShouldBeGreaterThan(5);
        // The contents tell the page on which a chapter stands.
        var chapter = pdf.GetPages().First(page => Headings(page).Contains("Notes de frais", StringComparison.Ordinal));
        string.Join(' ', pdf.GetPage(1).GetWords().Select(word => word.Text)).ShouldContain($"Notes de frais {chapter.Number}");
    }

    [Fact]
    public async Task The_archive_lists_each_file_with_its_hash_and_holds_the_target_as_received()
    {
        var (company, ids) = await HaveMapAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var content = await BytesAsync(browser, $"/{company.Slug}/processes/file.zip");
        (await BytesAsync(browser, $"/{company.Slug}/processes/file.zip")).SequenceEqual(content).ShouldBeTrue();

        using var zip = new ZipArchive(new MemoryStream(content));
        var files = zip.Entries.ToDictionary(entry => entry.FullName, BytesOf, StringComparer.Ordinal);
        var listed = System.Text.Encoding.UTF8.GetString(files["manifest.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split(';')).ToList();

        listed.Select(row => row[0]).ShouldBe(files.Keys.Where(name => name != "manifest.csv").Order(StringComparer.Ordinal));
        foreach (var row in listed)
        {
            row[1].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(files[row[0]])), row[0]);
            row[2].ShouldBe(files[row[0]].Length.ToString(System.Globalization.CultureInfo.InvariantCulture), row[0]);
        }

        var target = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<ProcessTarget>()
            .SingleAsync(row => row.ProcessId == ids[0]));
        Convert.ToHexStringLower(SHA256.HashData(files["001-notes-de-frais/cible-version-1.bpmn"])).ShouldBe(target.Hash);
        files.ShouldContainKey("001-notes-de-frais/cible-version-1.svg");
        files.ShouldContainKey("inventaire.xlsx");
        System.Text.Encoding.UTF8.GetString(files["LISEZMOI.txt"]).ShouldContain("sha256sum");
    }

    [Fact]
    public async Task Names_stay_out_where_only_functions_are_asked_and_a_choice_is_kept_to()
    {
        var (company, ids) = await HaveMapAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        using var pdf = PdfDocument.Open(await BytesAsync(browser, $"/{company.Slug}/processes/file.pdf?roles=1&process={ids[0]}"));

        var text = string.Join(' ', pdf.GetPages().Select(page => page.Text));
        text.ShouldNotContain("Lovelace");
        text.ShouldContain("personne 1");
        text.ShouldContain("Notes de frais");
        text.ShouldNotContain("Courrier du matin");
        await browser.OpenAsync($"/{company.Slug}/processes/file?domain=Legal");
        browser.Text.ShouldContain("Aucun processus");
        (await browser.OpenAsync($"/{company.Slug}/processes/file?process={Guid.CreateVersion7()}"))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        using var stranger = await browser.RawAsync(
            new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/processes/file.zip?process={Guid.CreateVersion7()}"));
        stranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task One_reader_reads_two_files_at_once_and_mixes_nothing()
    {
        var (company, _) = await HaveMapAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            var token = TestContext.Current.CancellationToken;
            var read = services.GetRequiredService<ReadDossier>();
            var named = await read.RunAsync(new DossierChoice(null, [], WithNames: true), token);
            var unnamed = await read.RunAsync(new DossierChoice(null, [], WithNames: false), token);

            named.Ground.Names.AreShown.ShouldBeTrue();
            unnamed.Ground.Names.AreShown.ShouldBeFalse();
            (await read.PartAsync(named, 0, 9, token)).Select(process => process.Map.Pilot?.Name).ShouldContain("Ada Lovelace");
            (await read.PartAsync(unnamed, 0, 9, token)).Select(process => process.Map.Pilot?.Name).ShouldNotContain("Ada Lovelace");
            return true;
        });
    }

    private static async Task<byte[]> BytesAsync(TestBrowser browser, string path)
    {
        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, path));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What is written as large as the heading of a chapter.</summary>
    private static string Headings(UglyToad.PdfPig.Content.Page page) =>
        string.Concat(page.Letters.Where(letter => Math.Abs(letter.PointSize - 14) < 0.1).Select(letter => letter.Value));

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Expense claims, which Ada conducts, with a published target; and the mail, of which nothing is said.</summary>
    private async Task<(TestCompany Company, Guid[] Ids)> HaveMapAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        var ids = await pupitre.InsideAsync(company, async services =>
        {
            var token = TestContext.Current.CancellationToken;
            var create = services.GetRequiredService<CreateProcess>();
            var claims = await create.RunAsync(new ProcessInput
            {
                Name = "Notes de frais",
                Domain = Domain.Accounting,
                Pilot = "Ada Lovelace"
            }, token);
            var mail = await create.RunAsync(new ProcessInput { Name = "Courrier du matin", Domain = Domain.Administration }, token);
            return new[] { claims.Id, mail.Id };
        });
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = $"/{company.Slug}/processes/{ids[0]}";
        await browser.OpenAsync(page + "/steps");
        await browser.SendAsync(
            "main form[method=post]",
            ("Input.Steps[0].Name", "Vérifier la note"), ("Input.Steps[0].Role", "Comptable"),
            ("Input.Steps[1].Name", "Rembourser"), ("Input.Steps[1].Role", "Comptable"));
        await browser.OpenAsync(page);
        await browser.SendAsync("form[action$='/steps/drawing']");
        await browser.OpenAsync(page + "/targets/1");
        await browser.SendAsync("form[action$='/publication']");
        return (company, ids);
    }
}
