using Microsoft.Playwright;

namespace Pupitre.Browser.Tests;

/// <summary>The picture of the map is made larger and moved by the keyboard, says what hangs on a box, and stays as it was left.</summary>
public sealed class MapZoomTests(Chromium chromium, SampledPupitre sample)
{
    private const string Frame = "zoom-view [data-frame]";
    private const string Scale = "zoom-view [data-scale]";
    private const string Said = "zoom-view [data-words]";

    [Fact]
    public async Task Keys_make_it_larger_move_it_and_bring_back_its_size_and_back_shows_it_as_it_was_left()
    {
        await using var visitor = await ComeAsync();
        var problems = Problems(visitor.Page);
        var page = visitor.Page;
        await page.Locator(Frame).FocusAsync();

        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+");
        (await page.Locator(Scale).InnerTextAsync()).ShouldBe("156 %");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("where => document.querySelector(where).scrollLeft > 0", Frame);
        await page.Keyboard.PressAsync("-");
        (await page.Locator(Scale).InnerTextAsync()).ShouldBe("125 %");

        await page.Locator("zoom-view a[data-node]").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/map", StringComparison.Ordinal));
        await page.GoBackAsync();
        (await page.Locator(Scale).InnerTextAsync()).ShouldBe("125 %");
        await page.Locator(Frame).FocusAsync();
        await page.Keyboard.PressAsync("0");
        (await page.Locator(Scale).InnerTextAsync()).ShouldBe("100 %");
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_box_that_has_the_focus_says_what_depends_on_it_and_Escape_ends_it()
    {
        await using var visitor = await ComeAsync();
        var problems = Problems(visitor.Page);
        var page = visitor.Page;
        var hint = await page.Locator(Said).InnerTextAsync();
        var line = page.Locator("zoom-view path[data-from]").First;
        var (from, to) = (await line.GetAttributeAsync("data-from"), await line.GetAttributeAsync("data-to"));
        var fed = page.Locator($"zoom-view a[data-node='{to}']");

        await page.Locator($"zoom-view a[data-node='{from}']").FocusAsync();

        (await page.Locator(Said).InnerTextAsync()).ShouldStartWith(await NameAsync(page, from) + ". ");
        (await fed.GetAttributeAsync("class") ?? "").ShouldContain("pu-lit-after");
        await visitor.FindNoBarrierAsync();
        await fed.FocusAsync();
        (await page.Locator($"zoom-view a[data-node='{from}']").GetAttributeAsync("class") ?? "").ShouldContain("pu-lit-before");
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator(Said).InnerTextAsync()).ShouldBe(hint);
        (await page.Locator("zoom-view .pu-lit-here").CountAsync()).ShouldBe(0);
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_scripts_there_are_no_buttons_that_do_nothing()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit(JavaScript: false));
        await visitor.SignInAsync(sample.Company);
        await visitor.OpenAsync($"/{sample.Company.Slug}/processes/map");

        (await visitor.Page.Locator("zoom-view button:visible").CountAsync()).ShouldBe(0);
        (await visitor.Page.Locator(Said).IsVisibleAsync()).ShouldBeFalse();
        (await visitor.Page.Locator("zoom-view svg a").CountAsync()).ShouldBePositive();
    }

    private async Task<Visitor> ComeAsync()
    {
        var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit());
        await visitor.SignInAsync(sample.Company);
        await visitor.OpenAsync($"/{sample.Company.Slug}/processes/map");
        await visitor.Page.Locator("zoom-view button[data-zoom=larger]").WaitForAsync();
        return visitor;
    }

    private static List<string> Problems(IPage page)
    {
        var problems = new List<string>();
        page.Console += (_, message) => problems.AddRange(message.Type is "error" ? [message.Text] : []);
        page.PageError += (_, error) => problems.Add(error);
        return problems;
    }

    private static async Task<string> NameAsync(IPage page, string? node) =>
        await page.Locator($"zoom-view a[data-node='{node}']").GetAttributeAsync("data-name") ?? "";
}
