using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Checks.AccountingFiles;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using static Pupitre.Product.Tests.Evidence.PlacingCompany;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>What is done with several ticked files: their page says first what it will be, and does only that.</summary>
public sealed class SeveralFilesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const int Payslips = 2;
    private const string Deed = "form[action*='/evidence/choice']";

    [Fact]
    public async Task They_are_placed_on_one_due_date_once_the_page_has_said_so()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);
        var query = await DropAsync(browser, company, ("un.bin", Note("1")), ("deux.bin", Note("2")), ("autre.pdf", Certificate(OtherSiren, "AUTRE SOCIETE SA")));

        await browser.OpenAsync($"/{company.Slug}/evidence/choice?act=Place&{query}");
        browser.Text.ShouldContain("3 fichiers choisis");
        await browser.OpenAsync($"/{company.Slug}/evidence/choice?act=Place&{query}&commitment={commitment}&month=2026-09");

        browser.Text.ShouldContain("septembre 2026 : 2 fichiers y seront rangés. 1 est laissé de côté");
        browser.Text.ShouldContain("Concerne une autre entreprise");
        (await pupitre.ProofsAsync(company)).ShouldBeEmpty();
        await browser.SendAsync(Deed);

        browser.Text.ShouldContain("2 fichiers rangés");
        (await pupitre.LiveProofsAsync(company)).Count.ShouldBe(2);
        (await pupitre.LiveProofsAsync(company)).ShouldAllBe(proof => proof.OccurrenceKey == "2026-09" && proof.CommitmentId == commitment);
    }

    [Fact]
    public async Task Their_proposals_are_accepted_and_no_others()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await DropAsync(browser, company, ("dsn-09.pdf", Certificate(OwnSiren)), ("dsn-08.pdf", Certificate(OwnSiren, month: "août 2026", deposited: "14/09/2026 à 09:31:05")));
        var chosen = (await pupitre.FilesAsync(company)).Single(file => file.Name == "dsn-08.pdf");

        await browser.OpenAsync($"/{company.Slug}/evidence/acceptance?file={chosen.Id}");
        browser.Text.ShouldContain("1 preuve sera rangée");
        await browser.SendAsync("form[action$='proposals/acceptance']");

        (await pupitre.LiveProofsAsync(company)).ShouldHaveSingleItem().FileId.ShouldBe(chosen.Id);
    }

    [Fact]
    public async Task What_is_still_read_is_said_where_proposals_are_accepted()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.OpenAsync($"/{company.Slug}/evidence/acceptance");
        browser.Text.ShouldNotContain("encore en cours");
        var waits = await pupitre.InsideAsync(company, async services =>
        {
            var run = services.GetRequiredService<JobQueue>().Prepare(CheckAccountingFile.JobKindName, new { }, "accounting-files");
            await services.GetRequiredService<Db>().SaveChangesAsync();
            return run;
        });

        await browser.OpenAsync($"/{company.Slug}/evidence/acceptance");

        browser.Text.ShouldContain("ce qu’il montrera n’est pas encore proposé ici");
        browser.Page.QuerySelector($"main a[href$='/jobs/{waits.Id}']")!.TextContent.ShouldBe("Contrôle d’un fichier comptable");
    }

    [Fact]
    public async Task The_day_of_handing_over_is_stated_for_those_that_stand_somewhere()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);
        await browser.DropOnAsync(company, commitment, "2026-09", "un.bin", Note("1"));
        await browser.DropOnAsync(company, commitment, "2026-08", "deux.bin", Note("2"));
        var query = await DropAsync(browser, company, ("nulle-part.bin", Note("3")));

        await browser.OpenAsync($"/{company.Slug}/evidence/choice?act=State&{query}&on=2026-09-30");
        browser.Text.ShouldContain("2 fichiers concernés. 1 est laissé de côté");
        await browser.SendAsync(Deed);

        (await pupitre.LiveProofsAsync(company)).Count(proof => proof.On == new DateOnly(2026, 9, 30) && proof.AttestedBy == SourceClass.Company).ShouldBe(2);
    }

    [Fact]
    public async Task A_day_after_the_arrival_or_to_come_is_left_out()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropOnAsync(company, await pupitre.CommitmentAsync(company, Payslips), "2026-09", "un.bin", Note("1"));
        var query = await QueryAsync(company);

        await browser.OpenAsync($"/{company.Slug}/evidence/choice?act=State&{query}&on=2027-01-01");

        browser.Text.ShouldContain("après son arrivée, ou pas encore passé");
        browser.Page.QuerySelector(Deed + " button").ShouldBeNull();
    }

    [Fact]
    public async Task They_are_withdrawn_and_each_can_be_placed_again()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);
        await browser.DropOnAsync(company, commitment, "2026-09", "un.bin", Note("1"), ("on", "2026-09-29"));
        await browser.DropOnAsync(company, commitment, "2026-08", "deux.bin", Note("2"));
        var query = await QueryAsync(company);

        await browser.OpenAsync($"/{company.Slug}/evidence/choice?act=Withdraw&{query}");
        browser.Text.ShouldContain("août 2026");
        await browser.SendAsync(Deed);

        (await pupitre.LiveProofsAsync(company)).ShouldBeEmpty();
        (await pupitre.FilesAsync(company)).ShouldAllBe(file => file.State == FileState.Tray);
        browser.Text.ShouldContain("2 fichiers retirés");
    }

    [Fact]
    public async Task They_are_refused_and_put_aside_and_come_back_one_by_one()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropOnAsync(company, await pupitre.CommitmentAsync(company, Payslips), "2026-09", "preuve.bin", Note("1"));
        var query = await DropAsync(browser, company, ("dsn.pdf", Certificate(OwnSiren)), ("inconnu.bin", Note("2")));

        await browser.OpenAsync($"/{company.Slug}/evidence/choice?act=Dismiss&{query}");
        browser.Text.ShouldContain("Il montre encore une échéance");
        await browser.SendAsync(Deed);

        (await pupitre.FilesAsync(company)).Count(file => file.State == FileState.Dismissed).ShouldBe(2);
        await browser.OpenAsync($"/{company.Slug}/evidence/acceptance");
        browser.Page.QuerySelector("form[action$='proposals/acceptance']").ShouldBeNull();
        await browser.OpenAsync($"/{company.Slug}/evidence?show=Dismissed");
        await browser.SendAsync("form[action$='/restoration']");
        (await pupitre.FilesAsync(company)).Count(file => file.State == FileState.Dismissed).ShouldBe(1);
    }

    [Fact]
    public async Task A_surprising_date_is_asked_about_once_more()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, Payslips);
        var query = await DropAsync(browser, company, ("un.bin", Note("1")));

        await browser.OpenAsync($"/{company.Slug}/evidence/choice?act=Place&{query}&commitment={commitment}&month=2026-09&on=2026-07-01");
        browser.Text.ShouldContain("précède le début de la période");
        await browser.SendAsync(Deed, ("confirmed", "yes"));

        (await pupitre.LiveProofsAsync(company)).ShouldContain(proof => proof.On == new DateOnly(2026, 7, 1));
    }

    [Theory]
    [InlineData("act=Place", "Aucun fichier n’est coché")]
    [InlineData("act=quoi&file=pas-un-id", "Aucun fichier n’est coché")]
    [InlineData("act=Withdraw&file=00000000-0000-0000-0000-000000000000", "Aucun fichier n’est coché")]
    public async Task Nothing_ticked_is_said(string query, string word)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);

        await browser.OpenAsync($"/{company.Slug}/evidence/choice?{query}");

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldContain(word);
    }

    [Fact]
    public async Task A_reader_sees_the_list_and_nothing_to_tick()
    {
        var company = await pupitre.HaveCompanyAsync(Role.Reader);
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/evidence");
        browser.Page.QuerySelector("#chosen, input[type=checkbox]").ShouldBeNull();
        (await browser.OpenAsync($"/{company.Slug}/evidence/choice")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<string> DropAsync(TestBrowser browser, TestCompany company, params (string Name, byte[] Content)[] files)
    {
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync(Drop, files);
        return await QueryAsync(company);
    }

    private async Task<string> QueryAsync(TestCompany company) => string.Join('&', (await pupitre.FilesAsync(company)).Select(file => "file=" + file.Id));
}
