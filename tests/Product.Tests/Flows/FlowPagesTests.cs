using System.Net;
using Pupitre.Flows.Map;
using Pupitre.Kernel.Commitments;
using Pupitre.Product.Tests.Service;

namespace Pupitre.Product.Tests.Flows;

public sealed class FlowPagesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task The_map_draws_what_was_counted_by_hand()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        await browser.OpenAsync(flow.Path("flows"));

        browser.Text.WithPlainSpaces().ShouldContain("Demande → Réponse, est celui de 2 cas sur 4, parmi 3 chemins.");
        browser.Text.ShouldContain("Sur 4 cas et 9 événements");
        browser.Text.ShouldContain("Peu de cas : 4 cas");
        // Asked four times and once more; answered three times; asked for a detail once.
        browser.Page.QuerySelectorAll("svg .pu-flow-box").Length.ShouldBe(3);
        Row(browser, "Demande", "Réponse").ShouldBe(["Demande", "Réponse", "3", "6 h", "8 h", "6 h"]);
        Row(browser, "Demande", "Précision demandée").ShouldBe(["Demande", "Précision demandée", "1", "2 h", "2 h", "2 h"]);
        Row(browser, "Précision demandée", "Demande").ShouldBe(["Précision demandée", "Demande", "1", "24 h", "24 h", "24 h"]);
    }

    [Fact]
    public async Task Filters_in_the_address_compose_and_are_said()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        await browser.OpenAsync(flow.Path("flows/cases?from=2026-03-03&activity=" + Uri.EscapeDataString(FlowCompany.Answered)));
        browser.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent).ShouldBe(["Q2", "Q3"]);
        browser.Text.ShouldContain("Sur 2 cas parmi 4");
        browser.Text.ShouldContain("commencés à partir du 03/03/2026 · passant par « Réponse »");

        await browser.OpenAsync(flow.Path($"flows/cases?from=2026-03-03&activity={FlowCompany.Answered}&maxdays=1"));
        browser.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent).ShouldBe(["Q2"]);

        await browser.OpenAsync(flow.Path($"flows/cases?first={Uri.EscapeDataString(FlowCompany.Detail)}&next={FlowCompany.Asked}"));
        browser.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent).ShouldBe(["Q3"]);

        await browser.OpenAsync(flow.Path("flows/cases?variant=1"));
        browser.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent).ShouldBe(["Q1", "Q2"]);

        await browser.OpenAsync(flow.Path("flows?mindays=300"));
        browser.Text.ShouldContain("Aucun cas ne répond à ce filtre");
    }

    [Fact]
    public async Task Rework_and_paths_are_those_counted_by_hand()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser("en").SignInAsync(flow.Company);

        await browser.OpenAsync(flow.Path("flows/rework"));
        browser.Text.ShouldContain("At least one step is repeated in 1 of 4 cases: 1 repeat in all, mostly “Demande”.");
        await browser.OpenAsync(flow.Path("flows/variants"));
        browser.Text.ShouldContain("3 paths for 4 cases. The first 3 are taken by 4 of 4 cases. 2 paths are taken only once.");
    }

    [Fact]
    public async Task A_case_shows_its_steps_its_waits_and_who_attests_them()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path("flows/cases?variant=3"));

        await browser.OpenAsync(browser.Page.QuerySelector("tbody th a")!.GetAttribute("href")!);

        browser.Text.ShouldContain("La plus longue attente précède « Demande » : 24 h.");
        browser.Text.ShouldContain("Déclaré par le prestataire");
        browser.Text.ShouldContain("Saisi par nous");
    }

    [Fact]
    public async Task A_case_of_one_step_has_a_page()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path("flows/cases"));

        await browser.OpenAsync(browser.Page.QuerySelectorAll("tbody th a").Single(link => link.TextContent == "Q4").GetAttribute("href")!);

        browser.Text.ShouldContain("Q4");
        browser.Text.ShouldNotContain("La plus longue attente");
    }

    [Fact]
    public async Task Few_drawings_are_laid_out_at_a_time()
    {
        using var layOut = new LayOutGraph(null!);
        var turns = new List<IDisposable>();
        for (var at = 0; at < LayOutGraph.MostAtOnce; at++)
        {
            turns.Add(await layOut.EnterAsync(TestContext.Current.CancellationToken));
        }

        var next = layOut.EnterAsync(TestContext.Current.CancellationToken);
        next.IsCompleted.ShouldBeFalse();
        turns[0].Dispose();
        (await next).Dispose();
    }

    [Fact]
    public async Task Two_sources_that_tell_of_one_case_make_one_path()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        var other = await pupitre.InsideAsync(flow.Company, async services =>
            (await new ServiceBuilder(services).ImportAsync(flow.Commitment, SourceRules.AllObserved, [FlowCompany.At("Q4", "Relance", 120, 2)], "Nos relances")).Id);

        await browser.OpenAsync(flow.Path($"flows/cases?source={flow.Source}&with={other}&activity=Relance"));

        browser.Text.ShouldContain("Demande → Relance");
    }

    [Fact]
    public async Task A_withdrawn_import_counts_no_more()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        await browser.OpenAsync(flow.Path("flows"));
        browser.Text.ShouldContain("Sur 4 cas");

        await browser.OpenAsync(flow.Path("evidence/imports"));
        await browser.OpenAsync(browser.Page.QuerySelector("tbody a[href*='/imports/']")!.GetAttribute("href")!);
        await browser.SendAsync("form[action$='withdrawal']");
        await browser.OpenAsync(flow.Path("flows"));

        browser.Text.ShouldContain("Aucun événement n’est encore importé");
    }

    [Fact]
    public async Task An_export_holds_the_whole_under_the_filter_of_the_page()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        var lines = await LinesAsync(browser, flow.Path("flows/passages.csv?activity=" + Uri.EscapeDataString(FlowCompany.Detail)));

        lines.Length.ShouldBe(4);
        lines[1].ShouldContain("Demande");
    }

    [Fact]
    public async Task Without_events_every_page_says_why_it_is_empty_and_what_to_do()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        foreach (var path in FlowPaths)
        {
            await browser.OpenAsync($"/{company.Slug}/{path}");
            browser.Status.ShouldBe(HttpStatusCode.OK);
            browser.Text.ShouldContain("Aucun événement n’est encore importé");
            browser.Page.QuerySelector($"main a[href='/{company.Slug}/evidence']").ShouldNotBeNull();
        }
    }

    private static readonly string[] FlowPaths = ["flows", "flows/variants", "flows/waiting", "flows/rework", "flows/handovers", "flows/drift", "flows/conformance", "flows/cases"];

    private static string[] Row(TestBrowser browser, string from, string to) => browser.Page.QuerySelectorAll("tbody tr")
        .Select(row => row.Children.Select(cell => cell.TextContent.Trim().WithPlainSpaces()).ToArray()).Single(cells => cells[0] == from && cells[1] == to);

    private static async Task<string[]> LinesAsync(TestBrowser browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await browser.RawAsync(request);
        return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
