using System.Globalization;
using System.Net;
using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Exports;
using Pupitre.Platform.Data;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Tools;
using Pupitre.ProcessMap.Sheets;
using Pupitre.Product.Tests.Sourcing;

namespace Pupitre.Product.Tests.Processes;

/// <summary>The whole map as one workbook: roles, know-how, links and re-keyings beside processes and steps.</summary>
public sealed class WorkbookTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Upload = "form[enctype='multipart/form-data']";
    private const string LinkTitles = "Processus amont;Processus aval;Ce qui passe;Jours avant que la suite en souffre";
    private const string Take = "form:has([name='Confirmed.Digest'])";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_map_comes_back_from_a_workbook_as_it_was_and_a_second_time_changes_nothing()
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr");
        await RandomMap.Any.SampleAsync(RoundTripAsync, iter: 12, threads: 1);
    }

    private async Task RoundTripAsync(RandomMap map)
    {
        var company = await pupitre.HaveCompanyAsync();
        var file = await map.WriteAsync();
        await TakeAsync(company, file);

        var known = await pupitre.InsideAsync(company, services => services.GetRequiredService<ReadKnownMap>().RunAsync(Token));
        var export = new SheetExport(known, withKeys: false);
        foreach (var kind in SheetKinds.All)
        {
            Rows(export.Table(kind)).ShouldBe(map.Rows(kind).Order(StringComparer.Ordinal), kind.Slug);
        }

        using var again = new MemoryStream();
        await new SheetExport(known, withKeys: true).Workbook().WriteAsync(again, Token);
        foreach (var content in new[] { file, again.ToArray() })
        {
            var plan = await pupitre.InsideAsync(
                company, services => services.GetRequiredService<PlanSheet>().RunAsync(content, Token));
            plan.Bad.ShouldBeEmpty();
            plan.Wanted.SelectMany(SheetWords.Lines).ShouldBeEmpty();
            plan.Tools.ShouldBeEmpty();
        }
    }

    private Task<bool> TakeAsync(TestCompany company, byte[] file) => pupitre.InsideAsync(company, async services =>
    {
        var plan = await services.GetRequiredService<PlanSheet>().RunAsync(file, Token);
        plan.Bad.ShouldBeEmpty();
        (await services.GetRequiredService<TakeSheet>().RunAsync(file, plan.Digest, Token)).IsDone.ShouldBeTrue();
        return true;
    });

    private static IEnumerable<string> Rows(TableExport table) => table.Rows.Select(RandomMap.Line).Order(StringComparer.Ordinal);

    [Fact]
    public async Task Who_and_what_is_not_known_yet_is_named_before_it_is_added()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await SendAsync(browser, company, await Book(
            Sheet("Processus", "Processus;Domaine;Pilote;Étape;Outil", "Paie;Paie;Ana;Calculer;Silae", "Virements;Comptabilité;;;"),
            Sheet("Rôles", "Processus;Rôle;Personne", "Paie;R;Bob", "Paie;Valide;Ana", ";I;Chloé"),
            Sheet("Savoir-faire", "Processus;Personne;Savoir-faire", "Paie;Bob;sait le faire seul"),
            Sheet("Liens", LinkTitles, "Paie;Virements;ordre de virement;2"),
            Sheet("Ressaisies", "Dans le processus;Lu dans;Retapé dans;Ce qui est ressaisi", "Paie;Tableur;Silae;heures")));

        browser.Text.WithPlainSpaces().ShouldContain("s’y ajouteront : Ana, Bob, Chloé.");
        browser.Text.WithPlainSpaces().ShouldContain("s’ajouteront : Silae, Tableur.");
        browser.Text.WithPlainSpaces().ShouldContain("Nourrit « Virements » : nouveau lien (ordre de virement, délai : 2 jours)");
        browser.Page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Select(row => row.Children[1].TextContent.Trim())
            .ShouldBe(["2", "3", "1", "1", "1"]);
        await browser.OpenAsync($"/{company.Slug}/people");
        browser.Text.ShouldNotContain("Chloé", customMessage: "A preview writes nothing.");

        await SendAsync(browser, company, await Book(Sheet("Processus", "Processus;Domaine", "Paie;Paie")));
        await browser.SendAsync(Take);
        browser.Text.ShouldContain("1 processus enregistré.");
    }

    [Fact]
    public async Task A_tool_is_described_and_renamed_and_its_steps_follow()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await SendAsync(browser, company, await Book(
            Sheet("Processus", "Processus;Domaine;Étape;Outil", "Paie;Paie;Calculer;Silae"),
            Sheet("Outils", "Outil;Genre;Éditeur", "Silae;Paie et RH;Silae SAS", "Coffre;Documents (GED);")));
        browser.Text.WithPlainSpaces().ShouldContain("2 outils s’ajoutent ou changent.");
        browser.Text.ShouldNotContain("s’ajouteront : Silae", customMessage: "It is described in the same workbook.");
        await browser.SendAsync(Take);
        browser.Text.WithPlainSpaces().ShouldContain("1 processus enregistré. 2 outils enregistrés.");
        var id = await pupitre.InsideAsync(company, services =>
            services.GetRequiredService<Db>().Set<Tool>().Where(tool => tool.Name == "Silae").Select(tool => tool.Id).SingleAsync(Token));

        await SendAsync(browser, company, await Book(
            Sheet("Outils", "Outil;Genre;Clé",
                $"Silae Paie;Paie et RH;{id}", "Coffre;Boîte;", "coffre;Autre;", $"Autre;Autre;{Guid.CreateVersion7()}")));
        browser.Text.WithPlainSpaces().ShouldContain("« Boîte » n’est pas un des choix");
        browser.Text.WithPlainSpaces().ShouldContain("n’est pas d’ici");

        await SendAsync(browser, company, await Book(Sheet("Outils", "Outil;Genre;Clé", $"Silae Paie;Paie et RH;{id}")));
        await browser.SendAsync(Take);
        await pupitre.InsideAsync(company, async services =>
        {
            var tool = await services.GetRequiredService<Db>().Set<Tool>().SingleAsync(row => row.Id == id, Token);
            (tool.Name, tool.Vendor).ShouldBe(("Silae Paie", "Silae SAS"), "What has no column stays.");
            (await services.GetRequiredService<Db>().Set<ProcessStep>().SingleAsync(Token)).ToolId.ShouldBe(id);
            return true;
        });
    }

    [Fact]
    public async Task The_rules_of_roles_hold_and_every_name_that_cannot_be_told_is_shown_with_its_place()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        world.ShouldNotBeNull();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers");
        var provider = browser.Page.QuerySelector("main tbody th a")!.TextContent.Trim();
        await SendAsync(browser, company, await Book(
            Sheet("Processus", "Processus;Domaine;Pilote", "Relances;Relances;Ana", "Courrier;Administration;"),
            Sheet("Rôles", "Processus;Rôle;Personne;Prestataire",
                $"Relances;Valide;Zoé;{provider}", "Relances;A;Bob;", $"Courrier;Pilote;Zoé;{provider}", "Courrier;Valide;;",
                "Nulle part;R;Bob;", "Courrier;R;Bob;Personne SARL", "Courrier;Chef;Bob;"),
            Sheet(
                "Liens", "Processus amont;Processus aval;Ce qui passe",
                "Relances;Relances;lettre", "Relances;Courrier;", "Relances;Rien;x")));

        var told = browser.Page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr")
            .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim())).WithPlainSpaces()).ToList();
        Told("Rôles|2|Personne|Zoé travaille chez un prestataire : un prestataire ne valide pas");
        Told("Rôles|3|Personne|Pilote, en répond : le fichier dit Ana et Bob");
        Told("Rôles|4|Personne|Zoé travaille chez un prestataire : le pilote");
        Told("Rôles|5|Personne|Cette cellule est vide");
        Told("Rôles|6|Processus|Aucun processus ne s’appelle « Nulle part »");
        Told("Rôles|7|Prestataire|Aucun prestataire ne s’appelle");
        Told("Rôles|8|Rôle|« Chef » n’est pas un des choix");
        Told("Liens|2|Processus aval|Un processus ne se nourrit pas lui-même");
        Told("Liens|3|Ce qui passe|Dites ce qui passe");
        Told("Liens|4|Processus aval|Aucun processus");
        told.Count.ShouldBe(10);
        browser.Page.QuerySelector(Take).ShouldBeNull();

        void Told(string beginning) => told.ShouldContain(row => row.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_is_absent_takes_nothing_away_and_one_with_a_key_may_be_renamed()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await TakeAsync(company, await Book(
            Sheet("Processus", "Processus;Domaine;Étape", "Paie;Paie;Saisir", ";;Calculer", ";;Virer", "Virements;Comptabilité;"),
            Sheet("Rôles", "Processus;Rôle;Personne", "Paie;R;Bob", "Paie;C;Ana"),
            Sheet("Liens", "Processus amont;Processus aval;Ce qui passe", "Paie;Virements;ordres")));
        var before = await CsvAsync(browser, company, "roles");
        var keys = (await CsvAsync(browser, company, "processes")).Split("\r\n");
        var titles = keys[0].Split(';');
        var (step, place) = (keys[2].Split(';'), Array.IndexOf(titles, "Clé de l’étape"));
        step[Array.IndexOf(titles, "Étape")].ShouldBe("Calculer");

        await TakeAsync(company, await Book(
            Sheet("Processus", "Processus;Étape;Clé de l’étape", "Paie;Contrôler;", $"Paie;Calculer les bulletins;{step[place]}"),
            Sheet("Rôles", "Processus;Rôle;Personne", "Virements;R;Bob")));

        var after = (await CsvAsync(browser, company, "processes")).Split("\r\n");
        after.Where(line => line.StartsWith("Paie;", StringComparison.Ordinal))
            .Select(line => line.Split(';')[Array.IndexOf(titles, "Étape")])
            .ShouldBe(["Saisir", "Contrôler", "Calculer les bulletins", "Virer"]);
        (await CsvAsync(browser, company, "roles")).ShouldStartWith(before);
        (await CsvAsync(browser, company, "links")).ShouldContain("Paie;Virements");
    }

    [Fact]
    public async Task Two_pilots_in_one_workbook_are_refused_with_their_place_and_one_is_taken_once()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await TakeAsync(company, await Book(Sheet("Processus", "Processus;Domaine;Pilote", "Paie;Paie;Sophie")));
        var twice = await Book(
            Sheet("Processus", "Processus;Domaine;Pilote", "Paie;Paie;Sofie"),
            Sheet("Rôles", "Processus;Rôle;Personne", "Paie;Pilote;Sophie"));

        await SendAsync(browser, company, twice);

        browser.Text.WithPlainSpaces().ShouldContain("Pilote, en répond : le fichier dit Sofie et Sophie");
        browser.Page.QuerySelector(Take).ShouldBeNull();
        var once = await Book(Sheet("Rôles", "Processus;Rôle;Personne", "Paie;Pilote;Sofie"));
        await TakeAsync(company, once);
        await SendAsync(browser, company, once);
        browser.Text.ShouldContain("rien ne change");
        (await CsvAsync(browser, company, "roles")).ShouldNotContain("Sofie", customMessage: "Who conducts is said with the process.");
    }

    [Fact]
    public async Task What_a_spreadsheet_could_not_compute_is_no_word_of_anybody()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await SendAsync(browser, company, RawWorkbook.Of(("Processus",
            RawWorkbook.Row(1, "Processus", "Domaine", "Étape", "Minutes", "Outil")
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Paie</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>Paie</t></is></c>"
            + "<c r=\"C2\" t=\"inlineStr\"><is><t>Saisir</t></is></c><c r=\"D2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
            + "<c r=\"E2\" t=\"inlineStr\"><is><t>#N/A</t></is></c></row>", "")));

        browser.Page.QuerySelectorAll("tbody tr").Select(row => (row.Children[1].TextContent.Trim(), row.Children[2].TextContent.Trim()))
            .ShouldBe([("2", "Minutes"), ("2", "Outil")]);
        browser.Text.ShouldContain("erreur du tableur");
        browser.Page.QuerySelector(Take).ShouldBeNull();
    }

    [Fact]
    public async Task What_changes_in_a_step_is_shown_before_it_is_done()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        const string titles = "Processus;Domaine;Taux d’erreur (%);Étape;Minutes;Outil";
        await TakeAsync(company, await Book(Sheet("Processus", titles, "Paie;Paie;;Saisir;5;", ";;;Virer;2;")));

        await SendAsync(browser, company, await Book(Sheet("Processus", titles, "Paie;Paie;1,5 %;Virer;2;", ";;;Saisir;9;Silae")));

        var told = browser.Text.WithPlainSpaces();
        told.ShouldContain("Taux d’erreur (%) : – → 1,5");
        told.ShouldContain("Étape « Saisir », Minutes : 5 → 9");
        told.ShouldContain("Étape « Saisir », Outil : – → Silae");
        told.ShouldContain("Étape « Virer », rang : 2 → 1");
        told.ShouldNotContain("Étapes : 2 → 2");
    }

    [Fact]
    public async Task One_kind_of_row_travels_as_a_text_and_what_changed_meanwhile_is_shown_again()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await TakeAsync(company, await Book(
            Sheet("Processus", "Processus;Domaine", "Paie;Paie", "Virements;Comptabilité"),
            Sheet("Liens", LinkTitles, "Paie;Virements;ordres;2")));
        var links = (await CsvAsync(browser, company, "links")).Replace(";ordres;2;", ";ordres;5;", StringComparison.Ordinal);
        await SendAsync(browser, company, Encoding.UTF8.GetBytes(links), "liens.csv");
        browser.Text.WithPlainSpaces().ShouldContain("Jours avant que la suite en souffre : 2 → 5");
        await TakeAsync(company, await Book(
            Sheet("Liens", "Processus amont;Processus aval;Jours avant que la suite en souffre", "Paie;Virements;3")));

        await browser.SendAsync(Take);

        browser.Text.ShouldContain("a changé depuis l’aperçu.");
        browser.Text.WithPlainSpaces().ShouldContain("Jours avant que la suite en souffre : 3 → 5");
        await browser.SendAsync(Take);
        (await CsvAsync(browser, company, "links")).ShouldContain(";ordres;5;");
    }

    [Fact]
    public async Task Formulas_are_told_merged_cells_are_filled_and_strange_sheets_are_named()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await SendAsync(browser, company, RawWorkbook.Of(
            ("Processus", RawWorkbook.Row(1, "Processus", "Domaine", "Étape", "Minutes")
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Paie</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>Paie</t></is></c>"
                + "<c r=\"C2\" t=\"inlineStr\"><is><t>Saisir</t></is></c><c r=\"D2\"><f>2+2</f><v>4</v></c></row>"
                + "<row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><t>Virer</t></is></c></row>",
                "<mergeCells count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells>"),
            ("Notes", RawWorkbook.Row(1, "Pense-bête") + RawWorkbook.Row(2, "Appeler"), "")));

        browser.Text.WithPlainSpaces().ShouldContain("Feuilles avec des formules : Processus.");
        browser.Text.WithPlainSpaces().ShouldContain("Feuilles laissées de côté, car leurs titres ne sont pas connus : Notes.");
        browser.Text.WithPlainSpaces().ShouldContain("Étapes : 0 → 2");
    }

    [Theory]
    [InlineData("deux", "Deux feuilles disent la même chose")]
    [InlineData("titres", "n’a pas, dans ses premières lignes, les colonnes")]
    [InlineData("long", "Le tableau a plus de")]
    public async Task What_cannot_be_told_apart_or_is_too_long_is_refused_with_a_word(string what, string said)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var file = what switch
        {
            "deux" => await Book(Sheet("A", "Processus;Domaine", "Paie;Paie"), Sheet("B", "Processus;Domaine", "Paie;Paie")),
            "titres" => await Book(Sheet("Processus", "Processus;Domaine", "Paie;Paie"), Sheet("Liens", "De;Vers", "Paie;Paie")),
            _ => await Book(Sheet("Liens", "Processus amont;Processus aval;Ce qui passe", [.. Enumerable.Repeat("A;B;c", 100_000)])),
        };

        await SendAsync(browser, company, file);

        browser.Page.QuerySelector("[role=alert]").ShouldNotBeNull();
        browser.Text.WithPlainSpaces().ShouldContain(said);
        browser.Page.QuerySelector(Take).ShouldBeNull();
    }

    private static ExportSheet Sheet(string name, string titles, params IEnumerable<string> rows) =>
        new(name, new TableExport(name, titles.Split(';'), rows.Select(row => row.Split(';'))));

    private static async Task<byte[]> Book(params ExportSheet[] sheets)
    {
        using var file = new MemoryStream();
        await new WorkbookExport("carte", sheets).WriteAsync(file, Token);
        return file.ToArray();
    }

    private static async Task SendAsync(TestBrowser browser, TestCompany company, byte[] content, string name = "carte.xlsx")
    {
        await browser.OpenAsync($"/{company.Slug}/processes/sheet");
        await browser.SendFileAsync(Upload, "Input.File", name, content);
    }

    private static async Task<string> CsvAsync(TestBrowser browser, TestCompany company, string rows)
    {
        var path = new Uri($"/{company.Slug}/processes/sheet.csv?rows={rows}", UriKind.Relative);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await browser.RawAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(Token);
    }
}
