using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Checks.AccountingFiles;
using Pupitre.Flows.Waits;
using Pupitre.Kernel.Commitments;
using Pupitre.Mining;
using Pupitre.Platform.Ui;
using Pupitre.Recognition.Tables;
using Pupitre.ServiceLevels.Grid;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>What cases of a log say and do not say: delays that are nobody's, dates that nobody knows, months that are not summed.</summary>
public sealed class IntervalCasesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly Instant _monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public async Task What_a_file_held_at_its_arrival_has_no_date()
    {
        var (company, commitment, measured) = await MeasureAsync((asked, answered) =>
        [
            ServiceBuilder.Event("Q1", asked, _monday, 2),
            ServiceBuilder.Event("Q1", answered, _monday + Duration.FromDays(20), 3, MatchInvoices.SeenInFile),
            ServiceBuilder.Event("Q2", asked, _monday, 4),
            ServiceBuilder.Event("Q2", answered, _monday + Duration.FromHours(2), 5, MatchInvoices.SeenInFile),
        ]);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards/{commitment}/cases/{measured.Cases.Single(item => item.Case == "Q1").CaseKey}");

        measured.Cases.Select(item => (item.Case, item.Standing)).ShouldBe([("Q1", Standing.Undated), ("Q2", Standing.KeptProven)], ignoreOrder: true);
        browser.Text.ShouldContain("Fait, date inconnue");
        browser.Text.ShouldNotContain("retard du prestataire");
    }

    [Fact]
    public async Task What_no_event_can_stop_is_nobodys_delay()
    {
        var (company, commitment, measured) = await MeasureAsync((asked, _) =>
        [
            ServiceBuilder.Event("Q1", asked, _monday, 2),
            ServiceBuilder.Event("Q2", asked, _monday, 3),
            ServiceBuilder.Event("Q2", "Relance 1", _monday + Duration.FromDays(30), 4),
        ]);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards/{commitment}/cases/{measured.Cases[0].CaseKey}");

        measured.Cases.ShouldAllBe(item => item.Standing.IsLate() && item.Delay == Imputation.Undetermined);
        browser.Text.ShouldNotContain("hors délai, retard du prestataire");
        browser.Text.ShouldContain("personne ne peut être désigné");
    }

    [Fact]
    public async Task Other_years_are_not_added_to_twelve_months()
    {
        var then = Instant.FromUtc(2011, 6, 6, 9, 0);
        var (company, commitment, _) = await MeasureAsync((asked, answered) => [ServiceBuilder.Event("Q1", asked, then, 2), ServiceBuilder.Event("Q1", answered, then + Duration.FromHours(1), 3)]);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards");
        browser.Text.ShouldContain("À part, sur ses propres mois");
        browser.Text.ShouldContain("juin 2011");
        browser.Text.ShouldNotContain("1 sur 1, dont 1 avec preuve. À part");
        await browser.OpenAsync($"/{company.Slug}/scorecards/{commitment}");
        browser.Text.ShouldContain("juillet 2010 à juin 2011");
    }

    [Fact]
    public void A_wait_is_on_whom_the_commitment_says()
    {
        var builder = new EventLogBuilder();
        var step = 0;
        void Add(string activity, string transition, int hour, string party) => builder.Add("I1", activity, _monday + Duration.FromHours(hour), transition, null, party, default);
        Add("Accepted", "In Progress", step, PartyNames.Provider);
        Add("Accepted", "Wait - User", ++step, PartyNames.Provider);
        Add("Accepted", "In Progress", step + 10, PartyNames.Provider);
        var log = builder.Build(TestContext.Current.CancellationToken);
        var pauses = new LogPauses([new PauseRule(EventPattern.Of("transition", "Wait - User"), null, Party.Company)]);

        var waiting = Waiting.Of(log.Whole, pauses.MarksOf(log), TestContext.Current.CancellationToken);

        waiting.Parties.Select(party => (Waiting.NameOf(log, party.Party), party.Durations.TotalSeconds)).ShouldBe([(PartyNames.Company, 36_000), (PartyNames.Provider, 3_600)]);
    }

    [Fact]
    public void The_legend_names_every_drawing() => Enum.GetValues<Mark>().Except(GridWords.Legend.Select(item => item.Mark)).ShouldBeEmpty();

    private async Task<(TestCompany Company, Guid Commitment, MeasuredCases Measured)> MeasureAsync(Func<string, string, IEnumerable<IncomingEvent>> events)
    {
        var company = await pupitre.HaveCompanyAsync();
        var (commitment, measured) = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Morel", ServiceBuilder.QuestionsTemplate);
            var questions = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            var clock = questions.Versions[0].Rule.Clock!;
            await builder.ImportAsync(questions.Id, SourceRules.AllObserved, events(clock.Start.Alternatives[0].Parts[0].Values[0], clock.Stop.Alternatives[0].Parts[0].Values[0]));
            var facts = await services.GetRequiredService<ReadCompanyFacts>().RunAsync(CancellationToken.None);
            return (questions.Id, await services.GetRequiredService<MeasureCommitment>().RunAsync(facts.Find(questions.Id)!.Terms, CancellationToken.None));
        });
        return (company, commitment, measured);
    }
}
