using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Recognition.Tables;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>The pages of a provider, a process and a contract show how they do; the lists are ordered and filtered by their addresses.</summary>
public sealed class HowKeptTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const int QuestionsAMonth = 24;
    private const int LateOnes = 6;

    [Theory]
    [InlineData("providers")]
    [InlineData("contracts")]
    [InlineData("processes")]
    public async Task A_page_shows_how_both_sides_do_and_leads_to_each_scorecard(string page)
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync(world.PageOf(page));

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldContain("Tenue des engagements");
        browser.Text.ShouldMatch(@"Cabinet Orvault, échéances\s:\s(\d+\srenseignées\ssur\s\d+,\s)?à\sl’heure\s\d+\ssur\s\d+,\sdont\s\d+\savec\spreuve");
        browser.Page.QuerySelectorAll("main svg.pu-signature").Length.ShouldBeGreaterThanOrEqualTo(2);
        browser.Page.QuerySelector($"main a[href$='/scorecards/{world.Questions}']").ShouldNotBeNull();
        browser.Page.QuerySelector("main figure.pu-plot figcaption")!.TextContent.ShouldContain("à l’heure");
        browser.Page.QuerySelector("main figure.pu-plot details table").ShouldNotBeNull();

        // Two due dates a month are counted: a rate of so few says nothing, and the questions are no sum with them.
        browser.Page.QuerySelectorAll("main figure.pu-plot text").Select(text => text.TextContent.Trim()).ShouldNotContain(text => text.EndsWith('%'));
        browser.Page.QuerySelectorAll("#open tbody a[href*='/due-dates/']").Length.ShouldBeInRange(1, 6);
    }

    [Theory]
    [InlineData("providers")]
    [InlineData("contracts")]
    [InlineData("processes")]
    public async Task The_sentences_wait_behind_one_title(string page)
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser("en").SignInAsync(world.Company);

        await browser.OpenAsync(world.PageOf(page));

        var fold = browser.Page.QuerySelectorAll("main details.pu-disclosure").Single(details => details.QuerySelector("summary")!.TextContent.Contains("in sentences", StringComparison.Ordinal));
        fold.HasAttribute("open").ShouldBeFalse();
        fold.QuerySelectorAll("tbody tr").Length.ShouldBe(4);
        fold.TextContent.ShouldContain("at the latest");
    }

    [Fact]
    public async Task Few_obligations_are_drawn_as_counts()
    {
        var world = await HaveAsync(withQuestions: false);
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync(world.PageOf("providers"));

        browser.Page.QuerySelector("main figure.pu-plot figcaption")!.TextContent.ShouldMatch(@"^Cabinet Orvault, à l’heure\s: \d+ sur \d+ en ");
        browser.Page.QuerySelectorAll("main figure.pu-plot li").Select(item => item.TextContent.Trim()).ShouldBe(["À l’heure", "Hors délai", "Sans trace"]);
    }

    [Fact]
    public async Task A_provider_without_commitments_claims_nothing()
    {
        var company = await pupitre.HaveCompanyAsync();
        var provider = await pupitre.InsideAsync(company, async services => (await services.GetRequiredService<CreateProvider>().RunAsync(new ProviderInput { Name = "Cabinet Neuf" }, CancellationToken.None)).Id);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/providers/{provider}");

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldNotContain("Tenue des engagements");
    }

    [Theory]
    [InlineData("who=Company", "Pièces du mois déposées", "Situation mensuelle remise")]
    [InlineData("who=Provider", "Situation mensuelle remise", "Pièces du mois déposées")]
    public async Task The_scorecards_are_those_of_who_is_asked_for(string query, string shown, string hidden)
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/scorecards?{query}");

        browser.Page.QuerySelector("main table")!.TextContent.ShouldContain(shown);
        browser.Page.QuerySelector("main table")!.TextContent.ShouldNotContain(hidden);
        browser.Page.QuerySelector("filter-form select[name='who'] option[selected]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_filter_that_nothing_answers_says_so()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser("en").SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/scorecards?provider={Guid.CreateVersion7()}");

        browser.Text.ShouldContain("No commitment matches this filter");
    }

    [Theory]
    [InlineData("commitments", "name")]
    [InlineData("scorecards", "name")]
    [InlineData("deliverables", "document")]
    public async Task A_list_is_ordered_by_a_column_and_back(string list, string key)
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/{list}?sort={key}");
        var up = Names(browser);
        browser.Page.QuerySelector("th[aria-sort='ascending'] a").ShouldNotBeNull();
        browser.Page.QuerySelector("filter-form input[type='hidden'][name='sort']")!.GetAttribute("value").ShouldBe(key);
        await browser.OpenAsync($"/{world.Company.Slug}/{list}?sort=-{key}");

        up.Length.ShouldBeGreaterThan(1);
        Names(browser).ShouldBe(up.Reverse());
    }

    [Fact]
    public async Task A_provider_that_is_archived_is_not_offered_among_the_documents()
    {
        var world = await HaveAsync();
        var old = await pupitre.InsideAsync(world.Company, async services =>
        {
            var provider = await services.GetRequiredService<CreateProvider>().RunAsync(new ProviderInput { Name = "Cabinet Ancien" }, CancellationToken.None);
            await services.GetRequiredService<ArchiveProvider>().RunAsync(provider.Id, CancellationToken.None);
            return provider.Id;
        });
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync($"/{world.Company.Slug}/deliverables");

        browser.Page.QuerySelector($"select[name='provider'] option[value='{world.Provider}']").ShouldNotBeNull();
        browser.Page.QuerySelector($"select[name='provider'] option[value='{old}']").ShouldBeNull();
    }

    [Fact]
    public async Task A_contract_is_called_by_its_kind()
    {
        var world = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(world.Company);

        await browser.OpenAsync(world.PageOf("contracts"));

        browser.Page.QuerySelector("h1")!.TextContent.ShouldBe("Lettre de mission – Cabinet Orvault");
    }

    private static string[] Names(TestBrowser browser) => [.. browser.Page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim())];

    private async Task<World> HaveAsync(bool withQuestions = true)
    {
        var company = await pupitre.HaveCompanyAsync();

        // Entered a year ago: what fell due before it was entered stands in no base.
        pupitre.Clock.Now = TestClock.Start - Duration.FromDays(365);
        var world = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Orvault", 6, 7, 8, ServiceBuilder.QuestionsTemplate);
            var commitment = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            var clock = commitment.Versions[0].Rule.Clock!;
            var (asked, answered) = (clock.Start.Alternatives[0].Parts[0].Values[0], clock.Stop.Alternatives[0].Parts[0].Values[0]);
            if (withQuestions)
            {
                await builder.ImportAsync(commitment.Id, new SourceRules(SourceClass.Receipt, []), [.. Questions(9, asked, answered), .. Questions(10, asked, answered)]);
            }

            foreach (var (template, late) in new[] { (6, 0), (7, 12) })
            {
                var other = await builder.CommitmentAsync(template);
                foreach (var month in new[] { 3, 4, 5 })
                {
                    await builder.ProveAsync(other.Id, $"2026-{month:00}", ProofMoment.Of(new LocalDate(2026, month + 1, 2).PlusDays(late).At(new LocalTime(9, 0)).InUtc().ToInstant()), SourceClass.Receipt);
                }
            }

            var db = services.GetRequiredService<Db>();
            return new World(company, await db.Set<Provider>().Select(row => row.Id).SingleAsync(), await db.Set<Contract>().Select(row => row.Id).SingleAsync(), commitment.ProcessId, commitment.Id);
        });
        pupitre.Clock.Now = TestClock.Start;
        return world;
    }

    // Asked on a Tuesday at 9:00; answered an hour later, or the week after.
    private static IEnumerable<IncomingEvent> Questions(int month, string asking, string answering)
    {
        var asked = new LocalDate(2026, month, 1).Next(IsoDayOfWeek.Tuesday).At(new LocalTime(9, 0)).InUtc().ToInstant();
        for (var i = 0; i < QuestionsAMonth; i++)
        {
            yield return ServiceBuilder.Event($"Q{month}-{i}", asking, asked, (2 * i) + 2);
            yield return ServiceBuilder.Event($"Q{month}-{i}", answering, asked + (i < LateOnes ? Duration.FromDays(7) : Duration.FromHours(1)), (2 * i) + 3);
        }
    }

    private sealed record World(TestCompany Company, Guid Provider, Guid Contract, Guid Process, Guid Questions)
    {
        public string PageOf(string page) => $"/{Company.Slug}/{page}/" + page switch { "providers" => Provider, "contracts" => Contract, _ => Process };
    }
}
