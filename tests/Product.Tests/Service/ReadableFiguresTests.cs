using System.Collections.Immutable;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>Figures that people read: days beside hours, round ticks, a drawing around what decides, cycles that fit.</summary>
public sealed class ReadableFiguresTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly BusinessCalendar _eightHours = BusinessCalendar.Compile(new CalendarDefinition
    {
        TimeZone = "Europe/Paris",
        Weekly = new Dictionary<IsoDayOfWeek, ImmutableArray<OpeningHours>>
        {
            [IsoDayOfWeek.Monday] = [new OpeningHours(9 * 60, 13 * 60), new OpeningHours(14 * 60, 18 * 60)],
            [IsoDayOfWeek.Tuesday] = [new OpeningHours(9 * 60, 13 * 60), new OpeningHours(14 * 60, 18 * 60)],
            [IsoDayOfWeek.Friday] = [new OpeningHours(9 * 60, 12 * 60)],
        }.ToImmutableSortedDictionary(),
    });

    [Theory]
    [InlineData(15, "15 h")]
    [InlineData(16, "16 h (2 jours de votre calendrier)")]
    [InlineData(17, "17 h (2 jours et 1 h de votre calendrier)")]
    [InlineData(615, "615 h (76 jours et 7 h de votre calendrier)")]
    public void Opening_hours_are_said_in_days_of_the_calendar_too(int hours, string said)
    {
        var day = _eightHours.UsualDay();

        day.ShouldBe(Duration.FromHours(8));
        InFrench(() => Duration.FromHours(hours).OpenText(day)).ShouldBe(said);
    }

    [Fact]
    public void Time_that_runs_day_and_night_is_said_in_days_of_24_hours()
    {
        InFrench(() => (Duration.FromHours(3756) + Duration.FromMinutes(45)).WallText()).ShouldBe("3 756 h 45 (156 jours et 12 h 45)");
        InFrench(() => Duration.FromHours(30).WallText()).ShouldBe("30 h");
        InFrench(() => Duration.FromHours(615).OpenText(Duration.Zero)).ShouldBe("615 h");
    }

    [Theory]
    [InlineData(40.2, 60, 3)]
    [InlineData(39.9, 40, 4)]
    [InlineData(9.9, 10, 4)]
    public void Ticks_are_round_whatever_the_largest_value_is(double largest, double top, int steps)
    {
        var scale = PlotScale.Of([new PlotSeries("", [largest, 1.5])]);

        (scale.Top, scale.Steps).ShouldBe((top, steps));
    }

    [Fact]
    public async Task A_case_is_drawn_around_what_decides_and_the_rest_is_folded()
    {
        var (company, commitment) = await HaveCaseAsync(Duration.FromDays(700));
        using var browser = await pupitre.Browser().SignInAsync(company);
        await OpenCaseAsync(browser, company, commitment);

        browser.Page.QuerySelectorAll("main figure.pu-timeline").Length.ShouldBe(2);
        browser.Page.QuerySelector("main details.pu-disclosure figure.pu-timeline")!.QuerySelectorAll("circle").Length.ShouldBe(3);
        var core = browser.Page.QuerySelector("main figure.pu-timeline")!;
        core.QuerySelectorAll("circle").Length.ShouldBe(2);
        var due = core.QuerySelector("line.pu-timeline-rule")!;
        double.Parse(due.GetAttribute("x1")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(400, 900);
        browser.Text.ShouldContain("Toute la durée, du ");
    }

    [Fact]
    public async Task A_short_case_is_drawn_once()
    {
        var (company, commitment) = await HaveCaseAsync(Duration.FromHours(4));
        using var browser = await pupitre.Browser().SignInAsync(company);
        await OpenCaseAsync(browser, company, commitment);

        browser.Page.QuerySelectorAll("main figure.pu-timeline").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Twelve_cycles_are_a_grid_with_the_days_below_each_drawing()
    {
        var company = await pupitre.HaveCompanyAsync();
        pupitre.Clock.Now = TestClock.Start - Duration.FromDays(365);
        await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Payroll, "Cabinet Martin", ServiceBuilder.VariablesTemplate, ServiceBuilder.PayslipsTemplate);
            var payslips = await builder.CommitmentAsync(ServiceBuilder.PayslipsTemplate);
            await builder.ProveAsync(payslips.Id, "2026-05", ProofMoment.Of(Instant.FromUtc(2026, 5, 20, 9, 0)), SourceClass.Receipt);
            return payslips.Id;
        });
        pupitre.Clock.Now = TestClock.Start;
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/flows/cycles");

        var grid = browser.Page.QuerySelector("main table.pu-grid").ShouldNotBeNull();
        grid.QuerySelectorAll("thead th[scope='col']").Length.ShouldBe(13);
        grid.QuerySelectorAll("tbody tr th[scope='row']").Length.ShouldBe(2);

        // Due on Tuesday 26 May at noon, two business days before pay day.
        var may = grid.QuerySelectorAll("a.pu-grid-cell").Single(cell => cell.GetAttribute("href")!.EndsWith("/2026-05", StringComparison.Ordinal) && cell.GetAttribute("title")!.StartsWith("Bulletins", StringComparison.Ordinal));
        Plain(may.QuerySelector(".pu-grid-text")!.TextContent).ShouldBe("−6 j");
        Plain(may.GetAttribute("title")!).ShouldBe("Bulletins et fichier de virement remis, mai 2026 : prévu le 26/05/2026, fait le 20/05/2026 (−6 j)");
        browser.Page.QuerySelectorAll("main details.pu-figures tbody tr").Length.ShouldBe(12);
    }

    // Spaces that do not break are as good as others here.
    private static string Plain(string text) => text.WithPlainSpaces();

    private static string InFrench(Func<string> say)
    {
        var (culture, before) = (System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), System.Globalization.CultureInfo.CurrentUICulture);
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = culture;
        try
        {
            return Plain(say());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static async Task OpenCaseAsync(TestBrowser browser, TestCompany company, Guid commitment)
    {
        await browser.OpenAsync($"/{company.Slug}/scorecards/{commitment}/cases");
        await browser.OpenAsync(browser.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
    }

    // Asked on a Monday of March 2024, answered the same day; the last event comes as long after as is said.
    private async Task<(TestCompany Company, Guid Commitment)> HaveCaseAsync(Duration tail)
    {
        var company = await pupitre.HaveCompanyAsync();
        var asked = Instant.FromUtc(2024, 3, 4, 9, 0);
        var commitment = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Morel", ServiceBuilder.QuestionsTemplate);
            var questions = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            var clock = questions.Versions[0].Rule.Clock!;
            await builder.ImportAsync(questions.Id, new SourceRules(SourceClass.Receipt, []),
            [
                ServiceBuilder.Event("Q1", clock.Start.Alternatives[0].Parts[0].Values[0], asked, 2),
                ServiceBuilder.Event("Q1", clock.Stop.Alternatives[0].Parts[0].Values[0], asked + Duration.FromHours(4), 3),
                ServiceBuilder.Event("Q1", "Classé", asked + Duration.FromHours(4) + tail, 4),
            ]);
            return questions.Id;
        });
        return (company, commitment);
    }
}
