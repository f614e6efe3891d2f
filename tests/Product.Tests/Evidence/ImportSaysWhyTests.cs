using Microsoft.Extensions.DependencyInjection;
using Pupitre.Product.Tests.Service;
using Pupitre.ServiceLevels.FirstRun;

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
}
