using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

public sealed class GridTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static readonly int[] _payroll = [ServiceBuilder.VariablesTemplate, ServiceBuilder.PayslipsTemplate];

    [Fact]
    public async Task A_cell_says_what_its_due_date_stands_on()
    {
        var (company, commitment, month) = await HavePayslipsAsync(SourceClass.Receipt);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/due-dates");

        var cell = browser.Page.QuerySelector($"table a[href$='/due-dates/{commitment}/{month}']")!;
        cell.GetAttribute("title")!.ShouldEndWith("à l’heure, avec preuve");
        browser.Text.ShouldContain("sans trace");
    }

    [Fact]
    public async Task A_word_of_the_provider_becomes_proof_once_confirmed_with_both_names()
    {
        var (company, commitment, month) = await HavePayslipsAsync(SourceClass.Provider);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/due-dates/{commitment}/{month}");
        browser.Text.ShouldContain("À l’heure, sur déclaration du prestataire");
        await browser.SendAsync("form[action$='/confirmation']");
        await browser.OpenAsync($"/{company.Slug}/due-dates/{commitment}/{month}");

        browser.Text.ShouldContain("À l’heure, avec preuve");
        browser.Text.ShouldContain("Déclaré par Paie Conseil, confirmé par Camille.");
        browser.Text.ShouldContain("Parole du prestataire confirmée");
    }

    [Fact]
    public async Task Our_own_word_cannot_be_confirmed_by_ourselves()
    {
        var (company, commitment, month) = await HavePayslipsAsync(SourceClass.Company);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/due-dates/{commitment}/{month}");

        browser.Text.ShouldContain("saisi par nous seuls");
        browser.Page.QuerySelector("form[action$='/confirmation']").ShouldBeNull();
    }

    [Fact]
    public async Task A_request_lists_the_missing_proofs_and_leaves_once()
    {
        var (company, _, _) = await HavePayslipsAsync(SourceClass.Provider);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/proof-requests/new");
        var form = browser.Page;
        browser.Text.ShouldContain("Paie Conseil");

        await browser.SendAsync("form[method=post]:has(textarea)");
        browser.Status.ShouldBe(HttpStatusCode.OK);
        var first = browser.Path;
        var (requests, items) = await CountAsync(company);

        first.ShouldContain("/proof-requests/");
        requests.ShouldBe(1);
        items.ShouldBeGreaterThan(0);
        form.QuerySelector("textarea")!.TextContent.ShouldContain("échéance");
    }

    [Fact]
    public async Task Another_company_sees_nothing_of_it()
    {
        var (_, commitment, month) = await HavePayslipsAsync(SourceClass.Receipt);
        var stranger = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(stranger);

        await browser.OpenAsync($"/{stranger.Slug}/due-dates/{commitment}/{month}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        await browser.OpenAsync($"/{stranger.Slug}/scorecards/{commitment}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("due-dates")]
    [InlineData("scorecards")]
    [InlineData("proof-requests/new")]
    public async Task Every_screen_opens_in_both_languages(string path)
    {
        var (company, _, _) = await HavePayslipsAsync(SourceClass.Receipt);
        foreach (var language in new[] { "fr", "en" })
        {
            using var browser = await pupitre.Browser(language).SignInAsync(company);
            await browser.OpenAsync($"/{company.Slug}/{path}");
            browser.Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_schedule_shows_what_its_new_version_would_change_before_it_is_saved()
    {
        // Shown on the 10th: in time for two business days before the 28th, late for fifteen. This month's is open today, and would have been due before.
        var (company, commitment, month) = await HavePayslipsAsync(SourceClass.Receipt);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/commitments/{commitment}/edit");
        await browser.SendAsync("form:has([name='Input.OffsetDays'])", ("Input.EffectiveFrom", month + "-01"), ("Input.Preview", "true"));
        var same = browser.Text;
        await browser.SendAsync("form:has([name='Input.OffsetDays'])", ("Input.OffsetDays", "15"), ("Input.EffectiveFrom", month + "-01"), ("Input.Preview", "true"));

        same.ShouldContain("Aucun résultat ne changerait sur les données présentes.");
        same.ShouldContain("À l’heure : 1 sur 1, dont 1 avec preuve");
        browser.Text.ShouldContain("2 résultats changeraient sur les données présentes.");
        browser.Text.ShouldContain("À l’heure : 0 sur 1");
    }

    [Fact]
    public async Task The_heads_bear_the_year_and_months_go_backwards_on_a_phone()
    {
        var (company, _, _) = await HavePayslipsAsync(SourceClass.Receipt);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/due-dates");

        browser.Page.QuerySelectorAll(".pu-grid-year").Select(year => (year.TextContent, year.GetAttribute("colspan"))).ShouldBe([("2025", "1"), ("2026", "12"), ("2027", "1")]);
        var months = browser.Page.QuerySelectorAll(".pu-grid-list summary > span:first-child").Select(month => month.TextContent).ToList();
        months.Take(4).ShouldBe(["janvier 2027", "décembre 2026", "novembre 2026", "octobre 2026"]);
        months[^1].ShouldBe("décembre 2025");
    }

    [Theory]
    [InlineData(12, 31, "2025-12", "2025")]
    [InlineData(6, 30, "2026-06", "2026")]
    public async Task A_yearly_cell_stands_under_the_month_that_it_is_about_as_monthly_ones_do(int closingMonth, int closingDay, string column, string period)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/first-run");
        await browser.SendAsync(
            "form:has([name='Input.Profile.PayDay'])", ("Input.Tiles[0].ProviderName", "Cabinet Orvault"), ("Input.Profile.ClosingMonth", $"{closingMonth}"), ("Input.Profile.ClosingDay", $"{closingDay}"));

        var row = browser.Page.QuerySelectorAll(".pu-grid tbody tr").Single(line => line.TextContent.Contains("Liasse fiscale", StringComparison.Ordinal));
        var monthly = browser.Page.QuerySelectorAll(".pu-grid tbody tr").Single(line => line.TextContent.Contains("Banque saisie", StringComparison.Ordinal));

        row.Children[ColumnOf(column)].QuerySelector("a")!.GetAttribute("href")!.ShouldEndWith("/" + period);
        monthly.Children[ColumnOf(column)].QuerySelector("a")!.GetAttribute("href")!.ShouldEndWith("/" + column);
        browser.Text.ShouldContain("Chaque case est sous le mois dont il est question");

        // The first column is December 2025; a row begins with its name.
        static int ColumnOf(string month) => 1 + ((int.Parse(month[..4], System.Globalization.CultureInfo.InvariantCulture) - 2025) * 12) + int.Parse(month[5..], System.Globalization.CultureInfo.InvariantCulture) - 12;
    }

    [Fact]
    public async Task The_first_steps_tick_themselves_and_can_be_put_away()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/first-run");
        await browser.SendAsync("form:has([name='Input.Profile.PayDay'])", ("Input.Tiles[0].ProviderName", "Cabinet Orvault"));
        browser.Page.QuerySelectorAll(".pu-steps li").Length.ShouldBe(3);
        browser.Page.QuerySelectorAll(".pu-step-done").ShouldBeEmpty();
        browser.Text.ShouldContain("Remplira par exemple : Banque saisie et rapprochée");

        await browser.OpenAsync($"/{company.Slug}/evidence");
        await browser.DropAsync("file-drop form", [("note.txt", "bonjour"u8.ToArray())]);
        await browser.OpenAsync($"/{company.Slug}/due-dates");
        browser.Page.QuerySelectorAll(".pu-step-done").Single().TextContent.ShouldContain("Déposez vos courriels");

        await browser.SendAsync("form[action$='/first-steps/closure']");
        browser.Path.ShouldBe($"/{company.Slug}/due-dates");
        browser.Page.QuerySelector(".pu-steps").ShouldBeNull();
    }

    [Fact]
    public async Task The_sum_of_the_year_is_a_bar_and_a_sentence_that_begins_with_what_is_known()
    {
        var (company, _, _) = await HavePayslipsAsync(SourceClass.Receipt);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/due-dates");

        var sum = browser.Page.QuerySelector(".pu-sum")!;
        sum.QuerySelector("svg.pu-signature").ShouldNotBeNull();
        sum.QuerySelector(".pu-sum-first")!.TextContent.ShouldStartWith("Renseigné");
        sum.QuerySelector(".pu-sum-first")!.TextContent.ShouldContain("dont 1 avec preuve");
    }

    private Task<(int Requests, int Items)> CountAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        return (await db.Set<ProofRequest>().CountAsync(), await db.Set<ProofRequestItem>().CountAsync());
    });

    /// <summary>Payslips handed over, and one of them shown two months ago, well before it was due.</summary>
    private async Task<(TestCompany Company, Guid Commitment, string Month)> HavePayslipsAsync(SourceClass attestedBy)
    {
        var company = await pupitre.HaveCompanyAsync();
        var (commitment, month) = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Payroll, "Paie Conseil", _payroll);
            var payslips = await builder.CommitmentAsync(ServiceBuilder.PayslipsTemplate);
            var first = services.GetRequiredService<IClock>().GetCurrentInstant().InUtc().Date.PlusMonths(-2).With(DateAdjusters.StartOfMonth);
            var key = OccurrenceKeys.OfMonth(MonthNumber.Of(first.ToDateOnly()));
            await builder.ProveAsync(payslips.Id, key, ProofMoment.Of(first.PlusDays(9).AtMidnight().InUtc().ToInstant()), attestedBy);
            return (payslips.Id, key);
        });
        return (company, commitment, month);
    }
}
