namespace Pupitre.Browser.Tests;

/// <summary>Behind a proxy with TLS, as installations stand: a real browser signs in and sends forms, and its policy lets it.</summary>
public sealed class TlsTests(Chromium chromium, RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_signs_in_and_sends_a_form(bool javaScript)
    {
        var company = await pupitre.HaveCompanyAsync();
        await using var proxy = await TlsProxy.StartAsync(pupitre.Address);
        await using var visitor = await Visitor.ComeAsync(chromium, proxy.Address, new Visit(JavaScript: javaScript));

        await visitor.SignInAsync(company);
        await visitor.OpenAsync($"/{company.Slug}/providers/new");
        await visitor.Page.Locator("[name='Input.Name']").FillAsync("Cabinet Martin");
        await visitor.Page.Locator("[name='Input.Name']").PressAsync("Enter");
        await visitor.Page.WaitForURLAsync(url => !url.EndsWith("/new", StringComparison.Ordinal));

        visitor.Page.Url.ShouldStartWith("https://");
        (await visitor.Page.Locator("h1").InnerTextAsync()).ShouldBe("Cabinet Martin");
        var cookies = await visitor.Page.Context.CookiesAsync();
        cookies.ShouldNotBeEmpty();
        cookies.ShouldAllBe(cookie => cookie.Secure && cookie.HttpOnly);
    }
}
