using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Product.Tests.Evidence;
using static Pupitre.Product.Tests.Evidence.PlacingCompany;

namespace Pupitre.Product.Tests.Platform;

/// <summary>A word that no form offered is refused with a word of its own; it is never read as one of those that were.</summary>
public sealed class ChoicesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly string[] _said = ["n’est pas dans la liste", "Ce choix n’est plus là", "n’est pas une des réponses proposées", "n’est pas une façon de lire un tableau"];

    [Fact]
    public async Task What_no_list_of_a_form_offers_is_refused_and_nothing_is_done()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var read = new List<string>();
        (string Page, string Field, string Value)[] sent =
        [
            ("processes/new", "Input.Domain", "Cuisine"), ("processes/new", "Input.Domain", "2"), ("processes/new", "Input.Criticality", "99"),
            ("contracts/new", "Input.Kind", "5"), ("contracts/new", "Input.Renewal", "tacit"), ("contracts/new", "Input.ProviderId", Guid.CreateVersion7().ToString()),
            ("commitments/own", "Input.Every", "1"), ("commitments/own", "Input.Anchor", "Noon"), ("commitments/own", "Input.Kind", "7"), ("commitments/own", "Input.MonthsAfter", "40"),
            ("calendars/new", "Input.HolidayZone", "mars"),
            ("profile", "Input.VatRegime", "1"), ("profile", "Input.ClosingMonth", "13"),
            ("settings", "Input.HolidayZone", "mars"), ("settings/people", "Invited.Role", "0"), ("settings/people", "Invited.Role", "Emperor"),
            ("evidence/typed", "Due.Said", "maybe"), ("evidence/typed", "Due.Month", "1999-01"),
            ("due-dates/selection?show=Past", "Input.How", "later"),
        ];

        foreach (var (page, field, value) in sent)
        {
            var before = await LinesAsync(company);
            await browser.OpenAsync($"/{company.Slug}/{page}");
            await browser.SendAsync(field == "Input.How" ? "form:has([name='Input.Cells'])" : $"form:has([name='{field}'])", (field, value));
            Judge(read, browser, $"{page} {field}={value}");
            (await LinesAsync(company)).ShouldBe(before, $"{page} {field}={value}");
        }

        read.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_wizard_of_tables_does_not_offer_is_refused_and_nothing_is_imported()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        await browser.DropAsync(Drop, [("suivi.csv", "Dossier;Étape;Quand\nT1;Reçue;05/01/2026 09:30\nT2;Reçue;hier\n"u8.ToArray())]);
        var wizard = browser.Path.Split('?')[0] + "?shape=Event";
        var read = new List<string>();
        foreach (var (field, value) in new[] { ("Input.BadRows", "perhaps"), ("Input.First", "year"), ("Input.Midnight", "noon"), ("Input.AttestedBy", "1"), ("Input.Time", "Colonne"), ("Input.Source", "other"), ("Input.Shape", "Cube") })
        {
            await browser.OpenAsync(wizard);
            await TableWizard.ImportAsync(browser, (field, value));
            Judge(read, browser, $"{field}={value}");
        }

        await browser.OpenAsync(wizard);
        await TableWizard.SendAsync(browser, "form:has([name='Input.Shape'])", "later");
        Judge(read, browser, "act=later");
        read.ShouldBeEmpty();
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Pupitre.Evidence.Imports.Import>().AnyAsync())).ShouldBeFalse();

        await browser.OpenAsync(wizard);
        await TableWizard.ImportAsync(browser, ("Input.Activity", "Étape"), ("Input.Time", "Quand"));
        await TableWizard.FinishAsync(browser);
        browser.Text.ShouldContain("Prendre les bonnes lignes");
        var import = browser.Path;
        Judge(read, await browser.SendAsync("form[action$='/decision']", ("choice", "maybe")), "choice=maybe");
        read.ShouldBeEmpty();
        (await browser.OpenAsync(import)).Text.ShouldContain("Prendre les bonnes lignes", Case.Sensitive, "Nothing was decided.");
    }

    [Fact]
    public async Task What_no_button_sends_is_refused_and_nothing_is_placed_or_kept()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(pupitre, company);
        var read = new List<string>();
        Judge(read, await browser.DropAsync(Drop, [("note.bin", Note("a"))], ("proofOnly", "2")), "proofOnly=2");
        (await pupitre.FilesAsync(company)).ShouldBeEmpty();

        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync(Drop, [("note.bin", Note("a"))]);
        Judge(read, await browser.SendAsync("form[action$='/place']", ("remember", "maybe")), "remember=maybe");
        (await pupitre.ProofsAsync(company)).ShouldBeEmpty();

        await browser.OpenAsync($"/{company.Slug}");
        Judge(read, await browser.SendAsync("form[action='/preferences']:has([name=language])", ("language", "xx")), "language=xx");
        read.ShouldBeEmpty();
    }

    private static void Judge(List<string> read, TestBrowser browser, string what)
    {
        var text = browser.Text.WithPlainSpaces();
        if (browser.Status is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest) || !Array.Exists(_said, said => text.Contains(said, StringComparison.Ordinal)))
        {
            read.Add($"{what}: {(int)browser.Status} {browser.Path}");
        }
    }

    private Task<int> LinesAsync(TestCompany company) => pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<LedgerEntry>().CountAsync());
}
