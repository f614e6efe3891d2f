using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Tables;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>
/// How likely an open case is to be late, where the past tells: on the list, on its page, today, and with what it stands on.
/// </summary>
public sealed class ForecastTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly LocalDate _first = new(2026, 3, 2);
    private static readonly LocalDate _last = new(2026, 11, 20);

    [Fact]
    public async Task While_its_record_holds_it_is_shown_with_what_it_stands_on()
    {
        var (company, commitment) = await HaveAsync(isSteady: true);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards/{commitment}/cases?sort=-risk");

        browser.Text.ShouldContain("La prévision s’affiche");
        var first = browser.Page.QuerySelector("main tbody tr")!;
        first.QuerySelector("th")!.TextContent.ShouldContain("Vient d’arriver");
        first.TextContent.WithPlainSpaces().ShouldMatch("5[0-9] % \\(sur [0-9]+ cas\\)");
        await browser.OpenAsync(first.QuerySelector("a")!.GetAttribute("href")!);
        browser.Text.WithPlainSpaces().ShouldContain("de risque de finir hors délai, d’après");
        (await browser.OpenAsync($"/{company.Slug}/scorecards/{commitment}/forecast")).Text.ShouldContain("Score de Brier");
    }

    [Fact]
    public async Task Where_what_it_would_have_said_did_not_happen_nothing_is_said()
    {
        var (company, commitment) = await HaveAsync(isSteady: false);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/scorecards/{commitment}/cases");

        browser.Text.ShouldContain("Trop irrégulier pour prévoir");
        browser.Page.QuerySelectorAll("main th a[href*='sort=risk'], main th a[href*='sort=-risk']").Length.ShouldBe(0);
    }

    private async Task<(TestCompany Company, Guid Commitment)> HaveAsync(bool isSteady)
    {
        var company = await pupitre.HaveCompanyAsync();
        return await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Morel", ServiceBuilder.QuestionsTemplate);
            var questions = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            await builder.ImportAsync(
                questions.Id, new SourceRules(SourceClass.Receipt, []), Questions(questions.Versions[0].Rule.Clock!, isSteady));
            return (company, questions.Id);
        });
    }

    // Six a working day, at 8 h: every other one is answered five days later, the rest after eight hours. Where it is not
    // steady, the last three months answer nearly all of them in time: what the year says of them is wrong.
    private static IEnumerable<IncomingEvent> Questions(ClockRule clock, bool isSteady)
    {
        var (asking, answering) = (clock.Start.Alternatives[0].Parts[0].Values[0], clock.Stop.Alternatives[0].Parts[0].Values[0]);
        var line = 2;
        for (var day = _first; day < _last; day = day.PlusDays(1))
        {
            foreach (var one in Enumerable.Range(0, 6).Where(_ => day.DayOfWeek < IsoDayOfWeek.Saturday))
            {
                var asked = day.At(new LocalTime(8, 0)).InUtc().ToInstant();
                var isSlow = isSteady || day < _last.PlusMonths(-3) ? (day.DayOfYear + one) % 2 == 0 : day.Day % 10 == 0;
                var took = isSlow ? Duration.FromDays(5) : Duration.FromHours(8);
                yield return ServiceBuilder.Event($"Q{line}", asking, asked, line);
                yield return ServiceBuilder.Event($"Q{line}", answering, asked + took, line + 1, "mail");
                line += 2;
            }
        }

        // Late already, of which nothing is left to foresee; and one of this morning.
        yield return ServiceBuilder.Event("Attend", asking, _last.At(new LocalTime(9, 0)).InUtc().ToInstant(), line);
        yield return ServiceBuilder.Event("Vient d’arriver", asking, TestClock.Start - Duration.FromHours(1), line + 1);
    }
}
