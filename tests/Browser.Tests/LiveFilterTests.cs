namespace Pupitre.Browser.Tests;

/// <summary>A list is filtered as soon as something is chosen, and by a button where no script runs.</summary>
public sealed class LiveFilterTests(Chromium chromium, SampledPupitre sample)
{
    [Fact]
    public async Task Choosing_is_enough_and_the_address_says_only_what_was_chosen()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit());
        await visitor.SignInAsync(sample.Company);
        await visitor.OpenAsync($"/{sample.Company.Slug}/commitments?sort=name");

        // What is chosen before the script is there waits for the button.
        await visitor.Page.WaitForFunctionAsync("() => customElements.get('filter-form') !== undefined");
        await visitor.Page.Locator("select[name='domain']").SelectOptionAsync("Payroll");
        await visitor.Page.WaitForURLAsync("**/commitments?*domain=Payroll*");

        visitor.Page.Url.ShouldEndWith("/commitments?domain=Payroll&sort=name");
        (await visitor.Page.EvaluateAsync<string>("document.activeElement.name")).ShouldBe("domain");
    }

    [Fact]
    public async Task Without_scripts_a_button_does_the_same()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit(JavaScript: false));
        await visitor.SignInAsync(sample.Company);
        await visitor.OpenAsync($"/{sample.Company.Slug}/scorecards");

        await visitor.Page.Locator("select[name='who']").SelectOptionAsync("Company");
        await visitor.FollowAsync(visitor.Page.Locator("filter-form button"));

        visitor.Page.Url.ShouldContain("who=Company");
        (await visitor.Page.Locator("main table").First.InnerTextAsync()).ShouldNotContain("Situation mensuelle remise");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_sentence_shows_only_the_fields_that_matter(bool javaScript)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit(JavaScript: javaScript));
        await visitor.SignInAsync(sample.Company);
        await visitor.OpenAsync($"/{sample.Company.Slug}/commitments/own?kind=schedule");
        var (day, count) = (visitor.Page.Locator("[name='Input.AnchorDay']"), visitor.Page.Locator("[name='Input.Count']"));

        (await day.IsVisibleAsync()).ShouldBeFalse();
        (await count.IsVisibleAsync()).ShouldBeFalse();
        await visitor.Page.Locator("[name='Input.Anchor']").SelectOptionAsync("DayOfMonth");
        await visitor.Page.Locator("[name='Input.OffsetDays']").FillAsync("3");

        (await day.IsVisibleAsync()).ShouldBeTrue();
        (await count.IsVisibleAsync()).ShouldBeTrue();
    }
}
