using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Evidence.Files;
using Pupitre.ServiceLevels.FirstRun;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Requests;

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
