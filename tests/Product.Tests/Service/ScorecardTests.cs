using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Tables;
using Pupitre.ServiceLevels.Scorecards;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>Scorecards of contracts: the commitments of both sides, each with its months.</summary>
public sealed class ScorecardTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const int QuestionsAMonth = 24;
    private const int LateOnes = 6;

    private static readonly int[] _accounting = [6, 7, ServiceBuilder.QuestionsTemplate];

    [Fact]
    public async Task A_contract_leads_to_its_scorecard_and_so_does_the_list()
    {
        var (company, contract, _) = await HaveContractAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/contracts/{contract}");
        browser.Page.QuerySelector($"main a[href$='/scorecards/contracts/{contract}']").ShouldNotBeNull();
        await browser.OpenAsync($"/{company.Slug}/scorecards");
        browser.Page.QuerySelector($"main a[href$='/scorecards/contracts/{contract}']").ShouldNotBeNull();
        await browser.OpenAsync($"/{company.Slug}/scorecards/contracts/{contract}");

        browser.Status.ShouldBe(HttpStatusCode.OK);
        foreach (var name in new[] { "Pièces du mois déposées", "Situation mensuelle remise", "Réponse à une question" })
        {
            browser.Text.ShouldContain(name);
        }
    }

    [Fact]
    public async Task Enough_obligations_are_a_rate_with_its_base_and_a_trend_and_few_are_counts()
    {
        var (company, contract, questions) = await HaveContractAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards/contracts/{contract}");

        var card = browser.Page.QuerySelector($"#k-{questions:N}")!;
        var months = card.QuerySelectorAll("tbody tr")
            .Where(row => row.QuerySelectorAll("td") is [.., var last] && last.TextContent.Trim() == "24" && row.QuerySelector("svg.pu-signature") is not null).ToList();
        months.Count.ShouldBe(2);
        months.ShouldAllBe(month => month.TextContent.Contains("75\u202f%"));
        card.QuerySelector("figure.pu-plot details table").ShouldNotBeNull();
        var monthly = browser.Page.QuerySelectorAll("section.card").Single(section => section.TextContent.Contains("Situation mensuelle remise", StringComparison.Ordinal));
        monthly.QuerySelector("figure").ShouldBeNull();
        monthly.TextContent.ShouldContain("0 sur 1");
        browser.Text.ShouldContain("sans taux ni tendance");
    }

    [Fact]
    public async Task It_can_be_taken_home_with_a_row_for_each_commitment_and_month()
    {
        var (company, contract, _) = await HaveContractAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/scorecards/contracts/{contract}/export.csv"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(1 + (3 * 12));
    }

    [Fact]
    public async Task What_was_computed_is_kept_until_a_due_date_passes_and_no_longer()
    {
        var company = await pupitre.HaveCompanyAsync();
        pupitre.Clock.Now = Instant.FromUtc(2026, 1, 5, 9, 0);
        try
        {
            await pupitre.InsideAsync(company, async services =>
            {
                await new ServiceBuilder(services).HandOverAsync(Tile.Payroll, "Paie Conseil", ReadyCommitments.PayrollReturnAccepted);
                return true;
            });
            var before = await AtAsync(company, Instant.FromUtc(2026, 5, 13, 8, 0));
            var sameDay = await AtAsync(company, Instant.FromUtc(2026, 5, 13, 8, 1));
            var after = await AtAsync(company, Instant.FromUtc(2026, 6, 16, 8, 0));
            var back = await AtAsync(company, Instant.FromUtc(2026, 5, 13, 8, 0));

            sameDay.ShouldBeSameAs(before);
            after.ShouldNotBeSameAs(before);
            NoTrace(after).ShouldBe(NoTrace(before) + 2);
            NoTrace(back).ShouldBe(NoTrace(before));
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }

        static int NoTrace(IReadOnlyList<ContractScorecard> all) => all.SelectMany(contract => contract.Cards).Sum(card => card.Whole.NoTrace);
    }

    private Task<IReadOnlyList<ContractScorecard>> AtAsync(TestCompany company, Instant now)
    {
        pupitre.Clock.Now = now;
        return pupitre.InsideAsync(company, services => services.GetRequiredService<ReadScorecard>().AllAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_company_sees_nothing_of_it()
    {
        var (_, contract, _) = await HaveContractAsync();
        var stranger = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(stranger);

        (await browser.OpenAsync($"/{stranger.Slug}/scorecards/contracts/{contract}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var export = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{stranger.Slug}/scorecards/contracts/{contract}/export.csv"));
        export.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_contract_without_commitments_says_why_there_is_nothing()
    {
        var company = await pupitre.HaveCompanyAsync();
        var contract = await pupitre.InsideAsync(company, async services =>
        {
            await new ServiceBuilder(services).HandOverAsync(Tile.Accounting, "Cabinet Vide");
            return await services.GetRequiredService<Db>().Set<Contract>().Select(row => row.Id).SingleAsync();
        });
        using var browser = await pupitre.Browser("en").SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards/contracts/{contract}");

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldContain("No commitment in this contract");
    }

    /// <summary>Accounting handed over, with two months of 24 questions, a quarter of them answered late.</summary>
    private async Task<(TestCompany Company, Guid Contract, Guid Questions)> HaveContractAsync()
    {
        var company = await pupitre.HaveCompanyAsync();

        // Entered a year ago: what fell due before it was entered is asked of nobody, and would stand in no base.
        pupitre.Clock.Now = TestClock.Start - Duration.FromDays(365);
        var (contract, questions) = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Orvault", _accounting);
            var commitment = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            var clock = commitment.Versions[0].Rule.Clock!;
            var (asked, answered) = (clock.Start.Alternatives[0].Parts[0].Values[0], clock.Stop.Alternatives[0].Parts[0].Values[0]);
            await builder.ImportAsync(commitment.Id, new SourceRules(SourceClass.Receipt, []), [.. Questions(2, asked, answered), .. Questions(3, asked, answered)]);
            return (await services.GetRequiredService<Db>().Set<Contract>().Select(row => row.Id).SingleAsync(), commitment.Id);
        });
        pupitre.Clock.Now = TestClock.Start;
        return (company, contract, questions);
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
}
