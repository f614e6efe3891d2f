namespace Pupitre.Browser.Tests;

public sealed class SignInTests(Chromium chromium, RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Theory]
    [InlineData("fr", true)]
    [InlineData("en", false)]
    public async Task Signs_in_by_keyboard_with_and_without_JavaScript(string language, bool javaScript)
    {
        var company = await pupitre.HaveCompanyAsync();
        await using var visitor = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit(language, Visit.Phone, javaScript));

        await visitor.SignInAsync(company);

        visitor.Page.Url.ShouldNotContain("/account/sign-in");
        (await visitor.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(language);
    }
}
