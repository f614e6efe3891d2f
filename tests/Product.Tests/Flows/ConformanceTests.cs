using System.Net;
using System.Text;

namespace Pupitre.Product.Tests.Flows;

/// <summary>
/// Q1 and Q2 follow the target "asked, answered". Q3 adds a demand for a detail and a second question: two deviations. Q4 is asked with the
/// last event of the log: it is under way. Once Q5 was asked and answered two months later, Q4 was never answered: one deviation more. Lengths
/// with the shortest run of two steps: fitness 1, 1, 1 - 2/6, 1 - 1/3, 1.
/// </summary>
public sealed class ConformanceTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task Deviations_are_those_counted_by_hand_and_lead_down_to_the_cases()
    {
        using var browser = await AttachedAsync(TargetTests.Model, later: true);

        browser.Text.WithPlainSpaces().ShouldContain("3 cas sur 5 suivent la cible d’un bout à l’autre. Il y a 3 écarts");
        browser.Text.ShouldContain("0,867 (1 : chaque cas suit la cible");
        Rows(browser, "Écarts par étape").ShouldBe(
        [
            ["Demande", "étape ajoutée", "1", "1", "1 sur 5"],
            ["Précision demandée", "étape ajoutée", "1", "1", "1 sur 5"],
            ["Réponse", "étape sautée", "1", "1", "1 sur 5"],
        ]);

        await browser.OpenAsync(browser.Page.QuerySelectorAll("tbody th a").Single(link => link.TextContent == "Réponse").GetAttribute("href")!);
        browser.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent).ShouldBe(["Q4"]);
        browser.Text.ShouldContain("Demande → [sautée : Réponse]");
    }

    [Fact]
    public async Task What_an_open_case_has_yet_to_do_is_no_deviation()
    {
        using var browser = await AttachedAsync(TargetTests.Model);

        browser.Text.WithPlainSpaces().ShouldContain("2 cas terminés sur 3 suivent la cible d’un bout à l’autre. 1 cas est en cours : ce qui reste à faire n’est pas un écart.");
        Rows(browser, "Écarts par étape").ShouldBe([["Demande", "étape ajoutée", "1", "1", "1 sur 4"], ["Précision demandée", "étape ajoutée", "1", "1", "1 sur 4"]]);
        browser.Page.QuerySelector("bpmn-view")!.GetAttribute("data-marks")!.ShouldNotContain("skipped");
    }

    [Fact]
    public async Task The_drawing_carries_the_deviations_for_the_viewer()
    {
        using var browser = await AttachedAsync(TargetTests.Model, later: true);

        var view = browser.Page.QuerySelector("bpmn-view")!;

        view.GetAttribute("data-model")!.ShouldEndWith("/targets/1/file");
        view.GetAttribute("data-marks")!.ShouldContain("\"element\":\"answer\",\"kind\":\"skipped\",\"text\":\"\\u2212 1\"");
        browser.Page.QuerySelectorAll("script[src]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_filter_narrows_what_is_compared()
    {
        using var browser = await AttachedAsync(TargetTests.Model);

        await browser.OpenAsync(browser.Path + "&activity=" + FlowCompany.Answered);

        browser.Text.WithPlainSpaces().ShouldContain("2 cas sur 3 suivent la cible");
        browser.Text.ShouldContain("Filtre : passant par « Réponse »");
    }

    [Fact]
    public async Task Without_a_target_the_page_says_where_to_attach_one()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        await browser.OpenAsync(flow.Path("flows/conformance"));

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Page.QuerySelector($"main a[href='{flow.Path($"processes/{flow.Process}")}#target']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Waits_are_put_down_to_whoever_acts_next()
    {
        // By hand: 4 + 8 + 6 h before answers and 2 h before the detail are waited on the provider, 24 h before the second question on us.
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        await browser.OpenAsync(flow.Path("flows/waiting"));

        browser.Text.ShouldContain("agisse : nous (54,5 %), le prestataire (45,5 %)");
        Rows(browser, "Qui fait attendre").ShouldBe([["nous", "54,5 %", "1", "24 h", "24 h"], ["le prestataire", "45,5 %", "4", "5 h", "7 h"]]);
        await browser.OpenAsync(flow.Path("flows/handovers"));
        browser.Text.ShouldContain("Le travail change de mains 5 fois");
    }

    [Fact]
    public async Task One_month_alone_has_nothing_to_be_compared_with()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        await browser.OpenAsync(flow.Path("flows/drift"));

        browser.Text.ShouldContain("Les cas ont tous commencé le même mois");
    }

    private async Task<TestBrowser> AttachedAsync(string model, bool later = false)
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        if (later)
        {
            await flow.TellLaterAsync(pupitre);
        }

        var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path($"processes/{flow.Process}"));
        await browser.DropAsync("file-drop form", [("demande.bpmn", Encoding.UTF8.GetBytes(model))]);
        return await browser.OpenAsync(browser.Page.QuerySelector("main a[href*='flows/conformance']")!.GetAttribute("href")!);
    }

    private static string[][] Rows(TestBrowser browser, string caption) =>
    [
        .. browser.Page.QuerySelectorAll("table").Single(table => table.QuerySelector("caption")?.TextContent == caption).QuerySelectorAll("tbody tr")
            .Select(row => row.Children.Select(cell => cell.TextContent.Trim().WithPlainSpaces()).ToArray()),
    ];
}
