using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Settings;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>What becomes of received files, as a person sees it.</summary>
public sealed class ReceivedFilesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Drop = "file-drop form";
    private const string FirstRun = "form:has([name='Input.Tiles[0].ProviderName'])";

    private const string Future = "Received: from smtp.cabinet.fr (x [203.0.113.9]) by mx.exemple.example (Postfix); Tue, 12 Oct 2027 10:00:05 +0200\r\n";
    private const string Headers = "From: paie@talmont.example\r\nTo: nous@exemple.example\r\nSubject: Bulletins de paie de mai 2026\r\nDate: Tue, 12 Oct 2027 10:00:00 +0200\r\nMIME-Version: 1.0\r\n";

    [Fact]
    public async Task A_mail_received_in_the_future_is_no_third_partys_proof_and_says_so()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        await OwnServerAsync(company);

        await browser.DropAsync(Drop, [("mail.eml", Encoding.ASCII.GetBytes(Future + Headers + "\r\nBonjour\r\n"))]);

        browser.Text.ShouldContain("est dans le futur");
        var file = (await FilesAsync(company)).ShouldHaveSingleItem();
        (file.ReceiptAt, file.AttestedBy).ShouldBe((null, SourceClass.Observed));
    }

    [Fact]
    public async Task A_mail_whose_attachment_was_already_there_waits_to_be_placed()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        await browser.DropAsync(Drop, [("note.bin", "abc"u8.ToArray())]);

        await browser.DropAsync(Drop, [("mail.eml", Encoding.ASCII.GetBytes(
            "From: a@b.example\r\nTo: c@d.example\r\nSubject: un fichier\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: application/octet-stream; name=\"note.bin\"\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJj\r\n--x--\r\n"))]);

        (await FilesAsync(company)).Single(file => file.Name == "mail.eml").State.ShouldBe(FileState.Tray);
    }

    [Fact]
    public async Task The_subject_of_a_paper_is_kept_with_the_file()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.DropAsync(Drop, [("123456789FEC20251231.txt", "JournalCode\tJournalLib\n"u8.ToArray())]);

        (await FilesAsync(company)).ShouldHaveSingleItem().SubjectNumber.ShouldBe("123456789");
    }

    [Fact]
    public async Task Columns_near_a_commitments_name_are_proposed_on_every_sheet_and_the_others_are_named()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var workbook = Workbook(
            ["Mois", "Pièces déposées", "Banque rapprochée", "Situation remise", "Café payé le"], ["août 2026", "2026-09-04", "2026-09-10", "2026-09-15", "2026-09-16"],
            ["Période", "Bulletins de paie", "DSN"], ["juillet 2026", "2026-07-29", "2026-08-05"]);

        await browser.DropAsync(Drop, [("suivi.xlsx", workbook)]);

        var file = (await FilesAsync(company)).ShouldHaveSingleItem();
        file.Note!.ShouldContain("Café payé le");
        file.Note!.ShouldNotContain("Banque");
        var proposed = await pupitre.InsideAsync(company, services =>
        {
            var db = services.GetRequiredService<Db>();
            return db.Set<CellProposal>().Join(db.Set<Pupitre.Sourcing.Commitments.Commitment>(), row => row.CommitmentId, row => row.Id, (row, commitment) => commitment.TemplateNumber).ToListAsync();
        });
        proposed.Order().ShouldBe([2, 3, 6, 7, 8]);
    }

    private async Task<TestBrowser> OpenAsync(TestCompany company)
    {
        var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/first-run");
        await browser.SendAsync(FirstRun, ("Input.Tiles[0].ProviderName", "Cabinet Orvault"), ("Input.Tiles[1].ProviderName", "Bureau Talmont"), ("Input.Profile.PayDay", "28"), ("Input.Profile.VatDay", "21"));
        return await browser.OpenAsync($"/{company.Slug}/evidence");
    }

    private Task<bool> OwnServerAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        await services.GetRequiredService<DescribeMail>().RunAsync(new MailInput { MailServers = "mx.exemple.example" }, TestContext.Current.CancellationToken);
        return true;
    });

    private Task<List<EvidenceFile>> FilesAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceFile>().AsNoTracking().ToListAsync());

    private static byte[] Workbook(string[] head, string[] row, string[] secondHead, string[] secondRow)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Compta\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Paie\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
            Part("xl/worksheets/sheet1.xml", Sheet(head, row));
            Part("xl/worksheets/sheet2.xml", Sheet(secondHead, secondRow));

            void Part(string name, string content)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return output.ToArray();

        string Sheet(params string[][] rows) => $"<worksheet xmlns=\"{Main}\"><sheetData>" + string.Concat(rows.Select((cells, at) =>
            $"<row r=\"{at + 1}\">" + string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>")) + "</row>")) + "</sheetData></worksheet>";
    }
}
