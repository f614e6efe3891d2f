using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.Evidence;

public sealed class ImportTableTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Invoices = "Suivi des factures\n\nN° pièce;Fournisseur;Reçue le;Enregistrée le\nF1;Éditions;13/05/26;15/05/26\nF2;Bois;14/05/26;\nF3;Café;14/05/26;20/05/26\n";

    [Fact]
    public async Task A_table_of_cases_is_guessed_previewed_and_imported()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, "factures.csv", Windows1252(Invoices));

        browser.Text.ShouldContain("Une ligne de votre fichier, c’est");
        browser.Text.ShouldContain("windows-1252");
        await browser.OpenAsync(browser.Path + "?shape=Case");
        browser.Text.ShouldContain("Reçue");
        await ImportAsync(browser, ("Input.Dates[0].Use", "no"));
        await FinishAsync(browser);

        browser.Text.ShouldContain("3 cas et 5 événements ajoutés");
        var cases = await CasesAsync(company);
        cases.CaseNames.ShouldBe(["F1", "F2", "F3"]);
        cases.EventsOf(0)[0].Time.Day.ShouldBe(new DateOnly(2026, 5, 13));
    }

    [Fact]
    public async Task A_planned_date_does_not_make_the_source_known_beyond_its_import()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, "factures.csv", Windows1252(Invoices + "F8;Vis;13/05/26;01/06/2099\n"));
        await ImportAsync(await browser.OpenAsync(browser.Path + "?shape=Case"));
        await FinishAsync(browser);

        var import = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Import>().AsNoTracking().SingleAsync());

        import.KnownUntil.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(import.FinishedAt!.Value);
    }

    [Fact]
    public async Task The_same_file_again_is_recognised_and_adds_nothing()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, "factures.csv", Windows1252(Invoices));
        await ImportAsync(await browser.OpenAsync(browser.Path + "?shape=Case"));
        await FinishAsync(browser);

        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync("file-drop form", [("factures2.csv", Windows1252(Invoices + "F4;Vis;15/05/26;16/05/26\n"))]);
        browser.Text.ShouldContain("les réponses d’alors sont reprises");
        await ImportAsync(browser);
        await FinishAsync(browser);

        browser.Text.ShouldContain("1 cas et 2 événements ajoutés, 5 déjà vus");
    }

    [Fact]
    public async Task A_table_with_a_nul_is_read_but_for_that_row()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, "factures.csv", Encoding.UTF8.GetBytes(Invoices + "F\09;Vis;15/05/26;16/05/26\n"));

        await browser.OpenAsync(browser.Path + "?shape=Case");

        browser.Text.ShouldContain("caractère nul");
        browser.Text.ShouldContain("F3");
    }

    [Fact]
    public async Task A_table_of_five_thousand_columns_is_refused_with_its_line_and_the_limit()
    {
        var company = await pupitre.HaveCompanyAsync();
        var row = string.Join(';', Enumerable.Repeat("13/05/2026", 5000));

        using var browser = await DropAsync(company, "large.csv", Encoding.UTF8.GetBytes(row + "\n" + row + "\n"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("La ligne 1 a plus de 500 colonnes");
    }

    [Fact]
    public async Task Bad_rows_wait_for_a_choice_and_can_be_taken_home()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, "factures.csv", Encoding.UTF8.GetBytes(Invoices + "F9;Vis;32/13/26;\n;Clou;01/06/26;\n=1+1;x;quand?;\n"));
        await ImportAsync(await browser.OpenAsync(browser.Path + "?shape=Case"));
        await FinishAsync(browser);

        browser.Text.ShouldContain("Prendre les bonnes lignes");
        (await CasesAsync(company)).EventCount.ShouldBe(0);
        var id = browser.Path.Split('/')[^1];
        using var csv = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/evidence/imports/{id}/rejected.csv"));
        (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("32/13/26");
        await SendChoiceAsync(browser);

        browser.Text.ShouldContain("3 lignes écartées");
        (await CasesAsync(company)).EventCount.ShouldBe(5);
    }

    [Fact]
    public async Task A_withdrawn_import_no_longer_counts_and_the_file_may_come_again()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, "factures.csv", Encoding.UTF8.GetBytes(Invoices));
        var table = browser.Path;
        await ImportAsync(await browser.OpenAsync(table + "?shape=Case"));
        await FinishAsync(browser);

        await browser.SendAsync("form[action$='/withdrawal']");

        browser.Text.ShouldContain("il ne compte plus");
        (await CasesAsync(company)).EventCount.ShouldBe(0);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync("file-drop form", [("factures.csv", Encoding.UTF8.GetBytes(Invoices))]);
        browser.Path.ShouldStartWith(table.Split('?')[0]);
        await ImportAsync(browser);
        await FinishAsync(browser);
        browser.Text.ShouldContain("3 cas et 5 événements ajoutés");
    }

    [Fact]
    public async Task An_event_log_asks_only_who_attests_and_the_rules_can_be_corrected()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, "tickets.xes", Encoding.UTF8.GetBytes(Log));

        browser.Text.ShouldContain("Wait - User");
        await ImportAsync(browser, ("Input.AttestedBy", "Receipt"), ("Input.Rules[0].Values", "Wait - User"));
        await FinishAsync(browser);
        (await ClassesAsync(company)).ShouldBe([SourceClass.Receipt, SourceClass.Provider]);

        var source = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<EvidenceSource>().Select(row => row.Id).SingleAsync());
        await browser.OpenAsync($"/{company.Slug}/evidence/sources/{source}");
        await browser.SendAsync("form:has([name='Input.Reason'])", ("Input.Rules[0].AttestedBy", "Company"), ("Input.Reason", "nos gens"));
        (await ClassesAsync(company)).ShouldBe([SourceClass.Receipt, SourceClass.Provider]);
        await SendAsync(browser, "form:has([name='Input.Reason'])", "correct", ("Input.Rules[0].AttestedBy", "Company"));

        (await ClassesAsync(company)).ShouldBe([SourceClass.Receipt, SourceClass.Company]);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><log><trace><event><string key=\"concept:name\" value=\"&x;\"/></event></trace></log>")]
    [InlineData("<?xml version=\"1.0\"?><log><trace><event><string key=\"concept:name\" value=\"a\"/>")]
    [InlineData("<?xml version=\"1.0\"?><log><trace><string key=\"concept:name\" value=\"1\"/><event><string key=\"concept:name\" value=\"a\"/></event></trace></log>")]
    public async Task A_bad_log_is_refused_and_nothing_of_it_counts(string log)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await DropAsync(company, "mauvais.xes", Encoding.UTF8.GetBytes(log));
        await ImportAsync(browser);
        if (browser.Path.Contains("/imports/", StringComparison.Ordinal))
        {
            await FinishAsync(browser);
            browser.Text.ShouldContain("Rien n’a été pris");
        }

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Page.QuerySelector("form[action$='/withdrawal']").ShouldBeNull();
    }

    [Fact]
    public async Task Another_companys_import_does_not_exist()
    {
        var (mine, theirs) = (await pupitre.HaveCompanyAsync(), await pupitre.HaveCompanyAsync());
        using var browser = await DropAsync(theirs, "factures.csv", Encoding.UTF8.GetBytes(Invoices));
        await ImportAsync(await browser.OpenAsync(browser.Path + "?shape=Case"));
        var id = browser.Path.Split('/')[^1];
        using var other = pupitre.Browser();
        await other.SignInAsync(mine);

        (await other.OpenAsync($"/{mine.Slug}/evidence/imports/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.OpenAsync($"/{theirs.Slug}/evidence/imports/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private const string Log = """
        <?xml version="1.0" encoding="UTF-8"?>
        <log xes.version="1.0">
          <trace><string key="concept:name" value="T1"/>
            <event><string key="concept:name" value="Accepted"/><string key="lifecycle:transition" value="In Progress"/><date key="time:timestamp" value="2026-05-04T09:00:00+02:00"/></event>
            <event><string key="concept:name" value="Accepted"/><string key="lifecycle:transition" value="Wait - User"/><date key="time:timestamp" value="2026-05-04T10:00:00+02:00"/></event>
          </trace>
        </log>
        """;

    private static byte[] Windows1252(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    private async Task<TestBrowser> DropAsync(TestCompany company, string name, byte[] content)
    {
        var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/evidence");
        return await browser.DropAsync("file-drop form", [(name, content)]);
    }

    private static Task<TestBrowser> ImportAsync(TestBrowser browser, params (string, string)[] fields) => TableWizard.ImportAsync(browser, fields);

    private static Task<TestBrowser> SendAsync(TestBrowser browser, string form, string act, params (string, string)[] fields) => TableWizard.SendAsync(browser, form, act, fields);

    private static Task FinishAsync(TestBrowser browser) => TableWizard.FinishAsync(browser);

    private static Task<TestBrowser> SendChoiceAsync(TestBrowser browser) => browser.SendAsync("form[action$='/decision']:has([value=good])");

    private Task<SourceCases> CasesAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
        await services.GetRequiredService<ReadCases>().RunAsync(await services.GetRequiredService<Db>().Set<EvidenceSource>().Select(row => row.Id).SingleAsync(), [], CancellationToken.None));

    private async Task<List<SourceClass>> ClassesAsync(TestCompany company) => [.. (await CasesAsync(company)).EventsOf(0).ToArray().Select(item => item.AttestedBy)];
}
