using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sample.Files;

namespace Pupitre.Product.Tests.Evidence;

public sealed class DropFilesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Drop = "file-drop form";
    private const string FirstRun = "form:has([name='Input.Tiles[0].ProviderName'])";

    [Fact]
    public async Task A_certificate_is_proposed_accepted_and_stands_in_the_grid()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.DropAsync(Drop, [("dsn.pdf", Certificate())]);

        browser.Text.ShouldContain("1 fichier reçu");
        browser.Text.ShouldContain("DSN mensuelle acceptée, septembre 2026");
        await browser.SendAsync("form[action$='proposals/acceptance']");
        browser.Text.ShouldContain("1 preuve rangée");
        var proof = (await ProofsAsync(company)).ShouldHaveSingleItem();
        (proof.OccurrenceKey, proof.AttestedBy).ShouldBe(("2026-09", SourceClass.Receipt));
    }

    [Fact]
    public async Task The_same_file_twice_adds_nothing_and_says_so()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.DropAsync(Drop, [("dsn.pdf", Certificate())]);
        await browser.DropAsync(Drop, [("copie.pdf", Certificate())]);

        browser.Text.ShouldContain("1 fichier était déjà là");
        (await FilesAsync(company)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_dropped_on_a_cell_stands_there_at_once()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var commitment = await CommitmentAsync(company, 2);

        await browser.DropAsync(Drop, [("note.bin", [1, 2, 3, 4, 5])], ("commitment", commitment.ToString()), ("occurrence", "2026-09"));

        var proof = (await ProofsAsync(company)).ShouldHaveSingleItem();
        (proof.CommitmentId, proof.OccurrenceKey, proof.AttestedBy).ShouldBe((commitment, "2026-09", SourceClass.Observed));
    }

    [Fact]
    public async Task A_file_that_waits_in_the_tray_can_be_dropped_on_a_cell_later()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var commitment = await CommitmentAsync(company, 2);
        await browser.DropAsync(Drop, [("note.bin", [1, 2, 3, 4, 5])]);

        await browser.DropAsync(Drop, [("note.bin", [1, 2, 3, 4, 5])], ("commitment", commitment.ToString()), ("occurrence", "2026-09"));
        await (await browser.OpenAsync($"/{company.Slug}/evidence")).DropAsync(Drop, [("note.bin", [1, 2, 3, 4, 5])], ("commitment", commitment.ToString()), ("occurrence", "2026-09"));

        (await ProofsAsync(company)).ShouldHaveSingleItem().OccurrenceKey.ShouldBe("2026-09");
        (await FilesAsync(company)).ShouldHaveSingleItem().State.ShouldBe(FileState.Placed);
    }

    [Fact]
    public async Task A_mail_dated_in_the_future_counts_from_its_reception_and_says_so()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var mail = "From: paie@talmont.example\r\nTo: nous@exemple.example\r\nSubject: Bulletins de paie de mai 2026\r\nDate: Tue, 27 May 2098 10:00:00 +0200\r\n\r\nBonjour\r\n";

        await browser.DropAsync(Drop, [("mail.eml", Encoding.ASCII.GetBytes(mail))]);

        browser.Text.ShouldContain("La date écrite par l’expéditeur (27/05/2098 10:00) est postérieure à la réception");
        await browser.SendAsync("form[action$='proposals/acceptance']");
        (await ProofsAsync(company)).ShouldHaveSingleItem().AttestedBy.ShouldBe(SourceClass.Observed);
    }

    [Fact]
    public async Task A_cell_that_does_not_exist_takes_no_file()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.DropAsync(Drop, [("note.bin", [1, 2, 3])], ("commitment", Guid.CreateVersion7().ToString()), ("occurrence", "2026-09"));

        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        (await FilesAsync(company)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_placement_is_remembered_proposed_again_listed_and_forgotten()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var commitment = await CommitmentAsync(company, 7);
        await browser.DropAsync(Drop, [("tableau-tresorerie-2026-08.bin", [9, 9, 9])]);

        await browser.SendAsync("form[action$='/place']", ("commitment", commitment.ToString()), ("month", "2026-08"), ("remember", "yes"));
        await browser.DropAsync(Drop, [("tableau-tresorerie-2026-09.bin", [9, 9, 8])]);

        browser.Text.ShouldContain("rangé de la même façon auparavant");
        browser.Text.ShouldContain("septembre 2026");
        await browser.OpenAsync($"/{company.Slug}/evidence/settings");
        browser.Text.ShouldContain("tableau tresorerie");
        await browser.SendAsync("form[action$='/removal']");
        browser.Text.ShouldContain("Aucune place retenue");
    }

    [Fact]
    public async Task The_proof_can_be_kept_without_the_content()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.DropAsync(Drop, [("bulletins-2026-09.pdf", Certificate())], ("proofOnly", "1"));

        var file = (await FilesAsync(company)).ShouldHaveSingleItem();
        file.ContentKept.ShouldBeFalse();
        file.Hash.Length.ShouldBe(64);
        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/evidence/files/{file.Id}/content"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_content_stays_of_what_was_inside_what_was_inside_a_proof_without_content()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var archive = Zip(("mail.eml", MailWith("bulletin.bin", [7, 7, 7, 7])));

        await browser.DropAsync(Drop, [("mails.zip", archive)], ("proofOnly", "1"));
        await (await browser.OpenAsync($"/{company.Slug}/evidence")).DropAsync(Drop, [("mails.zip", archive)]);

        var files = await FilesAsync(company);
        files.Count.ShouldBe(3);
        foreach (var file in files)
        {
            using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/evidence/files/{file.Id}/content"));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, file.Name);
        }
    }

    [Fact]
    public async Task A_proof_without_content_leaves_the_same_file_of_a_contract_alone()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var contract = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Contract>().Select(row => row.Id).FirstAsync());
        await (await browser.OpenAsync($"/{company.Slug}/contracts/{contract}")).DropAsync("form[enctype]", [("lettre.pdf", Certificate())]);
        var letter = browser.Page.QuerySelector("a[href*='/files/']")!.GetAttribute("href")!;

        await (await browser.OpenAsync($"/{company.Slug}/evidence")).DropAsync(Drop, [("lettre.pdf", Certificate())], ("proofOnly", "1"));
        await (await browser.OpenAsync($"/{company.Slug}/evidence")).DropAsync(Drop, [("encore.pdf", Certificate())]);

        var file = (await FilesAsync(company)).ShouldHaveSingleItem();
        file.ContentKept.ShouldBeFalse();
        using var proof = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/evidence/files/{file.Id}/content"));
        proof.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var attached = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, letter));
        attached.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await attached.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Certificate());
    }

    [Fact]
    public async Task A_word_typed_in_is_the_companys_own()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var commitment = await CommitmentAsync(company, 2);

        await browser.OpenAsync($"/{company.Slug}/evidence/typed?commitment={commitment}");
        await browser.SendAsync("form:has([name='Due.Commitment'])", ("Due.Commitment", commitment.ToString()), ("Due.Month", "2026-10"), ("Due.Words", "remis au téléphone"), ("Due.On", "2026-10-02"));

        var proof = (await ProofsAsync(company)).ShouldHaveSingleItem();
        (proof.AttestedBy, proof.On).ShouldBe((SourceClass.Company, new DateOnly(2026, 10, 2)));
    }

    [Fact]
    public async Task Nothing_is_taken_without_the_forms_own_token()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        using var content = new MultipartFormDataContent { { new ByteArrayContent([1]), "files", "x.bin" } };

        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Post, $"/{company.Slug}/evidence/files") { Content = content });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
        (await FilesAsync(company)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reader_sees_and_cannot_drop()
    {
        var company = await pupitre.HaveCompanyAsync(Role.Reader);
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/evidence");

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Page.QuerySelector(Drop).ShouldBeNull();
    }

    private async Task<TestBrowser> OpenAsync(TestCompany company)
    {
        var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/first-run");
        await browser.SendAsync(FirstRun, ("Input.Tiles[0].ProviderName", "Cabinet Orvault"), ("Input.Tiles[1].ProviderName", "Bureau Talmont"), ("Input.Profile.PayDay", "28"), ("Input.Profile.VatDay", "21"));
        return await browser.OpenAsync($"/{company.Slug}/evidence");
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return output.ToArray();
    }

    private static byte[] MailWith(string name, byte[] attachment) => Encoding.ASCII.GetBytes($"""
        From: paie@talmont.example
        To: nous@exemple.example
        Subject: un fichier
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="x"

        --x
        Content-Type: application/octet-stream; name="{name}"
        Content-Disposition: attachment; filename="{name}"
        Content-Transfer-Encoding: base64

        {Convert.ToBase64String(attachment)}
        --x--

        """);

    private static byte[] Certificate() => PdfPaper.Write(
        "net-entreprises.fr - Déclaration sociale nominative (DSN)", "Certificat de conformité",
        ["Mois principal déclaré : septembre 2026 (01/09/2026)", "Date de dépôt : 14/10/2026 à 09:31:05", "Identifiant du flux : 20260912345678"],
        new DateTimeOffset(2026, 10, 14, 0, 0, 0, TimeSpan.Zero));

    private Task<List<OccurrenceProof>> ProofsAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<OccurrenceProof>().AsNoTracking().ToListAsync());

    private Task<List<EvidenceFile>> FilesAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceFile>().AsNoTracking().ToListAsync());

    private Task<Guid> CommitmentAsync(TestCompany company, int template) => pupitre.InsideAsync(company, services =>
        services.GetRequiredService<Db>().Set<Pupitre.Sourcing.Commitments.Commitment>().Where(row => row.TemplateNumber == template).Select(row => row.Id).SingleAsync());
}
