using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Product.Tests.FirstRun;

public sealed class FirstRunTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "form:has([name='Input.Tiles[0].ProviderName'])";

    [Fact]
    public async Task Makes_providers_contracts_processes_and_commitments_stand_at_once()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.SendAsync(Form, Accounting("Cabinet Orvault"), ("Input.Tiles[1].ProviderName", "Bureau Talmont"), ("Input.Profile.PayDay", "28"), ("Input.Profile.VatDay", "21"));

        browser.Path.ShouldBe($"/{company.Slug}/due-dates");
        var there = await ReadAsync(company);
        there.Providers.ShouldBe(["Bureau Talmont", "Cabinet Orvault"]);
        there.Contracts.ShouldBe(2);
        there.Processes.ShouldBe(2);
        there.Templates.ShouldContain(1);
        there.Templates.ShouldContain(10);
        there.PayDay.ShouldBe(28);
    }

    [Fact]
    public async Task Doubles_nothing_when_it_is_sent_again()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        await browser.SendAsync(Form, Accounting("Cabinet Orvault"));
        var first = await ReadAsync(company);

        await browser.OpenAsync($"/{company.Slug}/first-run");
        browser.Text.ShouldContain("1 prestataire");
        browser.Page.QuerySelector("[name='Input.Tiles[0].ProviderName']")!.GetAttribute("value").ShouldBe("Cabinet Orvault");
        await browser.SendAsync(Form);

        var again = await ReadAsync(company);
        again.Templates.Count.ShouldBe(first.Templates.Count);
        again.Contracts.ShouldBe(1);
        again.Providers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_one_provider_and_one_contract_for_two_tiles_of_the_same_name()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.SendAsync(Form, Accounting("Cabinet Orvault"), ("Input.Tiles[2].ProviderName", "cabinet orvault"));

        var there = await ReadAsync(company);
        there.Providers.Count.ShouldBe(1);
        there.Contracts.ShouldBe(1);
        there.Processes.ShouldBe(3);
    }

    [Fact]
    public async Task Asks_for_the_name_of_a_provider_and_keeps_what_was_typed()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.SendAsync(Form, ("Input.Tiles[1].HandedOver", "true"), ("Input.Profile.Employees", "38"));

        browser.Text.ShouldContain("Paie : nommez le prestataire");
        browser.Page.QuerySelector("[name='Input.Profile.Employees']")!.GetAttribute("value").ShouldBe("38");
        (await ReadAsync(company)).Providers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Can_be_skipped_whole()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.SendAsync(Form);

        (await ReadAsync(company)).Providers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_not_for_those_who_only_read()
    {
        var company = await pupitre.HaveCompanyAsync(Role.Reader);
        using var browser = await OpenAsync(company);

        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<TestBrowser> OpenAsync(TestCompany company)
    {
        var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        return await browser.OpenAsync($"/{company.Slug}/first-run");
    }

    private static (string, string) Accounting(string name) => ("Input.Tiles[0].ProviderName", name);

    private Task<There> ReadAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        return new There(
            await db.Set<Provider>().OrderBy(provider => provider.Name).Select(provider => provider.Name).ToListAsync(),
            await db.Set<Contract>().CountAsync(),
            await db.Set<Process>().CountAsync(),
            await db.Set<Commitment>().Select(commitment => commitment.TemplateNumber ?? 0).ToListAsync(),
            await db.Set<CompanyProfile>().Select(profile => profile.PayDay).FirstOrDefaultAsync());
    });

    private sealed record There(List<string> Providers, int Contracts, int Processes, List<int> Templates, int? PayDay);
}
