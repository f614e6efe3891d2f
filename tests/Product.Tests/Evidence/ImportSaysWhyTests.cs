using Microsoft.Extensions.DependencyInjection;
using Pupitre.Product.Tests.Service;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>An import after which nothing is different says so, and what would have to be.</summary>
public sealed class ImportSaysWhyTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Theory]
    [InlineData("fr", "rien ne change. L’engagement attend")]
    [InlineData("en", "nothing changes. The commitment waits for")]
    public async Task An_import_that_changes_nothing_says_what_the_commitment_waits_for_and_what_the_columns_say(string language, string said)
    {
        var company = await pupitre.HaveCompanyAsync();
        var commitment = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Payroll, "Bureau Talmont", ServiceBuilder.QuestionsTemplate);
            return await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
        });
        using var browser = pupitre.Browser(language);
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync("file-drop form", [("demandes.csv", "Dossier;Arrivée;Traitée\nD1;05/01/2026;06/01/2026\nD2;07/01/2026;09/01/2026\n"u8.ToArray())]);
        await browser.OpenAsync(browser.Path.Split('?')[0] + "?shape=Case");
        await TableWizard.ImportAsync(browser, ("Input.Commitments[0]", commitment.Id.ToString()));
        await Until.TrueAsync(async () => (await browser.OpenAsync(browser.Path)).Page.QuerySelectorAll("job-progress").Length == 0, "The import does not end.");

        var text = browser.Text.WithPlainSpaces();
        text.ShouldContain(said);
        text.ShouldContain("Arrivée");
        text.ShouldContain("Traitée");
        text.ShouldContain(commitment.Versions[^1].Rule.Clock!.Start.Alternatives.SelectMany(alternative => alternative.Parts).First().Values[0]);
    }

    [Fact]
    public async Task A_table_without_dates_is_kept_as_a_paper_and_asks_one_question()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync("file-drop form", [("fournisseurs.csv", "Code;Nom;Ville\nF1;Bois du Nord;Lille\nF2;Vis et Cie;Lyon\n"u8.ToArray())]);
        await browser.OpenAsync(browser.Path.Split('?')[0] + "?shape=Case");

        browser.Text.ShouldContain("Aucune des 3 colonnes ne contient de dates");
        browser.Page.QuerySelectorAll("main button[value=import]").ShouldBeEmpty();
        browser.Page.QuerySelector("main a[href*='/evidence/files/'][href$='#place']").ShouldNotBeNull();
        browser.Page.QuerySelectorAll("main h2").Count(title => title.TextContent.Contains("Une question", StringComparison.Ordinal)).ShouldBe(1);
        browser.Page.QuerySelector("[role=alert]").ShouldBeNull();

        await TableWizard.SendAsync(browser, TableWizard.Wizard, "preview");
        browser.Page.QuerySelector("[role=alert]").ShouldNotBeNull();
        await TableWizard.SendAsync(browser, TableWizard.Wizard, "preview", ("Input.DateColumn", "Ville"));
        browser.Text.ShouldContain("Des lignes ne se lisent pas");
        browser.Page.QuerySelectorAll("main button[value=import]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_missing_of_a_table_of_events_is_asked_one_by_one_without_red()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync("file-drop form", [("journal.csv", "Dossier;Quoi;Début\nD1;Reçue;05/01/2026\nD2;Traitée;07/01/2026\n"u8.ToArray())]);
        await browser.OpenAsync(browser.Path.Split('?')[0] + "?shape=Event");

        browser.Text.ShouldContain("Quelle colonne dit ce qui s’est passé ?");
        browser.Page.QuerySelector("[role=alert]").ShouldBeNull();
        browser.Page.QuerySelectorAll("main [name='Input.Activity']").Length.ShouldBe(1);

        await TableWizard.SendAsync(browser, TableWizard.Wizard, "preview", ("Input.Activity", "Quoi"));
        browser.Page.QuerySelector("[role=alert]").ShouldBeNull();
        browser.Text.ShouldContain("Traitée");
        browser.Page.QuerySelectorAll("main button[value=import]").Length.ShouldBe(1);
    }
}
