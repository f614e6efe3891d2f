using System.Net;
using System.Text;

namespace Pupitre.Product.Tests.Processes;

/// <summary>The inventory with its steps, carried to a spreadsheet and back.</summary>
public sealed class SheetTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Upload = "form[enctype='multipart/form-data']";
    private const string Take = "form:has([name='Confirmed.Digest'])";

    [Theory]
    [InlineData("xlsx", "fr")]
    [InlineData("xlsx", "en")]
    [InlineData("csv", "fr")]
    [InlineData("csv", "en")]
    public async Task What_leaves_comes_back_without_a_change(string format, string language)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser(language).SignInAsync(company);
        await HaveMapAsync(browser, company);
        var file = await FileAsync(browser, $"/{company.Slug}/processes/sheet.{format}");

        await SendAsync(browser, company, "carte." + format, file);

        browser.Text.ShouldContain(language == "fr" ? "rien ne change" : "nothing changes");
        browser.Page.QuerySelector(Take).ShouldBeNull();
    }

    [Fact]
    public async Task Another_company_takes_all_of_it_and_gives_the_same()
    {
        var (from, to) = (await pupitre.HaveCompanyAsync(), await pupitre.HaveCompanyAsync());
        using var first = await pupitre.Browser().SignInAsync(from);
        using var second = await pupitre.Browser().SignInAsync(to);
        await HaveMapAsync(first, from);
        var without = Encoding.UTF8.GetString(await FileAsync(first, $"/{from.Slug}/processes/sheet.csv?keys=no"));

        await SendAsync(second, to, "carte.csv", Encoding.UTF8.GetBytes(without));
        second.Text.WithPlainSpaces().ShouldContain("2 processus s’ajoutent, 0 change, 0 reste comme il est.");
        await second.OpenAsync($"/{to.Slug}/processes");
        second.Text.ShouldContain("Aucun processus pour l’instant", customMessage: "A preview writes nothing.");
        await SendAsync(second, to, "carte.csv", Encoding.UTF8.GetBytes(without));
        await second.SendAsync(Take);

        second.Text.ShouldContain("2 processus enregistrés.");
        Encoding.UTF8.GetString(await FileAsync(second, $"/{to.Slug}/processes/sheet.csv?keys=no")).ShouldBe(without);
    }

    [Fact]
    public async Task What_a_sheet_has_no_column_for_stays_at_the_step_of_that_name()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await HaveMapAsync(browser, company);
        var before = Encoding.UTF8.GetString(await FileAsync(browser, $"/{company.Slug}/processes/sheet.csv"));
        const string few = "Processus;Étape;Qui (fonction)\r\nFactures fournisseurs;Recevoir;\r\nFactures fournisseurs;Payer;Trésorier\r\n";

        await SendAsync(browser, company, "carte.csv", Encoding.UTF8.GetBytes(few));
        await browser.SendAsync(Take);

        var after = Encoding.UTF8.GetString(await FileAsync(browser, $"/{company.Slug}/processes/sheet.csv"));
        after.ShouldBe(before.Replace("Comptable", "Trésorier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_that_looks_like_a_formula_leaves_harmless_and_comes_back_as_it_was()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync("main form[method=post]", ("Input.Name", "=1+1"), ("Input.Purpose", "'@somme"));
        var file = await FileAsync(browser, $"/{company.Slug}/processes/sheet.csv");

        Encoding.UTF8.GetString(file).ShouldContain("'=1+1");
        await SendAsync(browser, company, "carte.csv", file);
        browser.Text.ShouldContain("rien ne change");
    }

    [Fact]
    public async Task A_file_that_left_under_an_older_title_still_comes_back()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await SendAsync(browser, company, "carte.csv", Encoding.UTF8.GetBytes("Processus;Domaine;À refaire (%)\nRelances;Relances;7\n"));
        await browser.SendAsync(Take);

        var lines = Encoding.UTF8.GetString(await FileAsync(browser, $"/{company.Slug}/processes/sheet.csv")).Split("\r\n");
        var at = Array.IndexOf(lines[0].Split(';'), "Taux d’erreur (%)");
        lines[1].Split(';')[at].ShouldBe("7");
    }

    [Fact]
    public async Task Every_bad_cell_is_named_and_nothing_is_written()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await SendAsync(browser, company, "carte.csv", Encoding.UTF8.GetBytes("""
            Ma carte;;;;;
            Processus;Domaine;Combien de fois;Étape;Minutes;Part des cas (%)
            Paie;Paie;beaucoup;Calculer;-3;100
            Paie;;;Virer;2;130
            Relances;Nulle part;4;;;
            Courrier;;4;;;
            """));

        browser.Page.QuerySelectorAll("tbody tr").Select(row => (row.Children[1].TextContent.Trim(), row.Children[2].TextContent.Trim()))
            .ShouldBe([("3", "Combien de fois"), ("3", "Minutes"), ("4", "Part des cas (%)"), ("5", "Domaine"), ("6", "Domaine")], ignoreOrder: true);
        browser.Page.QuerySelector(Take).ShouldBeNull();
        await browser.OpenAsync($"/{company.Slug}/processes");
        browser.Text.ShouldContain("Aucun processus pour l’instant");
    }

    [Theory]
    [InlineData("notes.csv", "Nom;Prénom\nA;B\n", "Aucune colonne")]
    [InlineData("vide.csv", "", "")]
    [InlineData("deux.csv", "Processus;Domaine;Domaine\nA;Paie;Paie\n", "deux fois")]
    [InlineData("clef.csv", "Processus;Domaine;Clé\nA;Paie;2f0d0f2e-0000-0000-0000-000000000001\n", "Aucun processus en cours")]
    public async Task What_is_no_map_is_refused_with_a_word(string name, string content, string said)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await SendAsync(browser, company, name, Encoding.UTF8.GetBytes(content));

        browser.Page.QuerySelector("[role=alert]").ShouldNotBeNull();
        browser.Text.ShouldContain(said);
        browser.Page.QuerySelector(Take).ShouldBeNull();
    }

    [Fact]
    public async Task What_changed_since_the_preview_is_shown_again_before_anything_is_written()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await HaveMapAsync(browser, company);
        await SendAsync(browser, company, "carte.csv", Encoding.UTF8.GetBytes("Processus;Pilote\nFactures fournisseurs;Camille\n"));
        browser.Text.ShouldContain("Pilote : – → Camille");
        using var other = await pupitre.Browser().SignInAsync(company);
        await other.OpenAsync($"/{company.Slug}/processes?q=fournisseurs");
        await other.OpenAsync(other.Page.QuerySelector("tbody th a")!.GetAttribute("href") + "/edit");
        await other.SendAsync("main form[method=post]", ("Input.Pilot", "Sacha"));

        await browser.SendAsync(Take);
        browser.Text.ShouldContain("L’inventaire a changé depuis l’aperçu.");
        await browser.SendAsync(Take);
        browser.Text.ShouldContain("1 processus enregistré.");
    }

    private static async Task HaveMapAsync(TestBrowser browser, TestCompany company)
    {
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync("main form[method=post]",
            ("Input.Name", "Factures fournisseurs"), ("Input.Domain", "Accounting"), ("Input.Volume", "130"), ("Input.Criticality", "High"), ("Input.CostPerHour", "32.5"),
            ("Input.Purpose", "Payer; \"une fois\"\net à temps"), ("Input.IsErrorCostUnknown", "true"), ("Input.ErrorPercent", "2.25"), ("Input.SensitiveKinds", "Bank"), ("Input.Seasonality", "100 100 100 100 100 100 100 20 100 100 100 150"));
        var page = browser.Path;
        await browser.OpenAsync(page + "/steps");
        await browser.SendAsync("main form[method=post]",
            ("Input.Steps[0].Name", "Recevoir"), ("Input.Steps[0].Minutes", "3"), ("Input.Steps[0].DocumentsIn", "facture; bon de livraison"), ("Input.Steps[0].Tool", "Messagerie"),
            ("Input.Steps[1].Name", "Payer"), ("Input.Steps[1].Role", "Comptable"), ("Input.Steps[1].WaitHours", "48"), ("Input.Steps[1].SharePercent", "80"));
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync("main form[method=post]", ("Input.Name", "Assemblée"), ("Input.Domain", "Legal"), ("Input.Volume", "1"), ("Input.VolumePer", "Year"));
    }

    private static async Task SendAsync(TestBrowser browser, TestCompany company, string name, byte[] content)
    {
        await browser.OpenAsync($"/{company.Slug}/processes/sheet");
        await browser.SendFileAsync(Upload, "Input.File", name, content);
    }

    private static async Task<byte[]> FileAsync(TestBrowser browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        using var answer = await browser.RawAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
