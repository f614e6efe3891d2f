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
}
