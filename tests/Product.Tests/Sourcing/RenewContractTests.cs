using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Product.Tests.Sourcing;

public sealed class RenewContractTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Renews_until_the_day_that_both_agreed_on_and_the_history_says_so()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await HaveAsync(company, Renewal.Express);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/{id}");
        browser.Text.ShouldContain("Ce contrat a fini le mardi 31 mars 2026");

        await browser.OpenAsync(browser.Page.QuerySelector("a[href$='/renewal']")!.GetAttribute("href")!);
        browser.Page.QuerySelector("[name='Input.LastDay']")!.GetAttribute("value").ShouldBe("2027-03-31");
        await browser.SendAsync(Form, ("Input.LastDay", "2027-06-30"), ("Input.AgreedOn", "2026-03-15"));

        browser.Path.ShouldBe($"/{company.Slug}/contracts/{id}");
        browser.Text.ShouldContain("Le terme en cours finit le mercredi 30 juin 2027.");
        browser.Text.ShouldContain("Renouvelé expressément le dimanche 15 mars 2026 : il finit désormais le mercredi 30 juin 2027.");
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("Contrat renouvelé");
    }

    [Fact]
    public async Task A_second_renewal_goes_on_from_the_first_and_the_last_one_can_be_withdrawn()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await HaveAsync(company, Renewal.Express);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/{id}/renewal");
        await browser.SendAsync(Form);
        await browser.OpenAsync($"/{company.Slug}/contracts/{id}/renewal");

        browser.Page.QuerySelector("[name='Input.LastDay']")!.GetAttribute("value").ShouldBe("2028-03-31");
        await browser.SendAsync(Form);
        browser.Text.ShouldContain("Le terme en cours finit le vendredi 31 mars 2028.");
        await browser.SendAsync("form[action$='/renewal/withdrawal']");

        browser.Text.ShouldContain("Le terme en cours finit le mercredi 31 mars 2027.");
    }

    [Theory]
    [InlineData("2026-03-31", "2026-03-01", "doit venir après le mardi 31 mars 2026")]
    [InlineData("9999-12-31", "2026-03-01", "doit venir après")]
    [InlineData("2027-03-31", "2026-11-27", "pas encore venu")]
    [InlineData("", "2026-03-01", "nouveau dernier jour")]
    public async Task Refuses_days_that_cannot_be(string lastDay, string agreedOn, string words)
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await HaveAsync(company, Renewal.Express);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/{id}/renewal");

        await browser.SendAsync(Form, ("Input.LastDay", lastDay), ("Input.AgreedOn", agreedOn));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain(words);
    }

    [Theory]
    [InlineData(Renewal.Tacit)]
    [InlineData(Renewal.None)]
    public async Task Refuses_what_does_not_renew_expressly(Renewal renewal)
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await HaveAsync(company, renewal);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/contracts/{id}/renewal");

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("ne se renouvelle pas expressément");
    }

    [Fact]
    public async Task The_same_form_sent_over_a_renewal_renews_once()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await HaveAsync(company, Renewal.Express);
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        await first.OpenAsync($"/{company.Slug}/contracts/{id}/renewal");
        await second.OpenAsync($"/{company.Slug}/contracts/{id}/renewal");
        await first.SendAsync(Form);

        await second.SendAsync(Form);

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("mercredi 31 mars 2027");
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<ContractRenewal>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Needs_the_permit_of_who_edits_contracts()
    {
        var company = await pupitre.HaveCompanyAsync(Role.Reader);
        var id = await HaveAsync(company, Renewal.Express);
        using var browser = await pupitre.Browser().SignInAsync(company);

        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}/renewal")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<Guid> HaveAsync(TestCompany company, Renewal renewal) => pupitre.InsideAsync(company, async services =>
    {
        var token = TestContext.Current.CancellationToken;
        var provider = await services.GetRequiredService<CreateProvider>().RunAsync(new ProviderInput { Name = "Cabinet Martin" }, token);
        var contract = new ContractInput { ProviderId = provider.Id, Title = "Audit", Start = new(2025, 4, 1), Months = 12, Renewal = renewal };
        return (await services.GetRequiredService<CreateContract>().RunAsync(contract, token)).Id;
    });
}
