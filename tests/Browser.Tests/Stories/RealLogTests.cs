using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pupitre.Mining.Tests;
using Pupitre.Start.FirstRun;

namespace Pupitre.Browser.Tests.Stories;

/// <summary>
/// Whoever has a ticketing tool drops its log. In this public one (BPI Challenge 2013) the provider's own people stop their clock with
/// "Wait - User": the rates without that word alone are not the same.
/// </summary>
public sealed class RealLogTests(Chromium chromium, RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const float PatienceMs = 90_000;

    [Fact]
    public async Task A_log_dropped_in_the_wizard_becomes_a_scorecard_and_cases_drawn_to_scale()
    {
        var log = Corpus.Log("bpic2013-incidents.xes.gz");
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, HandOverAsync);
        await using var visitor = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit());
        await visitor.SignInAsync(company);

        await CommitAsync(visitor.Page, company);
        await ImportAsync(visitor, company, log);
        var scorecard = await ReadScorecardAsync(visitor, company);
        await OpenACaseAsync(visitor, scorecard);
    }

    private static async Task<bool> HandOverAsync(IServiceProvider services)
    {
        var tile = new TileInput { Tile = Tile.Administration, HandedOver = true, ProviderName = "Support Brévin", ProviderEmail = "support@brevin.example" };
        await services.GetRequiredService<SetUpOutsourcing>().RunAsync(new FirstRunInput { Tiles = [tile] }, TestContext.Current.CancellationToken);
        return true;
    }

    private static async Task CommitAsync(IPage page, TestCompany company)
    {
        await page.GotoAsync($"/{company.Slug}/commitments/own?kind=clock");
        await page.Locator("[name='Input.Name']").FillAsync("Résolution d'un incident");
        await page.Locator("[name='Input.Action']").FillAsync("résout l'incident");
        await page.Locator("[name='Input.Start']").FillAsync("Accepted");
        await page.Locator("[name='Input.Stop']").FillAsync("Completed");
        await page.Locator("[name='Input.PauseFrom']").FillAsync("transition=Wait - User");
        await page.Locator("[name='Input.Target']").SelectOptionAsync("OpeningHours");
        await page.Locator("[name='Input.TargetCount']").FillAsync("16");
        await page.Locator("[name='Input.EffectiveFrom']").FillAsync("2010-01-01");
        await page.Locator("[name='Input.UnitOne']").FillAsync("incident");
        await page.Locator("[name='Input.UnitMany']").FillAsync("incidents");
        await page.Locator("[name='Input.CalendarId']").SelectOptionAsync(new SelectOptionValue { Label = "Horaires de l’entreprise" });
        foreach (var field in new[] { "ProcessId", "ProviderId" })
        {
            await page.Locator($"[name='Input.{field}']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }

        await page.Locator("main form:has([name='Input.Start']) button.btn-primary[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/commitments/", StringComparison.Ordinal) && !url.Contains("/own", StringComparison.Ordinal));
    }

    private static async Task ImportAsync(Visitor visitor, TestCompany company, string log)
    {
        var page = visitor.Page;
        await page.GotoAsync($"/{company.Slug}/evidence");
        await page.Locator("#evidence-files").SetInputFilesAsync(log);
        await page.Locator("file-drop button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/evidence?", StringComparison.Ordinal) || url.Contains("/evidence/tables/", StringComparison.Ordinal), new() { Timeout = PatienceMs });
        if (!page.Url.Contains("/evidence/tables/", StringComparison.Ordinal))
        {
            await page.Locator("main a[href*='/evidence/tables/']").First.ClickAsync();
        }

        await visitor.OpenFoldsAsync();
        await page.Locator("[name='Input.AttestedBy']").SelectOptionAsync("Observed");
        await page.Locator("[name='Input.Rules[0].Column']").FillAsync("transition");
        await page.Locator("[name='Input.Rules[0].Values']").FillAsync("Wait - User");
        await page.Locator("[name='Input.Rules[0].AttestedBy']").SelectOptionAsync("Provider");
        await page.Locator("[name='Input.SourceName']").FillAsync("Outil du support");
        await page.Locator("[name='Input.Commitments[0]']").SelectOptionAsync(new SelectOptionValue { Label = "Résolution d'un incident" });
        await page.Locator("button[name=act][value=import]").ClickAsync();
        await page.WaitForURLAsync("**/evidence/imports/*", new() { Timeout = PatienceMs });
        await page.Locator("main").GetByText(new Regex(@"7\s554", RegexOptions.None, TimeSpan.FromSeconds(10))).First.WaitForAsync(new() { Timeout = PatienceMs });
    }

    private static async Task<string> ReadScorecardAsync(Visitor visitor, TestCompany company)
    {
        await visitor.OpenAsync($"/{company.Slug}/scorecards");
        await visitor.FollowAsync(visitor.Page.Locator("main a:has-text(\"Résolution d'un incident\")").First);
        var text = await visitor.Page.Locator("main").InnerTextAsync();
        text.ShouldContain("avec preuve");
        await GuidePictures.TakeAsync(visitor, "8-suivi-d-un-journal");
        await visitor.FindNoBarrierAsync();
        return visitor.Page.Url;
    }

    private static async Task OpenACaseAsync(Visitor visitor, string scorecard)
    {
        await visitor.OpenAsync(new Uri(scorecard).AbsolutePath + "/cases?difference=yes");
        await visitor.Page.Locator("main tbody a").First.ClickAsync();
        await visitor.Page.Locator("main svg").First.WaitForAsync();
        await GuidePictures.TakeAsync(visitor, "9-un-cas");
        await visitor.FindNoBarrierAsync();
    }
}
