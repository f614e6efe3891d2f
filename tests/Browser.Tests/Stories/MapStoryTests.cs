namespace Pupitre.Browser.Tests.Stories;

/// <summary>What docs/guide/carte.md tells, on the sample company: inventory, picture, a process, diagnosis, lots.</summary>
public sealed class MapStoryTests(Chromium chromium, SampledPupitre sample)
{
    [Fact]
    public async Task A_map_is_read_from_its_inventory_to_what_is_done_first()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit());
        await visitor.SignInAsync(sample.Company);
        var page = visitor.Page;
        await visitor.OpenAsync($"/{sample.Company.Slug}/processes");
        (await page.Locator("main tbody tr").CountAsync()).ShouldBePositive();
        await GuidePictures.TakeAsync(visitor, "carte-1-inventaire");

        await visitor.OpenAsync($"/{sample.Company.Slug}/processes/map");
        await page.Locator("zoom-view button[data-zoom=fit]").ClickAsync();
        await page.Mouse.MoveAsync(0, 0);
        await page.Locator("zoom-view a[data-node]").Filter(new() { HasText = "Paie et déclarations" }).First.FocusAsync();
        await GuidePictures.TakeAsync(visitor, "carte-2-dessin", fullPage: true);

        var decided = page.Locator("zoom-view a[data-node]").Filter(new() { HasText = "Relances" }).First;
        await decided.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("details:has(#decisions) > summary").ClickAsync();
        await page.Locator("#decisions").WaitForAsync();
        await GuidePictures.TakeAsync(visitor, "carte-3-processus");

        await page.Locator("#decisions a[href$='/diagnosis']").ClickAsync();
        await page.WaitForURLAsync("**/diagnosis");
        (await page.Locator("main tbody tr").CountAsync()).ShouldBeGreaterThanOrEqualTo(11);
        await GuidePictures.TakeAsync(visitor, "carte-4-diagnostic");

        await visitor.OpenAsync($"/{sample.Company.Slug}/processes/lots");
        (await page.Locator("main figure svg").CountAsync()).ShouldBeGreaterThanOrEqualTo(2);
        await GuidePictures.TakeAsync(visitor, "carte-5-lots");
    }
}
