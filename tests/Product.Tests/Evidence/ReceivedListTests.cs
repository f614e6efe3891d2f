using System.Net;
using System.Text;
using Pupitre.Evidence.Files;
using Pupitre.Product.Tests.Architecture;
using static Pupitre.Product.Tests.Evidence.PlacingCompany;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>The one list of everything received: found, narrowed, ordered, each file with where it went or why it went nowhere.</summary>
public sealed class ReceivedListTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly (string Name, byte[] Content)[] _files =
    [
        ("dsn-septembre.pdf", Certificate(OwnSiren)),
        ("autre.pdf", Certificate(OtherSiren, "AUTRE SOCIETE SA")),
        ("inconnu.bin", Note("liste")),
        ("reçu-postal-été.txt", "Merci de votre visite à l’agence.\n"u8.ToArray()),
        ("situation mensuelle mars 2019.txt", "Situation mensuelle\n"u8.ToArray()),
        ("suivi.csv", "Agent;Ticket;Note\nAnne;12;ok\nBob;13;ok\n"u8.ToArray()),
    ];

    [Fact]
    public async Task Everything_received_stands_in_one_list_with_a_count_for_each_state()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, _files);

        await browser.OpenAsync($"/{company.Slug}/evidence");

        browser.Text.ShouldContain("6 fichiers reçus : 1 à confirmer");
        Names(browser).Count.ShouldBe(6);
        browser.Page.QuerySelectorAll(".pu-pills a").Select(pill => Folded(pill.TextContent)).ShouldContain("À confirmer 1");
    }

    [Fact]
    public async Task The_address_narrows_it()
    {
        (string Query, string Expected)[] narrowed =
        [
            ("show=Proposed", "dsn-septembre.pdf"),
            ("show=Table", "suivi.csv"),
            ("show=proposed&sort=name", "dsn-septembre.pdf"),
            ("q=RECU+ETE", "reçu-postal-été.txt"),
            ("q=quais+IDENTIFIANT", "dsn-septembre.pdf"),
            ("q=situation&about=2019-03", "situation mensuelle mars 2019.txt"),
            ("about=2019-03", "situation mensuelle mars 2019.txt"),
            ("kind=Table", "suivi.csv"),
            ("q=certificat+marche&kind=DsnCertificate", ""),
            ("q=autre+societe", "autre.pdf"),
            ("came=2019-01", ""),
            ("show=Proposed&q=net-entreprises&came=2026-11", "dsn-septembre.pdf"),
        ];
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, _files);

        foreach (var (query, expected) in narrowed)
        {
            await browser.OpenAsync($"/{company.Slug}/evidence?{query}");

            browser.Status.ShouldBe(HttpStatusCode.OK, query);
            Names(browser).ShouldBe(expected.Length == 0 ? [] : [expected], query);
        }
    }

    [Fact]
    public async Task A_provider_narrows_it_to_what_they_sent_and_to_what_they_owe()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, _files);
        await browser.DropOnAsync(company, await pupitre.CommitmentAsync(company, 2), "2026-09", "bulletins.bin", Note("prestataire"));
        await browser.OpenAsync($"/{company.Slug}/evidence");
        var payroll = browser.Page.QuerySelectorAll("select[name=provider] option").Single(option => option.TextContent == "Bureau Talmont").GetAttribute("value");

        await browser.OpenAsync($"/{company.Slug}/evidence?provider={payroll}");

        Names(browser).ShouldContain("bulletins.bin");
        Names(browser).ShouldNotContain("inconnu.bin");
    }

    [Fact]
    public async Task It_is_ordered_by_name_by_state_and_by_arrival()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, _files);

        Names(await browser.OpenAsync($"/{company.Slug}/evidence")).ShouldBe(_files.Select(file => file.Name).Reverse());
        Names(await browser.OpenAsync($"/{company.Slug}/evidence?sort=received")).ShouldBe(_files.Select(file => file.Name));
        Names(await browser.OpenAsync($"/{company.Slug}/evidence?sort=name"))[0].ShouldBe("autre.pdf");
        Names(await browser.OpenAsync($"/{company.Slug}/evidence?sort=state"))[0].ShouldBe("dsn-septembre.pdf");
        Names(await browser.OpenAsync($"/{company.Slug}/evidence?q=e&sort=state"))[0].ShouldBe("dsn-septembre.pdf");
        Names(await browser.OpenAsync($"/{company.Slug}/evidence?q=e&sort=-name"))[0].ShouldBe("suivi.csv");
    }

    [Theory]
    [InlineData("fr", "Type de fichier inconnu (.bin)", "autre entreprise", "n’a pas d’échéance à cette date (mars 2019)", "Aucun mois n’y est lu")]
    [InlineData("en", "Unknown file type (.bin)", "another company", "has no due date at that time (March 2019)", "No month can be read in it")]
    public async Task What_went_nowhere_says_why_in_the_readers_language(string language, params string[] reasons)
    {
        var company = await pupitre.HaveCompanyAsync();
        using (var dropper = await OpenAsync(pupitre, company))
        {
            await dropper.DropAsync(Drop, _files);
        }

        using var reader = pupitre.Browser(language);
        await reader.SignInAsync(company);
        await reader.OpenAsync($"/{company.Slug}/evidence");

        reasons.ShouldAllBe(reason => reader.Text.Contains(reason, StringComparison.Ordinal), reader.Text);
    }

    [Fact]
    public async Task What_no_commitment_expects_says_so_and_leads_to_the_commitment_that_would()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);

        await browser.DropAsync(Drop, [("relance-facture-2026-118.txt", "Relance de votre facture\n"u8.ToArray())]);

        browser.Text.ShouldContain("Aucun engagement n’attend ce document");
        browser.Page.QuerySelector("a[href*='/commitments/ready/17']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Where_a_file_went_is_a_link_and_what_was_taken_back_is_found_again()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, 2);
        await browser.DropOnAsync(company, commitment, "2026-09", "note.bin", Note("place"));

        await browser.OpenAsync($"/{company.Slug}/evidence?show=Placed");
        browser.Page.QuerySelector($"tbody a[href$='/due-dates/{commitment}/2026-09']").ShouldNotBeNull();

        await browser.OpenAsync(browser.Page.QuerySelector("tbody th a")!.GetAttribute("href")!);
        await browser.SendAsync("form[action$='/withdrawal']");
        await browser.OpenAsync($"/{company.Slug}/evidence?show=Dismissed");
        Names(browser).ShouldBe(["note.bin"]);
        browser.Text.ShouldContain("Retiré de : ");
    }

    [Fact]
    public async Task A_page_of_a_long_list_asks_as_seldom_as_a_short_one_and_keeps_its_filter()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, Enumerable.Range(0, 30).Select(number => ($"note-{number:00}.bin", Note("long" + number))));
        var address = $"/{company.Slug}/evidence?q=note&show=Tray&page=2";

        using var count = new QueryCount();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative)) { Headers = { { QueryCount.Mark, "list" } } };
        using var answer = await browser.RawAsync(request);
        await browser.OpenAsync(address);

        count.Of("list").Count.ShouldBeLessThanOrEqualTo(7, string.Join("\n---\n", count.Of("list")));
        Names(browser).Count.ShouldBe(5);
        browser.Page.QuerySelector("a[rel=prev]")!.GetAttribute("href")!.ShouldContain("q=note");
        (await browser.OpenAsync($"/{company.Slug}/evidence?page=2147483647")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_several_files_one_lands_on_just_these_and_on_what_was_in_them()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("avant.bin", Note("avant"))]);
        pupitre.Clock.Advance(NodaTime.Duration.FromMinutes(5));
        await browser.OpenAsync($"/{company.Slug}/evidence");

        await browser.DropAsync(Drop, [("a.bin", Note("a1")), ("encore.bin", Note("avant")), ("m.eml", MailWith("piece.bin", Note("dans")))]);

        browser.Path.ShouldContain("received=2");
        browser.Path.ShouldContain("known=1");
        Names(browser).Order(StringComparer.Ordinal).ShouldBe(["a.bin", "avant.bin", "m.eml", "piece.bin"]);
        browser.Text.ShouldContain("Seulement ce qui vient d’être déposé");
    }

    [Fact]
    public async Task A_container_lands_in_the_list_with_its_parts_and_can_be_placed_itself()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, 2);

        await browser.DropAsync(Drop, [("m.eml", MailWith("piece.bin", Note("contenant")))]);
        Names(browser).Order(StringComparer.Ordinal).ShouldBe(["m.eml", "piece.bin"]);

        var mail = (await pupitre.FilesAsync(company)).Single(file => file.Name == "m.eml");
        mail.State.ShouldBe(FileState.Container);
        await browser.OpenAsync($"/{company.Slug}/evidence/files/{mail.Id}");
        browser.Page.QuerySelector("#parts")!.TextContent.ShouldContain("piece.bin");
        await browser.SendAsync("form[action$='/place']", ("commitment", commitment.ToString()), ("month", "2026-09"));
        (await pupitre.LiveProofsAsync(company)).ShouldContain(proof => proof.FileId == mail.Id);
    }

    [Fact]
    public async Task A_mail_shows_its_part_that_was_known_before()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("d’abord.bin", Note("deux fois"))]);

        await browser.DropAsync(Drop, [("m.eml", MailWith("piece.bin", Note("deux fois")))]);

        var known = (await pupitre.FilesAsync(company)).Single(file => file.Name == "d’abord.bin");
        browser.Page.QuerySelector($"#parts a[href$='/evidence/files/{known.Id}']")!.TextContent.ShouldBe("piece.bin");
        browser.Page.QuerySelector("#parts")!.TextContent.ShouldContain("Déjà reçu par ailleurs");
        browser.Page.QuerySelector("form[action$='/place']").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_address_of_before_leads_to_the_file()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("n.bin", Note("avant"))]);
        var file = (await pupitre.FilesAsync(company)).ShouldHaveSingleItem();

        await browser.OpenAsync($"/{company.Slug}/evidence?file={file.Id}&withdrawn=1");

        browser.Path.ShouldStartWith($"/{company.Slug}/evidence/files/{file.Id}");
        browser.Text.ShouldContain("n.bin");
    }

    internal static byte[] MailWith(string name, byte[] attachment) => Encoding.ASCII.GetBytes(
        "From: paie@talmont.example\r\nTo: nous@quais.example\r\nSubject: ci-joint\r\nDate: Mon, 12 Oct 2026 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Bonjour <a href=\"http://ailleurs.example\">lien</a><script>alert(1)</script></p>\r\n"
        + $"--x\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\nContent-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(attachment) + "\r\n--x--\r\n");

    private static List<string> Names(TestBrowser browser) => [.. browser.Page.QuerySelectorAll("tbody th > a:first-child").Select(link => link.TextContent)];

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
