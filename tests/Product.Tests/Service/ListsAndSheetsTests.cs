using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>Lists say how each thing does and what comes next; a page says first what one opens it for.</summary>
public sealed class ListsAndSheetsTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const int OnTimeTemplate = 6;
    private const int LateTemplate = 7;

    [Theory]
    [InlineData("providers")]
    [InlineData("processes")]
    [InlineData("commitments")]
    public async Task A_list_says_how_each_is_kept(string list)
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/{list}");

        var row = browser.Page.QuerySelectorAll("main tbody tr").First(line => line.QuerySelector("svg.pu-signature") is not null);
        row.TextContent.WithPlainSpaces().ShouldMatch(@"\d+ [a-zéè]+ sur \d+");
    }

    [Fact]
    public async Task A_provider_of_the_list_has_its_next_notice_and_its_SIREN_in_one_piece()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser("en").SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/providers?sort=-notice");

        var row = browser.Page.QuerySelector("main tbody tr")!;
        row.QuerySelector("td[data-label='Next notice'] time").ShouldNotBeNull();
        row.QuerySelector("td[data-label='SIREN']")!.TextContent.Trim().ShouldBe("732\u00a0829\u00a0320");
        browser.Text.ShouldContain("Next notice: ");
    }

    [Fact]
    public async Task A_list_of_providers_without_contracts_claims_no_notice()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, async services => (await services.GetRequiredService<CreateProvider>().RunAsync(new ProviderInput { Name = "Cabinet Neuf" }, CancellationToken.None)).Id);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/providers");

        browser.Page.QuerySelector("td[data-label='Prochain préavis']")!.TextContent.Trim().ShouldBeEmpty();
        browser.Page.QuerySelector("main svg.pu-signature").ShouldBeNull();
    }

    [Fact]
    public async Task A_process_of_the_list_names_who_does_it_and_who_stands_in_only_when_somebody_does()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/processes");

        browser.Page.QuerySelector($"main tbody a[href$='/providers/{world.Provider}']")!.TextContent.ShouldBe("Cabinet Orvault");
        browser.Text.ShouldNotContain("Personne");
    }

    [Fact]
    public async Task Commitments_stand_by_contract_and_what_they_share_is_said_once()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/commitments");

        browser.Page.QuerySelectorAll("main h2 a").Select(link => link.GetAttribute("href")).ShouldBe([$"/{world.Company.Slug}/contracts/{world.Contract}"]);
        browser.Text.Split("objectifs internes").Length.ShouldBe(2);
        browser.Page.QuerySelectorAll("main tbody .pu-row-text").Length.ShouldBe(3);
    }

    [Fact]
    public async Task A_process_says_first_how_it_does_and_nothing_of_what_nobody_said()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/processes/{world.Process}");

        Order(browser, "scorecard", "about").ShouldBeTrue();
        browser.Text.ShouldContain("Pas encore précisé");
        browser.Text.ShouldNotContain("Non précisé");
    }

    [Fact]
    public async Task A_contract_says_first_what_was_agreed()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/contracts/{world.Contract}");

        Order(browser, "terms", "scorecard").ShouldBeTrue();
        Order(browser, "scorecard", "files").ShouldBeTrue();
        browser.Page.QuerySelector("#terms details ol li").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_commitment_shows_its_bar_its_due_dates_and_leads_to_its_scorecard()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/commitments/{world.Late}");

        browser.Page.QuerySelector("#scorecard svg.pu-signature").ShouldNotBeNull();
        browser.Page.QuerySelector($"#scorecard a[href$='/scorecards/{world.Late}']").ShouldNotBeNull();
        browser.Page.QuerySelectorAll($"#scorecard a[href*='/due-dates/{world.Late}/']").Length.ShouldBeGreaterThan(6);
    }

    [Fact]
    public async Task Whose_delay_is_asked_where_something_is_late_and_begins_with_the_answer_that_was_worked_out()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/due-dates/{world.OnTime}/2026-03");
        browser.Page.QuerySelector("[name='Input.Whose']").ShouldBeNull();
        await browser.OpenAsync($"/{world.Company.Slug}/due-dates/{world.Late}/2026-03");

        browser.Page.QuerySelector("[name='Input.Whose'] option[selected]")!.GetAttribute("value").ShouldBe(nameof(Imputation.Provider));
        browser.Page.QuerySelectorAll("#proofs ~ * thead th").Length.ShouldBe(4);
    }

    [Theory]
    [InlineData("fr", "tous les jours, à toute heure")]
    [InlineData("en", "every day, around the clock")]
    public async Task A_calendar_that_never_closes_says_so(string language, string said)
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser(language).SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/calendars");

        browser.Text.ShouldContain(said);
        browser.Text.ShouldNotContain("168");
    }

    [Fact]
    public async Task A_number_is_not_given_back_with_the_decimals_of_the_database()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);
        await browser.OpenAsync($"/{world.Company.Slug}/commitments/{world.Late}/edit");
        await browser.SendAsync("form:has([name='Input.Action'])", ("Input.TargetPercent", "95"));

        await browser.OpenAsync($"/{world.Company.Slug}/commitments/{world.Late}/edit");

        browser.Page.QuerySelector("[name='Input.TargetPercent']")!.GetAttribute("value").ShouldBe("95");
    }

    [Theory]
    [InlineData("fr", "« Rien ne viendra » : dit pour 20 échéances")]
    [InlineData("en", "“Nothing will come”: said of 20 due dates")]
    public void What_was_said_of_many_due_dates_is_a_sentence(string language, string said)
    {
        var words = pupitre.Services.GetRequiredService<HistoryWords>();
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo(language);
        try
        {
            words.Many("NothingExpected", 20)!.WithPlainSpaces().ShouldBe(said);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task Help_shows_the_marks_that_it_speaks_of()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/help");

        browser.Page.QuerySelectorAll("figure .pu-mark-row .pu-mark").Length.ShouldBe(12);
        browser.Page.QuerySelector("figure .pu-legend").ShouldNotBeNull();
        browser.Page.QuerySelector("figure svg.pu-signature").ShouldNotBeNull();
    }

    private static bool Order(TestBrowser browser, string first, string then) =>
        browser.Page.GetElementById(first)!.CompareDocumentPosition(browser.Page.GetElementById(then)!).HasFlag(DocumentPositions.Following);

    private async Task<World> HaveAsync()
    {
        var company = await pupitre.HaveCompanyAsync();

        // Entered a year ago: what fell due before it was entered stands in no base.
        pupitre.Clock.Now = TestClock.Start - Duration.FromDays(365);
        var world = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Orvault", OnTimeTemplate, LateTemplate, 8);
            var (onTime, late) = (await builder.CommitmentAsync(OnTimeTemplate), await builder.CommitmentAsync(LateTemplate));
            foreach (var (commitment, days) in new[] { (onTime.Id, 0), (late.Id, 30) })
            {
                foreach (var month in new[] { 3, 4, 5 })
                {
                    await builder.ProveAsync(commitment, $"2026-{month:00}", ProofMoment.Of(new LocalDate(2026, month + 1, 2).PlusDays(days).At(new LocalTime(9, 0)).InUtc().ToInstant()), SourceClass.Receipt);
                }
            }

            var db = services.GetRequiredService<Db>();
            var provider = await db.Set<Provider>().AsNoTracking().SingleAsync();
            var edit = services.GetRequiredService<EditProvider>();
            var input = await edit.PrepareAsync(provider.Id, CancellationToken.None);
            input.Siren = "732829320";
            await edit.RunAsync(input, CancellationToken.None);
            return new World(company, provider.Id, await db.Set<Contract>().Select(row => row.Id).SingleAsync(), late.ProcessId, onTime.Id, late.Id);
        });
        pupitre.Clock.Now = TestClock.Start;
        return world;
    }

    private sealed record World(TestCompany Company, Guid Provider, Guid Contract, Guid Process, Guid OnTime, Guid Late);
}
