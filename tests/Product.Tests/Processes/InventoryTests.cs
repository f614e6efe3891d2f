using System.Net;

namespace Pupitre.Product.Tests.Processes;

public sealed class InventoryTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Creates_finds_edits_archives_and_restores_a_process()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await SignedInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Écritures de paie"), ("Input.Domain", "Payroll"), ("Input.Pilot", "Camille"));
        browser.Text.ShouldContain("Domaine : Paie. Pilote : Camille.");
        var page = browser.Path;

        await browser.OpenAsync($"/{company.Slug}/processes?q=ECRITURES");
        browser.Text.ShouldContain("Écritures de paie");
        await browser.OpenAsync($"/{company.Slug}/processes?q=ecritures&domain=Legal");
        browser.Text.ShouldContain("Aucun processus ne correspond");

        await browser.OpenAsync(page + "/edit");
        await browser.SendAsync(Form, ("Input.Deputy", "Sacha"));
        browser.Text.ShouldContain("Sacha");

        await browser.SendAsync("form[action$='/archive']");
        browser.Text.ShouldContain("Le processus est archivé.");
        await browser.SendAsync("form[action$='/restoration']");
        browser.Path.ShouldBe(page);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_process()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await SignedInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        var form = browser.Page;
        await browser.SendAsync(Form, ("Input.Name", "Relances"));
        var first = browser.Path;

        using var again = await SignedInAsync(company);
        await again.OpenAsync($"/{company.Slug}/processes/new");
        again.Page.QuerySelector("[name='Input.Id']")!.SetAttribute("value", form.QuerySelector("[name='Input.Id']")!.GetAttribute("value")!);
        await again.SendAsync(Form, ("Input.Name", "Relances"));

        again.Path.ShouldBe(first);
        await again.OpenAsync($"/{company.Slug}/processes");
        again.Text.ShouldContain("1 processus dans votre inventaire.");
    }

    [Fact]
    public async Task Says_what_is_missing_beside_the_field_and_at_the_top()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await SignedInAsync(company, "en");
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", ""), ("Input.Purpose", "kept"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Give the process a name");
        browser.Page.QuerySelector("#field-Input-Name-note")!.TextContent.ShouldContain("Give the process a name");
        browser.Page.QuerySelector("textarea")!.TextContent.ShouldBe("kept");
    }

    [Fact]
    public async Task Another_company_does_not_see_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await SignedInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Paie"));
        var id = browser.Path.Split('/')[^1];

        var other = await pupitre.HaveCompanyAsync();
        using var stranger = await SignedInAsync(other);
        (await stranger.OpenAsync($"/{other.Slug}/processes/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.OpenAsync($"/{company.Slug}/processes/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<TestBrowser> SignedInAsync(TestCompany company, string language = "fr") => await pupitre.Browser(language).SignInAsync(company);
}
