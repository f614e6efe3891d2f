using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Pupitre.Mining.Tests;

namespace Pupitre.Browser.Tests.Stories;

/// <summary>
/// Whoever has a ticketing tool sees how the work really flows: a public log (BPI Challenge 2013) dropped and imported, then every question
/// that its flows answer. The figures are those that other programs find for this log.
/// </summary>
public sealed partial class RealFlowTests(Chromium chromium, RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const float PatienceMs = 90_000;
    private const string Source = "Outil du support";

    [Fact]
    public async Task Every_question_about_a_real_log_is_answered_with_the_figures_known_of_it()
    {
        var log = Corpus.Log("bpic2013-incidents.xes.gz");
        var company = await pupitre.HaveCompanyAsync();
        await using var visitor = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit());
        await visitor.SignInAsync(company);
        await ImportAsync(visitor, company, log);

        await ReadMapAsync(visitor, company);
        await ReadPathsAsync(visitor, company);
        await ReadOthersAsync(visitor, company);
        await SayWhoDoesAsync(visitor, company);
        await CompareWithWhatIsSeenAsync(visitor, company);
        await using var reader = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit("en"));
        await reader.SignInAsync(company);
        await ReadInEnglishAsync(reader, company);
    }

    private static async Task ImportAsync(Visitor visitor, TestCompany company, string log)
    {
        var page = visitor.Page;
        await visitor.OpenAsync($"/{company.Slug}/evidence");
        await page.Locator("#evidence-files").SetInputFilesAsync(log);
        await page.Locator("file-drop button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/evidence?", StringComparison.Ordinal) || url.Contains("/evidence/tables/", StringComparison.Ordinal), new() { Timeout = PatienceMs });
        if (!page.Url.Contains("/evidence/tables/", StringComparison.Ordinal))
        {
            await page.Locator("main a[href*='/evidence/tables/']").First.ClickAsync();
        }

        await visitor.OpenFoldsAsync();
        await page.Locator("[name='Input.AttestedBy']").SelectOptionAsync("Provider");
        await page.Locator("[name='Input.SourceName']").FillAsync(Source);
        await page.Locator("button[name=act][value=import]").ClickAsync();
        await page.WaitForURLAsync("**/evidence/imports/*", new() { Timeout = PatienceMs });
        await page.Locator("main").GetByText(new Regex(@"7\s554", RegexOptions.None, TimeSpan.FromSeconds(10))).First.WaitForAsync(new() { Timeout = PatienceMs });
    }

    private static async Task ReadMapAsync(Visitor visitor, TestCompany company)
    {
        var text = await OpenAsync(visitor, company, "");
        text.ShouldContain("Sur 7 554 cas et 65 533 événements");
        text.ShouldContain("parmi 1 511 chemins");
        (await visitor.Page.Locator("main svg .pu-flow-box").CountAsync()).ShouldBe(4);
        await visitor.Page.Locator("main details.pu-figures summary").ClickAsync();
        var rows = visitor.Page.Locator("main details.pu-figures tbody tr");
        (await rows.CountAsync()).ShouldBe(11);
        (await rows.Locator("td:nth-of-type(2)").AllInnerTextsAsync()).Sum(Number).ShouldBe(57_979);
        Plain(await rows.First.InnerTextAsync()).ShouldStartWith("Accepted Accepted");
        await GuidePictures.TakeAsync(visitor, "15-carte-du-flux", fullPage: true);
        await visitor.FindNoBarrierAsync();
    }

    private static async Task ReadPathsAsync(Visitor visitor, TestCompany company)
    {
        (await OpenAsync(visitor, company, "/variants")).ShouldContain("1 511 chemins pour 7 554 cas");
        await visitor.FindNoBarrierAsync();
        var cases = await OpenAsync(visitor, company, "/cases?variant=1");
        cases.ShouldContain("Sur");
        await visitor.FindNoBarrierAsync();
        await visitor.FollowAsync(visitor.Page.Locator("main tbody th a").First);
        (await visitor.Page.Locator("main tbody tr").CountAsync()).ShouldBeGreaterThan(1);
        await visitor.FindNoBarrierAsync();
    }

    private static async Task ReadOthersAsync(Visitor visitor, TestCompany company)
    {
        // 7,539 of 7,554 cases do a step again, 45,919 times in all.
        var rework = await OpenAsync(visitor, company, "/rework");
        rework.ShouldContain("99,8 % des cas");
        rework.ShouldContain("45 919");
        await visitor.FindNoBarrierAsync();

        // Cycles are planned dates: this company has agreed on none.
        (await OpenAsync(visitor, company, "/cycles")).ShouldContain("Aucun processus n’a d’échéance mensuelle");
        await visitor.FindNoBarrierAsync();
        foreach (var page in (string[])["/waiting", "/handovers", "/handovers?between=people", "/drift", "/conformance", "/draft"])
        {
            (await OpenAsync(visitor, company, page)).ShouldContain("Sur 7 554 cas et 65 533 événements", customMessage: page);
            await visitor.FindNoBarrierAsync();
            await visitor.FindNoSidewaysScrollAsync();
        }
    }

    private static async Task SayWhoDoesAsync(Visitor visitor, TestCompany company)
    {
        (await OpenAsync(visitor, company, "/waiting")).ShouldContain("le prestataire (100,0 %)");
        await visitor.FollowAsync(visitor.Page.Locator("main a[href*='/flows/sources/']"));
        await GuidePictures.TakeAsync(visitor, "16-qui-fait-chaque-etape");
        await visitor.Page.GetByLabel("Qui fait « Completed »").SelectOptionAsync("Company");
        await visitor.FindNoBarrierAsync();
        await visitor.Page.Locator("main form button.btn-primary").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/flows/waiting*");
        Plain(await visitor.Page.Locator("main").InnerTextAsync()).ShouldContain("nous (indiqué par vous)");
        await GuidePictures.TakeAsync(visitor, "17-a-qui-est-l-attente", fullPage: true);
        await visitor.FindNoBarrierAsync();
    }

    // What is seen becomes the target of a process, and what is rare departs from it.
    private static async Task CompareWithWhatIsSeenAsync(Visitor visitor, TestCompany company)
    {
        var page = visitor.Page;
        await visitor.OpenAsync($"/{company.Slug}/processes/new");
        await page.Locator("[name='Input.Name']").FillAsync("Support informatique");
        await page.Locator("main form button.btn-primary").ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));
        await OpenAsync(visitor, company, "/draft");
        await page.Locator("main form[method=post] button.btn-primary").ClickAsync();
        await page.WaitForURLAsync("**/processes/*");
        await visitor.FindNoBarrierAsync();
        var text = await OpenAsync(visitor, company, "/conformance");
        text.ShouldContain("suivent la cible d’un bout à l’autre");
        text.ShouldContain("Sur 7 554 cas et 65 533 événements");
        await page.Locator("main bpmn-view svg").First.WaitForAsync();
        await GuidePictures.TakeAsync(visitor, "18-ecarts-a-la-cible", fullPage: true);
        await visitor.FindNoBarrierAsync();
    }

    private static async Task ReadInEnglishAsync(Visitor reader, TestCompany company)
    {
        (await OpenAsync(reader, company, "")).ShouldContain("7,554 cases and 65,533 events");
        (await OpenAsync(reader, company, "/variants")).ShouldContain("1,511 paths for 7,554 cases");
        (await OpenAsync(reader, company, "/rework")).ShouldContain("45,919 repeats");
        foreach (var page in (string[])["", "/waiting", "/handovers", "/drift", "/cycles", "/conformance", "/draft"])
        {
            await OpenAsync(reader, company, page);
            await reader.FindNoBarrierAsync();
        }
    }

    private static async Task<string> OpenAsync(Visitor visitor, TestCompany company, string page)
    {
        await visitor.OpenAsync($"/{company.Slug}/flows{page}");
        return Plain(await visitor.Page.Locator("main").InnerTextAsync());
    }

    private static int Number(string cell) => int.Parse(Digits().Replace(cell, ""), System.Globalization.CultureInfo.InvariantCulture);

    // Spaces of all kinds as one, and the apostrophe of type as itself.
    private static string Plain(string text) => Spaces().Replace(text, " ").Replace('\'', '’');

    [GeneratedRegex(@"\D", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Spaces();
}
