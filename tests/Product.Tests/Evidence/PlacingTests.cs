using System.Net;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Access;
using static Pupitre.Product.Tests.Evidence.PlacingCompany;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>What a placed file says of the day of the work, and how a placement is taken back.</summary>
public sealed class PlacingTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const int Payslips = 2;
    private const int PayrollReturn = 3;

    [Theory]
    [InlineData("note.bin")]
    [InlineData("situation-mai-2026.pdf")]
    [InlineData("TVA déposée juillet 2026.pdf")]
    public async Task An_arrival_bounds_the_work_and_does_not_date_it(string name)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);

        await browser.DropOnAsync(company, commitment, "2026-06", name, Note(name));

        var proof = (await pupitre.LiveProofsAsync(company)).ShouldHaveSingleItem();
        (proof.IsUpperBound, proof.AttestedBy).ShouldBe((true, SourceClass.Observed));
        browser.Text.ShouldContain("au plus tard le 26/11/2026");
        browser.Text.ShouldNotContain("retard du prestataire");
    }

    [Fact]
    public async Task A_day_stated_with_a_drop_is_the_companys_word()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);

        await browser.DropOnAsync(company, commitment, "2026-06", "note.bin", Note("a"), ("on", "2026-06-29"));

        var proofs = await pupitre.LiveProofsAsync(company);
        proofs.ShouldContain(proof => proof.On == new DateOnly(2026, 6, 29) && proof.AttestedBy == SourceClass.Company);
        proofs.ShouldContain(proof => proof.IsUpperBound && proof.AttestedBy == SourceClass.Observed);
    }

    [Fact]
    public async Task A_third_partys_mark_goes_before_a_stated_day()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, PayrollReturn);

        await browser.DropOnAsync(company, commitment, "2026-09", "dsn.pdf", Certificate(OwnSiren), ("on", "2026-10-01"));

        (await pupitre.LiveProofsAsync(company)).ShouldHaveSingleItem().AttestedBy.ShouldBe(SourceClass.Receipt);
    }

    [Theory]
    [InlineData("2026-11-27")]
    [InlineData("2030-01-01")]
    public async Task A_stated_day_to_come_is_refused_and_nothing_is_placed(string day)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);

        await browser.DropOnAsync(company, commitment, "2026-10", "note.bin", Note("b"), ("on", day));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await pupitre.ProofsAsync(company)).ShouldBeEmpty();
        (await pupitre.FilesAsync(company)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_typed_day_to_come_is_refused_and_one_before_the_period_is_asked_about_once_more()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);
        const string Form = "form:has([name='Due.Commitment'])";

        await browser.OpenAsync($"/{company.Slug}/evidence/typed?commitment={commitment}");
        await browser.SendAsync(Form, ("Due.Commitment", commitment.ToString()), ("Due.Month", "2026-11"), ("Due.On", "2030-01-01"));
        browser.Text.ShouldContain("n’est pas encore passé");
        (await pupitre.ProofsAsync(company)).ShouldBeEmpty();

        await browser.SendAsync(Form, ("Due.On", "2026-09-01"));
        browser.Text.ShouldContain("Sa date précède le début de la période");
        (await pupitre.ProofsAsync(company)).ShouldBeEmpty();

        await browser.SendAsync(Form);
        (await pupitre.ProofsAsync(company)).ShouldHaveSingleItem().On.ShouldBe(new DateOnly(2026, 9, 1));
    }

    [Fact]
    public async Task A_typed_word_without_a_day_is_done_by_now()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);

        await browser.OpenAsync($"/{company.Slug}/evidence/typed?commitment={commitment}");
        await browser.SendAsync("form:has([name='Due.Commitment'])", ("Due.Commitment", commitment.ToString()), ("Due.Month", "2026-10"), ("Due.Words", "remis au téléphone"));

        (await pupitre.ProofsAsync(company)).ShouldHaveSingleItem().IsUpperBound.ShouldBeTrue();
    }

    [Fact]
    public async Task A_mark_from_the_future_is_not_taken_and_said()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.OpenAsync($"/{company.Slug}/evidence/settings");
        await browser.SendAsync("form:has([name='Input.MailServers'])", ("Input.MailServers", "mail.quais.example"));
        await browser.OpenAsync($"/{company.Slug}/evidence");

        await browser.DropAsync(Drop, [("mail.eml", Mail("Bulletins de paie de septembre 2026", "Tue, 12 Oct 2027 10:00:00 +0200", "Tue, 12 Oct 2027 09:59:00 +0200"))]);

        browser.Text.ShouldContain("est dans le futur : elle n’est pas retenue");
        await browser.SendAsync("form[action$='proposals/acceptance']");
        (await pupitre.LiveProofsAsync(company)).ShouldAllBe(proof => proof.IsUpperBound && proof.AttestedBy == SourceClass.Observed);
    }

    [Theory]
    [InlineData("2026-99<b>")]
    [InlineData("2026-Q2")]
    [InlineData("n'importe quoi")]
    [InlineData("2019-01-01")]
    public async Task A_due_date_that_the_schedule_does_not_have_takes_no_file(string key)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);

        await browser.DropOnAsync(company, commitment, key, "note.bin", Note("c"));

        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        (await pupitre.FilesAsync(company)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_placement_is_withdrawn_from_its_due_date_and_can_be_placed_again()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);
        await browser.DropOnAsync(company, commitment, "2026-09", "note.bin", Note("d"), ("on", "2026-09-29"));
        browser.Text.ShouldContain("ne montrera plus");

        await browser.SendAsync("form[action$='/withdrawal']");

        (await pupitre.LiveProofsAsync(company)).ShouldBeEmpty();
        (await pupitre.FilesAsync(company)).ShouldHaveSingleItem().State.ShouldBe(FileState.Tray);
        browser.Text.ShouldContain("« note.bin » placé sur");
        browser.Text.ShouldContain("« note.bin » retiré de");
        await browser.OpenAsync($"/{company.Slug}/evidence?show=Tray");
        await browser.OpenAsync(browser.Page.QuerySelector("tbody th a")!.GetAttribute("href")!);
        await browser.SendAsync("form[action$='/place']", ("commitment", commitment.ToString()), ("month", "2026-10"));
        (await pupitre.LiveProofsAsync(company)).ShouldHaveSingleItem().OccurrenceKey.ShouldBe("2026-10");
    }

    [Fact]
    public async Task A_moved_proof_keeps_its_moment_and_who_attests_it_and_both_histories_say_so()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var (from, to) = (await pupitre.CommitmentAsync(company, Payslips), await pupitre.CommitmentAsync(company, PayrollReturn));
        await browser.DropOnAsync(company, from, "2026-09", "dsn.pdf", Certificate(OwnSiren));
        var before = (await pupitre.LiveProofsAsync(company)).ShouldHaveSingleItem();
        browser.Text.ShouldContain("Ce document est d’une autre nature");

        await browser.SendAsync("form[action$='/move']", ("commitment", to.ToString()), ("month", "2026-09"));

        browser.Path.ShouldEndWith($"/due-dates/{to}/2026-09");
        var after = (await pupitre.LiveProofsAsync(company)).ShouldHaveSingleItem();
        (after.CommitmentId, after.At, after.AttestedBy).ShouldBe((to, before.At, before.AttestedBy));
        browser.Text.ShouldContain("« dsn.pdf » déplacé de");
        (await browser.OpenAsync($"/{company.Slug}/due-dates/{from}/2026-09")).Text.ShouldContain("« dsn.pdf » déplacé de");
    }

    [Fact]
    public async Task Accepting_one_cell_and_refusing_another_leaves_the_file_placed_and_an_answer_stands()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var table = "Mois;Bulletins transmis;DSN mensuelle acceptée\nseptembre 2026;29/09/2026;14/10/2026\n"u8.ToArray();
        await browser.DropAsync(Drop, [("suivi.csv", table)]);
        var file = (await pupitre.FilesAsync(company)).ShouldHaveSingleItem();
        await browser.OpenAsync($"/{company.Slug}/evidence?file={file.Id}");
        var refusal = browser.Page.QuerySelectorAll("form[action$='/refusal']").Select(form => form.GetAttribute("action")!).ToList();
        if (refusal.Count < 2)
        {
            Assert.Skip("The ready commitments are named otherwise: " + browser.Text);
        }

        await browser.SendAsync("form[action$='proposals/acceptance']");
        await browser.OpenAsync($"/{company.Slug}/evidence?file={file.Id}");
        await browser.SendAsync("form[action$='/refusal']");

        (await pupitre.FilesAsync(company)).ShouldHaveSingleItem().State.ShouldBe(FileState.Placed);
        (await pupitre.LiveProofsAsync(company)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Accept_all_shows_first_what_it_will_do()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("dsn.pdf", Certificate(OwnSiren)), ("autre.pdf", Certificate(OtherSiren, "AUTRE SOCIETE SA"))]);

        await browser.OpenAsync($"/{company.Slug}/evidence/acceptance");

        browser.Text.ShouldContain("1 preuve sera rangée");
        browser.Text.ShouldContain("septembre 2026");
        (await pupitre.ProofsAsync(company)).ShouldBeEmpty();
        await browser.SendAsync("form[action$='proposals/acceptance']");
        (await pupitre.LiveProofsAsync(company)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task After_a_drop_one_lands_where_the_file_is()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("dsn.pdf", Certificate(OwnSiren))]);

        await (await browser.OpenAsync($"/{company.Slug}/evidence")).DropAsync(Drop, [("inconnu.bin", Note("e"))]);
        browser.Text.ShouldContain("inconnu.bin");
        browser.Text.ShouldContain("À ranger");

        await (await browser.OpenAsync($"/{company.Slug}/evidence")).DropAsync(Drop, [("encore.bin", Note("e"))]);
        browser.Text.ShouldContain("1 fichier était déjà là");
        browser.Text.ShouldContain("Il est dans « À ranger »");
    }

    [Fact]
    public async Task A_mail_whose_attachment_was_known_can_be_placed()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);
        var attachment = Note("déjà vu");
        await browser.DropAsync(Drop, [("piece.bin", attachment)]);
        var mail = System.Text.Encoding.ASCII.GetBytes(
            "From: paie@talmont.example\r\nTo: nous@quais.example\r\nSubject: ci-joint\r\nDate: Mon, 12 Oct 2026 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n"
            + "--x\r\nContent-Type: application/octet-stream; name=\"piece.bin\"\r\nContent-Disposition: attachment; filename=\"piece.bin\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(attachment) + "\r\n--x--\r\n");

        await (await browser.OpenAsync($"/{company.Slug}/evidence")).DropAsync(Drop, [("mail.eml", mail)]);
        await browser.SendAsync("form[action$='/place']", ("commitment", commitment.ToString()), ("month", "2026-09"));

        (await pupitre.LiveProofsAsync(company)).ShouldContain(proof => proof.OccurrenceKey == "2026-09" && !proof.IsUpperBound);
    }

    [Fact]
    public async Task Every_form_of_the_page_has_fields_of_its_own()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("un.bin", Note("f")), ("deux.bin", Note("g")), ("trois.bin", Note("h"))]);

        await browser.OpenAsync($"/{company.Slug}/evidence?show=Tray");

        var ids = browser.Page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_referent_brings_evidence_and_does_not_say_what_counts_as_our_mail()
    {
        var company = await pupitre.HaveCompanyAsync(Role.Referent);
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);

        (await browser.OpenAsync($"/{company.Slug}/evidence/settings")).Status.ShouldBe(HttpStatusCode.Forbidden);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        browser.Page.QuerySelector("a[href$='evidence/settings']").ShouldBeNull();
        browser.Page.QuerySelector(Drop).ShouldNotBeNull();
    }
}
