namespace Pupitre.Browser.Tests;

/// <summary>What looks for barriers finds one: otherwise every page would pass.</summary>
public sealed class BarrierTests(Chromium chromium, RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task A_field_without_a_name_is_found()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit());
        await visitor.OpenAsync("/account/sign-in");
        await visitor.FindNoBarrierAsync();

        await visitor.Page.EvaluateAsync("() => document.querySelector('main').append(document.createElement('input'))");

        (await Record.ExceptionAsync(visitor.FindNoBarrierAsync)).ShouldBeOfType<ShouldAssertException>().Message.ShouldContain("label");
    }
}
