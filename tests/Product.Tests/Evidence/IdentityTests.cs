using Pupitre.Evidence.Files;
using Pupitre.Platform.Access;
using static Pupitre.Product.Tests.Evidence.PlacingCompany;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>A paper about another company is no proof of ours, unless somebody says that it is about us.</summary>
public sealed class IdentityTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Theory]
    [InlineData("fr", "Concerne une autre entreprise")]
    [InlineData("en", "Is about another company")]
    public async Task A_certificate_of_another_company_is_shown_in_red_and_proposed_nowhere(string language, string said)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company, language);

        await browser.DropAsync(Drop, [("dsn.pdf", Certificate(OtherSiren, "AUTRE SOCIETE SA"))]);

        browser.Text.ShouldContain(said);
        browser.Page.QuerySelector("form[action$='proposals/acceptance']").ShouldBeNull();
        (await pupitre.FilesAsync(company)).ShouldHaveSingleItem().State.ShouldBe(FileState.Tray);
        (await pupitre.ProofsAsync(company)).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_not_taken_as_proof_when_it_is_dropped_on_a_due_date()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, 3);

        await browser.DropOnAsync(company, commitment, "2026-09", "dsn.pdf", Certificate(OtherSiren, "AUTRE SOCIETE SA"));

        browser.Text.ShouldContain("Concerne une autre entreprise");
        (await pupitre.ProofsAsync(company)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Saying_that_it_is_us_adds_the_identity_and_proposes_the_paper()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("dsn.pdf", Certificate(OtherSiren, "AUTRE SOCIETE SA"))]);

        await browser.SendAsync("form[action$='/identity']");

        browser.Text.ShouldContain("DSN mensuelle acceptée, septembre 2026");
        await browser.SendAsync("form[action$='proposals/acceptance']");
        (await pupitre.ProofsAsync(company)).ShouldHaveSingleItem();
        (await browser.OpenAsync($"/{company.Slug}/profile")).Text.ShouldContain(OtherSiren);
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain($"« {OtherSiren} » compte désormais comme");
    }

    [Theory]
    [InlineData("552 100 554")]
    [InlineData("55210055400025")]
    public async Task An_identity_added_on_the_profile_counts_with_every_establishment(string typed)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.OpenAsync($"/{company.Slug}/profile");
        await browser.SendAsync("form:has([name='Added.Identity'])", ("Added.Identity", typed));

        await (await browser.OpenAsync($"/{company.Slug}/evidence")).DropAsync(Drop, [("dsn.pdf", Certificate(OtherSiren, "AUTRE SOCIETE SA"))]);

        browser.Text.ShouldContain("DSN mensuelle acceptée, septembre 2026");
        browser.Text.ShouldNotContain("autre entreprise");
    }

    [Fact]
    public async Task An_accounting_file_of_another_siren_is_no_proof_of_ours()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var commitment = await pupitre.CommitmentAsync(company, 13);
        var books = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n"u8.ToArray();

        await browser.DropOnAsync(company, commitment, "2026-10", "111111111FEC20261231.txt", books);

        browser.Text.ShouldContain("Concerne une autre entreprise : 111111111");
        (await pupitre.ProofsAsync(company)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_siren_of_our_own_nothing_is_accused()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company, knowsSiren: false);

        await browser.DropAsync(Drop, [("dsn.pdf", Certificate(OtherSiren, "AUTRE SOCIETE SA"))]);

        browser.Text.ShouldNotContain("autre entreprise");
        browser.Page.QuerySelector("form[action$='proposals/acceptance']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_referent_cannot_say_that_it_is_us()
    {
        var company = await pupitre.HaveCompanyAsync(Role.Referent);
        using var browser = pupitre.Browser();
        await browser.SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/evidence");

        browser.Page.QuerySelector("form[action$='/identity']").ShouldBeNull();
        (await browser.OpenAsync($"/{company.Slug}/profile")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }
}
