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

        browser.Path.ShouldStartWith($"/{company.Slug}/due-dates?");
        browser.Text.ShouldContain("C’est enregistré : 2 prestataires et");
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

        await browser.SendAsync(Form, ("Input.Tiles[1].ProviderEmail", "paie@cabinet.fr"), ("Input.Profile.Employees", "38"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Paie : nommez le prestataire");
        browser.Page.QuerySelector("[name='Input.Tiles[1].ProviderEmail']")!.GetAttribute("value").ShouldBe("paie@cabinet.fr");
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
        browser.Text.ShouldContain("rien de nouveau n’était à mettre en place");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_provider_that_is_named_has_a_row_in_the_grid_and_each_empty_row_says_why(int tile)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.SendAsync(Form, ($"Input.Tiles[{tile}].ProviderName", "Cabinet Orvault"));

        var rows = browser.Page.QuerySelectorAll(".pu-grid tbody tr:not(.pu-grid-group)");
        rows.ShouldContain(row => row.TextContent.Contains("Cabinet Orvault", StringComparison.Ordinal));
        rows.Where(row => row.QuerySelector(".pu-grid-cell") is null).ShouldAllBe(row => row.QuerySelector(".pu-grid-why") != null);
        browser.Text.ShouldNotContain("aucun engagement n’est choisi");
    }

    [Theory]
    [InlineData(3, "Administration")]
    [InlineData(4, "Juridique")]
    public async Task A_domain_left_without_commitments_is_said_on_arrival(int tile, string name)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var wanted = browser.Page.QuerySelectorAll($"[type=checkbox][name^='Input.Tiles[{tile}].Templates']").Select(box => (box.GetAttribute("name")!, "false"));

        await browser.SendAsync(Form, [($"Input.Tiles[{tile}].ProviderName", "Cabinet Orvault"), .. wanted]);

        browser.Text.ShouldContain("C’est enregistré : 1 prestataire en place");
        browser.Text.ShouldContain($"{name} : aucun engagement n’est choisi");
        browser.Page.QuerySelector(".pu-alert a[href$='/first-run']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_wrong_names_its_field_in_the_order_of_the_page_and_leads_there()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.SendAsync(
            Form, Accounting("Cabinet Orvault"), ("Input.Tiles[0].ProviderEmail", "contact"), ("Input.Tiles[0].ContractStart", "2024-01-01"), ("Input.Tiles[0].NoticeMonths", "9999"),
            ("Input.Tiles[4].ProviderName", "Maître Talmont"), ("Input.Tiles[4].ContractStart", "2024-01-01"), ("Input.Tiles[4].NoticeMonths", "9999"),
            ("Input.Profile.Employees", "-1"), ("Input.Profile.PayDay", "40"), ("Input.Profile.VatDay", "3"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var told = browser.Page.QuerySelectorAll(".pu-alert-error li a").Select(link => (Text: link.TextContent, Field: link.GetAttribute("href")!.Split('#')[1])).ToList();
        told.Select(line => line.Text.Split([',', ':'])[0].Trim()).ShouldBe(["Comptabilité", "Comptabilité", "Juridique", "Nombre de salariés", "Jour de paie", "Date de TVA"]);
        told.ShouldAllBe(line => browser.Page.GetElementById(line.Field)!.GetAttribute("aria-invalid") == "true");
        var fields = browser.Page.QuerySelectorAll("input, select").Select(field => field.Id).ToList();
        told.Select(line => fields.IndexOf(line.Field)).ShouldBeInOrder();
        (await ReadAsync(company)).Providers.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_sample_company_is_offered_before_anything_is_asked()
    {
        using var browser = await OpenAsync(await pupitre.HaveCompanyAsync());

        var forms = browser.Page.QuerySelectorAll("main form").ToList();

        forms.FindIndex(form => form.Closest("#sample") is not null).ShouldBeLessThan(forms.FindIndex(form => form.QuerySelector("[name='Input.Tiles[0].ProviderName']") is not null));
        browser.Page.QuerySelector("[name$='.HandedOver']").ShouldBeNull();
    }

    [Fact]
    public async Task More_providers_can_be_named_later_from_their_list()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        await browser.SendAsync(Form, Accounting("Cabinet Orvault"));

        await browser.OpenAsync($"/{company.Slug}/providers");
        await browser.OpenAsync(browser.Page.QuerySelector("main a[href$='/first-run']")!.GetAttribute("href")!);
        browser.Page.QuerySelector("#tile-Accounting")!.TextContent.ShouldContain("Déjà en place");
        await browser.SendAsync(Form, ("Input.Tiles[1].ProviderName", "Bureau Talmont"));

        browser.Text.ShouldContain("C’est enregistré : 1 prestataire et 3 engagements en place.");
        (await ReadAsync(company)).Providers.ShouldBe(["Bureau Talmont", "Cabinet Orvault"]);
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
