namespace Pupitre.Browser.Tests;

/// <summary>What a commitment means is shown while its sentence is written.</summary>
public sealed class LivePreviewTests(Chromium chromium, SampledPupitre sample)
{
    private const string Dates = "live-preview tbody";

    [Fact]
    public async Task The_dates_of_these_weeks_follow_what_is_typed()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit());
        await visitor.SignInAsync(sample.Company);
        await visitor.OpenAsync(sample.AddressOf("/{company}/commitments/{Id:guid}/edit"));

        var first = await visitor.Page.Locator(Dates).InnerTextAsync();
        await visitor.Page.Locator("[name='Input.TargetCount'], [name='Input.OffsetDays']").First.FillAsync("9");
        await visitor.Page.WaitForFunctionAsync("([where, before]) => { const now = document.querySelector(where)?.innerText; return now && now !== before; }", new[] { Dates, first });
    }

    [Fact]
    public async Task Without_scripts_a_button_shows_the_same()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit(JavaScript: false));
        await visitor.SignInAsync(sample.Company);
        await visitor.OpenAsync(sample.AddressOf("/{company}/commitments/{Id:guid}/edit"));

        await visitor.Page.Locator("button[name='Input.Preview']").ClickAsync();

        (await visitor.Page.Locator(Dates).InnerTextAsync()).ShouldNotBeEmpty();
    }
}
