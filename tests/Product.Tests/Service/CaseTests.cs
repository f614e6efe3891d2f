using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

public sealed class CaseTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly Instant _monday = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly SourceRules _rules = new(SourceClass.Receipt, [new SourceRule(EventPattern.Of("transition", "tel"), SourceClass.Provider)]);

    [Fact]
    public async Task Figures_are_those_counted_by_hand()
    {
        // One business day, same hour: Q1 answered by mail in time; Q2 by telephone in time; Q3 by mail two days late.
        var (company, commitment) = await HaveQuestionsAsync();

        var measured = await pupitre.InsideAsync(company, async services =>
        {
            var facts = await services.GetRequiredService<ReadCompanyFacts>().RunAsync(CancellationToken.None);
            return await services.GetRequiredService<MeasureCommitment>().RunAsync(facts.Find(commitment)!.Terms, CancellationToken.None);
        });

        var march = measured.ByMonth[MonthNumber.Of(new DateOnly(2026, 3, 1))];
        (march.Base, march.Proven, march.Kept, march.Late, march.Differing).ShouldBe((3, 1, 2, 1, 1));
    }

    [Fact]
    public async Task What_was_measured_is_kept_until_evidence_moves()
    {
        var (company, commitment) = await HaveQuestionsAsync();

        var (same, other) = await pupitre.InsideAsync(company, async services =>
        {
            var read = services.GetRequiredService<ReadCompanyFacts>();
            var measure = services.GetRequiredService<MeasureCommitment>();
            async Task<MeasuredCases> NowAsync() => await measure.RunAsync((await read.RunAsync(CancellationToken.None)).Find(commitment)!.Terms, CancellationToken.None);
            var first = await NowAsync();
            var again = await NowAsync();
            var builder = new ServiceBuilder(services);
            await builder.ImportAsync(commitment, _rules, [ServiceBuilder.Event("Q9", "Question reçue", _monday, 2)], "Autre");
            return (ReferenceEquals(first, again), (await NowAsync()).Cases.Count);
        });

        same.ShouldBeTrue();
        other.ShouldBe(4);
    }

    [Fact]
    public async Task The_list_filters_and_the_case_shows_who_attests_each_event()
    {
        var (company, commitment) = await HaveQuestionsAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards/{commitment}/cases?difference=yes");
        browser.Text.ShouldContain("1 cas sur 3");
        await browser.OpenAsync(browser.Page.QuerySelector("tbody a")!.GetAttribute("href")!);

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldContain("Déclaré par le prestataire");
        browser.Text.ShouldContain("questions.csv");
        browser.Page.QuerySelector("figure svg[role=img]").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_import_says_what_it_changed()
    {
        var (company, _) = await HaveQuestionsAsync();
        var import = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Import>().Select(row => row.Id).SingleAsync());
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/evidence/imports/{import}");

        browser.Text.ShouldContain("Ce que cet import a changé");
        browser.Text.ShouldContain("Réponse à une question : 3 cas en plus.");
    }

    [Fact]
    public async Task A_month_of_cases_is_drawn_in_the_grid_by_what_it_stands_on()
    {
        var (company, _) = await HaveQuestionsAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/due-dates");

        var rate = browser.Page.QuerySelectorAll("month-grid td .pu-grid-rate").ShouldHaveSingleItem();
        rate.TextContent.WithPlainSpaces().ShouldBe("1 à 2/3");
        rate.QuerySelectorAll("rect").Select(part => part.ClassName).ShouldBe(["pu-bar-proven", "pu-bar-part", "pu-bar-late"]);
    }

    [Fact]
    public async Task An_export_is_whole_and_runs_no_formula()
    {
        var (company, commitment) = await HaveQuestionsAsync("=1+1");
        using var browser = await pupitre.Browser().SignInAsync(company);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/scorecards/{commitment}/cases/export.csv");
        using var answer = await browser.RawAsync(request);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(4);
        text.ShouldContain("'=1+1");
    }

    [Fact]
    public async Task A_scorecard_opens_with_its_base()
    {
        var (company, commitment) = await HaveQuestionsAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards/{commitment}");

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldContain("1 sur 3 avec preuve, 2 sur 3 en comptant les déclarations");
    }

    private async Task<(TestCompany Company, Guid Commitment)> HaveQuestionsAsync(string firstName = "Q1")
    {
        var company = await pupitre.HaveCompanyAsync();
        var commitment = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Morel", ServiceBuilder.QuestionsTemplate);
            var questions = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            var clock = questions.Versions[0].Rule.Clock!;
            var (asked, answered) = (clock.Start.Alternatives[0].Parts[0].Values[0], clock.Stop.Alternatives[0].Parts[0].Values[0]);
            await builder.ImportAsync(questions.Id, _rules,
            [
                ServiceBuilder.Event(firstName, asked, _monday, 2),
                ServiceBuilder.Event("Q2", asked, _monday, 3),
                ServiceBuilder.Event("Q3", asked, _monday, 4),
                ServiceBuilder.Event(firstName, answered, _monday + Duration.FromHours(3), 5, "mail"),
                ServiceBuilder.Event("Q2", answered, _monday + Duration.FromHours(4), 6, "tel"),
                ServiceBuilder.Event("Q3", answered, _monday + Duration.FromHours(72), 7, "mail"),
            ]);
            return questions.Id;
        });
        return (company, commitment);
    }
}
