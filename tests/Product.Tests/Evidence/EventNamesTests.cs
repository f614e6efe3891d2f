using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Platform.Data;
using Pupitre.Product.Tests.Service;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>What a table calls things and what commitments wait for: guessed where it is sure, asked once where it is not, and changed later without importing again.</summary>
public sealed class EventNamesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const int Reminder = 17;
    private const int Question = ServiceBuilder.QuestionsTemplate;
    private const string Reminders = "Facture;Client;Échéance;Relance 1;Payée le\nF1;Bois;05/01/2026;13/01/2026;\nF2;Vis;07/01/2026;;20/01/2026\n";

    [Fact]
    public async Task What_is_sure_is_named_as_the_commitment_waits_for_it_and_said_with_examples()
    {
        var (company, commitment) = await HandOverAsync(Tile.Invoicing, Reminder);
        using var browser = await DropAsync(company, "relances.csv", Reminders);

        var text = browser.Text.WithPlainSpaces();
        text.ShouldContain("Chaque ligne est une facture (« Facture »)");
        text.ShouldContain("« Relance 1 » est la date de : Relance 1 envoyée");
        text.ShouldContain("« Échéance » est la date de : Échéance de la facture");
        text.ShouldContain("« Payée le » est la date de : Paiement reçu");
        text.ShouldContain("« F1 » : Échéance de la facture le 05/01/2026, Relance 1 envoyée le 13/01/2026");
        browser.Page.QuerySelector("[role=alert]").ShouldBeNull();
        browser.Page.QuerySelector("[name='Input.Zone'][type=hidden]").ShouldNotBeNull();
        await TableWizard.ImportAsync(browser);
        await TableWizard.FinishAsync(browser);

        (await UsesAsync(company)).ShouldBe([commitment]);
        (await ActivitiesAsync(company)).ShouldContain("Relance 1 envoyée");
    }

    [Fact]
    public async Task What_is_not_sure_is_asked_before_and_mapped_with_one_click()
    {
        var (company, commitment) = await HandOverAsync(Tile.Payroll, Question);
        using var browser = await DropAsync(company, "demandes.csv", "Dossier;Arrivée;Traitée\nD1;05/01/2026;06/01/2026\nD2;07/01/2026;09/01/2026\n");
        browser.Text.ShouldNotContain("attend");
        await TableWizard.SendAsync(browser, TableWizard.Wizard, "preview", ("Input.Commitments[0]", commitment.ToString()));

        browser.Text.WithPlainSpaces().ShouldContain("attend « Question reçue », que ce fichier ne nomme pas ; il dit « Arrivée », « Traitée »");
        await MapAsync(browser, "Arrivée");
        browser.Text.WithPlainSpaces().ShouldContain("attend « Première réponse »");
        await MapAsync(browser, "Traitée");
        browser.Text.ShouldNotContain("que ce fichier ne nomme pas");
        await TableWizard.ImportAsync(browser);
        await TableWizard.FinishAsync(browser);

        browser.Text.ShouldNotContain("rien ne change");
        (await ActivitiesAsync(company)).ShouldBe(["Première réponse", "Question reçue"]);
    }

    [Fact]
    public async Task Words_in_a_column_of_events_are_mapped_too()
    {
        var (company, commitment) = await HandOverAsync(Tile.Payroll, Question);
        using var browser = await DropAsync(company, "journal.csv", "Dossier;Événement;Date et heure\nD1;Arrivée;05/01/2026 09:30\nD1;Traitée;06/01/2026 10:00\n");
        browser.Text.ShouldContain("Chaque ligne est un événement");
        await TableWizard.SendAsync(browser, TableWizard.Wizard, "preview", ("Input.Commitments[0]", commitment.ToString()));
        await MapAsync(browser, "Arrivée");
        await MapAsync(browser, "Traitée");
        browser.Text.ShouldNotContain("que ce fichier ne nomme pas");
        await TableWizard.ImportAsync(browser);
        await TableWizard.FinishAsync(browser);

        (await ActivitiesAsync(company)).ShouldBe(["Première réponse", "Question reçue"]);
    }

    [Fact]
    public async Task A_name_is_changed_after_the_import_and_back_and_nothing_is_imported_again()
    {
        var (company, commitment) = await HandOverAsync(Tile.Payroll, Question);
        using var browser = await DropAsync(company, "demandes.csv", "Dossier;Arrivée;Traitée\nD1;05/01/2026;06/01/2026\n");
        await TableWizard.ImportAsync(browser, ("Input.Commitments[0]", commitment.ToString()));
        await TableWizard.FinishAsync(browser);
        (await ActivitiesAsync(company)).ShouldBe(["Arrivée", "Traitée"]);
        var source = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceSource>().Select(row => row.Id).SingleAsync());

        await browser.OpenAsync($"/{company.Slug}/evidence/sources/{source}");
        browser.Text.ShouldContain("nommé nulle part dans cette source");
        await browser.SendAsync("form:has([name='Renamed.Names[0].To'])", ("Renamed.Names[0].To", "Question reçue"), ("Renamed.Names[1].To", "Première réponse"));

        (await ActivitiesAsync(company)).ShouldBe(["Première réponse", "Question reçue"]);
        browser.Text.ShouldNotContain("nommé nulle part dans cette source");
        await browser.SendAsync("form:has(button[name=number][value='1'])", ("number", "1"));
        (await ActivitiesAsync(company)).ShouldBe(["Arrivée", "Traitée"]);
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Import>().CountAsync())).ShouldBe(1);
    }

    private async Task<(TestCompany Company, Guid Commitment)> HandOverAsync(Tile tile, int template)
    {
        var company = await pupitre.HaveCompanyAsync();
        return (company, await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(tile, "Bureau Talmont", template);
            return (await builder.CommitmentAsync(template)).Id;
        }));
    }

    private async Task<TestBrowser> DropAsync(TestCompany company, string name, string content)
    {
        var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        return await browser.DropAsync("file-drop form", [(name, System.Text.Encoding.UTF8.GetBytes(content))]);
    }

    private static Task<TestBrowser> MapAsync(TestBrowser browser, string said) => browser.SendAsync(TableWizard.Wizard, ("Input.Asked[0].From", said), ("map", "0"));

    private Task<List<Guid>> UsesAsync(TestCompany company) => pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<SourceUse>().Select(row => row.CommitmentId).ToListAsync());

    private Task<List<string>> ActivitiesAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        var cases = await services.GetRequiredService<ReadCases>().RunAsync(await services.GetRequiredService<Db>().Set<EvidenceSource>().Select(row => row.Id).SingleAsync(), [], CancellationToken.None);
        return Enumerable.Range(0, cases.CaseCount).SelectMany(place => cases.EventsOf(place).ToArray()).Select(item => cases.Words[item.Activity]!).Distinct().Order(StringComparer.Ordinal).ToList();
    });
}
