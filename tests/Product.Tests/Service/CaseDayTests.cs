using Pupitre.Kernel.Commitments;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>Cases of which only the days are known, as most files of small companies tell them.</summary>
public sealed class CaseDayTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly DateOnly _monday = new(2026, 3, 2);

    [Fact]
    public async Task A_case_known_by_its_days_shows_no_hour_that_nobody_gave()
    {
        var company = await pupitre.HaveCompanyAsync();
        var commitment = await HaveQuestionAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards/{commitment}/cases");
        var list = browser.Text;
        await browser.OpenAsync(browser.Page.QuerySelector("tbody a")!.GetAttribute("href")!);

        list.ShouldContain("02/03/2026 03/03/2026");
        browser.Text.ShouldContain("Échéance : mardi 3 mars 2026.");
        browser.Text.ShouldContain("02/03/2026 – 03/03/2026 : temps décompté, au plus 15 h d’ouverture");
        (list + browser.Text).ShouldNotContain("23:59");
        (list + browser.Text).ShouldNotContain("00:00");
    }

    [Fact]
    public async Task The_export_gives_the_day_alone()
    {
        var company = await pupitre.HaveCompanyAsync();
        var commitment = await HaveQuestionAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/scorecards/{commitment}/cases/export.csv");
        using var answer = await browser.RawAsync(request);

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(";2026-03-02;2026-03-03;");
    }

    private Task<Guid> HaveQuestionAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        var builder = new ServiceBuilder(services);
        await builder.HandOverAsync(Tile.Accounting, "Cabinet Morel", ServiceBuilder.QuestionsTemplate);
        var questions = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
        var clock = questions.Versions[0].Rule.Clock!;
        await builder.ImportAsync(questions.Id, new SourceRules(SourceClass.Receipt, []),
        [
            ServiceBuilder.On("Q1", clock.Start.Alternatives[0].Parts[0].Values[0], _monday, 2),
            ServiceBuilder.On("Q1", clock.Stop.Alternatives[0].Parts[0].Values[0], _monday.AddDays(1), 3),
        ]);
        return questions.Id;
    });
}
