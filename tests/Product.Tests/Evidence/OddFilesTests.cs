using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Product.Tests.Service;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>Files that mean ill or are broken, dropped as a person drops them: each is kept or refused, and says why.</summary>
public sealed class OddFilesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task A_workbook_with_a_password_says_how_to_save_it()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]];

        var (browser, files) = await DropAsync("suivi.xlsx", ole);

        using (browser)
        {
            files.ShouldHaveSingleItem().Note!.ShouldContain("mot de passe");
            browser.Text.ShouldContain("mot de passe");
        }
    }

    public static TheoryData<string, byte[], string> Misnamed => new()
    {
        { "vide.csv", [], "Ce fichier est vide." },
        { "texte.xlsx", "ceci n’est pas un classeur"u8.ToArray(), "Son nom dit .xlsx, son contenu n’en est pas un" },
        { "coupe.zip", Zip(("a.txt", new byte[3000]))[..40], "Son nom dit .zip, son contenu n’en est pas un" },
        { "plan.dwg", [1, 2, 3, 4, 5, 6, 7, 8], "Type de fichier inconnu (.dwg)" },
        { "beaucoup.zip", Zip([.. Enumerable.Range(0, 2001).Select(number => ($"f{number}.txt", "x"u8.ToArray()))]), "Cette archive contient 2 001 fichiers ; la limite est de 2 000" },
    };

    [Theory]
    [MemberData(nameof(Misnamed))]
    public async Task A_file_that_is_not_what_it_is_called_says_so_first(string name, byte[] content, string said)
    {
        var (browser, files) = await DropAsync(name, content);

        using (browser)
        {
            files.ShouldHaveSingleItem();
            browser.Page.QuerySelector("main header")!.TextContent.WithPlainSpaces().ShouldContain(said);
        }
    }

    [Fact]
    public async Task A_workbook_that_swells_says_so_when_it_is_read()
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var bomb = Zip(
            ("xl/workbook.xml", Encoding.UTF8.GetBytes($"<workbook xmlns=\"{Main}\"><sheets><sheet name=\"Suivi\" sheetId=\"1\"/></sheets></workbook>")),
            ("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\"><c r=\"A1\"><v>" + new string('1', 120_000_000) + "</v></c></row></sheetData></worksheet>")));
        bomb.Length.ShouldBeLessThan(1_000_000);

        var (browser, files) = await DropAsync("bombe.xlsx", bomb);

        using (browser)
        {
            ((int)browser.Status).ShouldBeLessThan(500);
            files.Count.ShouldBeLessThanOrEqualTo(1);
            (await browser.OpenAsync(browser.Path.Split('?')[0])).Status.ShouldNotBe(HttpStatusCode.InternalServerError);
        }
    }

    [Fact]
    public async Task An_archive_in_an_archive_in_an_archive_is_kept_closed_at_the_third()
    {
        var innermost = Zip(("secret.txt", "x"u8.ToArray()));
        var nested = Zip(("deux.zip", Zip(("trois.zip", innermost), ("note.txt", "bonjour"u8.ToArray()))), ("../../etc/passwd", "x"u8.ToArray()));

        var (browser, files) = await DropAsync("un.zip", nested);

        using (browser)
        {
            files.Select(file => file.Name).ShouldBe(["un.zip", "deux.zip", "trois.zip", "note.txt"], ignoreOrder: true);
            browser.Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("Content-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Transfer-Encoding: base64\n\n*** ceci n'est pas du base64 ***\n--y--")]
    [InlineData("Content-Type: multipart/mixed\nContent-Transfer-Encoding: quoted-printable\n\n=ZZ=\u0000=")]
    public async Task A_mail_with_broken_mime_is_kept(string rest)
    {
        var (browser, files) = await DropAsync("casse.eml", Encoding.UTF8.GetBytes("From: paie@talmont.example\nTo: nous@exemple.example\nSubject: Bulletins\nMIME-Version: 1.0\n" + rest));

        using (browser)
        {
            files.ShouldContain(file => file.Name == "casse.eml");
            browser.Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("Fri, 31 Dec 9999 23:59:59 +0000")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 +0000")]
    [InlineData("Wed, 15 Sep 2100 08:00:00 +0200")]
    [InlineData("hier soir")]
    public async Task A_mail_with_a_forged_date_counts_from_its_reception(string date)
    {
        var (browser, files) = await DropAsync("date.eml", Encoding.UTF8.GetBytes($"From: paie@talmont.example\nTo: nous@exemple.example\nSubject: Bulletins\nDate: {date}\nMIME-Version: 1.0\nContent-Type: text/plain\n\nVoici les bulletins.\n"));

        using (browser)
        {
            var file = files.ShouldHaveSingleItem();
            file.ReceiptAt.ShouldBeNull();
            file.CountsFrom.ShouldBe(file.ReceivedAt);
            if (file.StatedAt is not null)
            {
                (file.StatedInTime is null || file.StatedInTime < file.ReceivedAt).ShouldBeTrue();
            }

            browser.Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Dates_at_both_ends_of_the_calendar_are_imported_and_every_screen_still_opens()
    {
        const string Ends = "Dossier;Question reçue;Réponse envoyée\nC;04/05/2026;05/05/2026\nD;05/05/2026;06/05/2026\nE;06/05/2026;06/05/2026\nA;01/01/0001;31/12/9999\nB;31/12/9999;01/01/0001\n";
        var company = await pupitre.HaveCompanyAsync();
        var questions = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Orvault", ServiceBuilder.QuestionsTemplate);
            return (await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate)).Id;
        });
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync("file-drop form", [("questions.csv", Encoding.UTF8.GetBytes(Ends))]);
        await browser.OpenAsync(browser.Path + "?shape=Case");
        await TableWizard.ImportAsync(
            browser, ("Input.Commitments[0]", questions.ToString()), ("Input.Dates[0].Use", "yes"), ("Input.Dates[0].Activity", "Question reçue"),
            ("Input.Dates[1].Use", "yes"), ("Input.Dates[1].Activity", "Réponse envoyée"));
        await TableWizard.FinishAsync(browser);
        var import = browser.Path;
        import.ShouldContain("/imports/", customMessage: browser.Text);

        foreach (var path in new[] { import, $"/{company.Slug}/due-dates", $"/{company.Slug}/scorecards", $"/{company.Slug}/scorecards/{questions}", $"/{company.Slug}/scorecards/{questions}/cases", $"/{company.Slug}/flows" })
        {
            (await browser.OpenAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task A_stop_that_can_never_match_keeps_nothing_and_says_what_was_not_seen()
    {
        var company = await pupitre.HaveCompanyAsync();
        var questions = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Orvault", ServiceBuilder.QuestionsTemplate);
            var commitment = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            var asked = commitment.Versions[0].Rule.Clock!.Start.Alternatives[0].Parts[0].Values[0];
            var monday = NodaTime.Instant.FromUtc(2026, 3, 2, 9, 0);
            await builder.ImportAsync(commitment.Id, new SourceRules(SourceClass.Receipt, []),
            [
                ServiceBuilder.Event("Q1", asked, monday, 2), ServiceBuilder.Event("Q1", "Répondu par pigeon", monday + NodaTime.Duration.FromHours(1), 3),
                ServiceBuilder.Event("Q2", asked, monday, 4), ServiceBuilder.Event("Q2", "Autre chose", monday + NodaTime.Duration.FromDays(20), 5),
            ]);
            return commitment.Id;
        });
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards/{questions}");

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldContain("0 sur 2 avec preuve");
        browser.Text.ShouldContain("Aucun des événements importés ne clôt un cas");
    }

    private async Task<(TestBrowser Browser, List<EvidenceFile> Files)> DropAsync(string name, byte[] content)
    {
        var company = await pupitre.HaveCompanyAsync();
        var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync("file-drop form", [(name, content)]);
        var files = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceFile>().AsNoTracking().ToListAsync());
        return (browser, files);
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return output.ToArray();
    }
}
