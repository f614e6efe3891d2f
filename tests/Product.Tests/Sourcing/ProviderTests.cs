using System.Net;

namespace Pupitre.Product.Tests.Sourcing;

public sealed class ProviderTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_wrong_key_of_the_SIREN_is_a_warning_and_contacts_are_kept()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers/new");

        await browser.SendAsync(Form, ("Input.Name", "Cabinet Durand"), ("Input.Siren", "732 829 321"), ("Input.Contacts[0].Name", "Léa Petit"));

        browser.Text.ShouldContain("La clé du SIREN ne correspond pas");
        browser.Text.ShouldContain("732 829 321");
        browser.Text.ShouldContain("Léa Petit");
        await browser.OpenAsync(browser.Path + "/edit");
        await browser.SendAsync(Form, ("Input.Contacts[0].Name", ""), ("Input.Siren", "732829320"));
        browser.Text.ShouldNotContain("Léa Petit");
        browser.Text.ShouldNotContain("La clé du SIREN");
    }

    [Fact]
    public async Task An_archived_provider_can_be_put_back()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser("en").SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers/{world.Provider}");

        await browser.SendAsync("form[action$='/archive']");
        browser.Text.ShouldContain("The provider is archived.");
        await browser.SendAsync("form[action$='/restoration']");
        browser.Text.ShouldNotContain("archived");
    }

    [Theory]
    [InlineData("Input.Contacts[0].Email", "lea@cabinet.fr")]
    [InlineData("Input.Contacts[1].Phone", "01 02 03 04 05")]
    [InlineData("Input.Contacts[0].Role", "Standard")]
    public async Task A_contact_without_a_name_is_kept_under_what_was_typed(string field, string value)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers/new");

        await browser.SendAsync(Form, ("Input.Name", "Cabinet Durand"), (field, value));

        browser.Page.QuerySelector("main table th[scope=row]")!.TextContent.Trim().ShouldBe(value);
    }

    [Fact]
    public async Task A_second_provider_of_the_same_name_is_asked_about()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers/new");

        await browser.SendAsync(Form, ("Input.Name", "cabinet  MARTIN".Replace("  ", " ", StringComparison.Ordinal)));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("porte déjà ce nom : « Cabinet Martin »");
        await browser.SendAsync(Form, ("Input.AcceptsSameName", "true"));
        browser.Path.ShouldStartWith($"/{company.Slug}/providers/");
        browser.Text.ShouldContain("cabinet MARTIN");
    }

    [Fact]
    public async Task A_missing_name_and_a_wrong_SIREN_are_told_together_at_their_fields()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers/new");

        await browser.SendAsync(Form, ("Input.Siren", "12345"));

        browser.Page.QuerySelector("#field-Input-Name-note")!.TextContent.ShouldContain("nom du prestataire");
        browser.Page.QuerySelector("#field-Input-Siren-note")!.TextContent.ShouldContain("9 chiffres");
        browser.Page.QuerySelector("a[href$='#field-Input-Siren']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_editors_of_a_provider_keep_what_the_other_did_not_touch()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        using var third = await pupitre.Browser().SignInAsync(company);
        foreach (var browser in new[] { first, second, third })
        {
            await browser.OpenAsync($"/{company.Slug}/providers/{world.Provider}/edit");
        }

        await first.SendAsync(Form, ("Input.Phone", "01 02 03 04 05"));
        await second.SendAsync(Form, ("Input.Contacts[0].Name", "Léa Petit"));
        second.Text.ShouldContain("01 02 03 04 05");
        second.Text.ShouldContain("Léa Petit");

        await third.SendAsync(Form, ("Input.Phone", "06 07 08 09 10"));
        third.Status.ShouldBe(HttpStatusCode.Conflict);
        third.Page.QuerySelector("main table")!.TextContent.ShouldContain("01 02 03 04 05");
        await third.SendAsync(Form);
        third.Text.ShouldContain("06 07 08 09 10");
        third.Text.ShouldContain("Léa Petit");
    }
}
