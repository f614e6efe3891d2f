using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Evidence.Files;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Contents;

namespace Pupitre.Browser.Tests;

/// <summary>A paper is drawn by the viewer of its page, which the keyboard turns; without scripts its text stands there.</summary>
public sealed class PaperViewTests(Chromium chromium, SampledPupitre sample)
{
    private const int PatienceMs = 20_000;

    [Fact]
    public async Task A_paper_is_drawn_turned_by_keys_and_enlarged_and_has_no_barrier()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit());
        await visitor.SignInAsync(sample.Company);
        var problems = new List<string>();
        visitor.Page.Console += (_, message) => problems.AddRange(message.Type is "error" ? [message.Text] : []);
        await visitor.OpenAsync(await AddressAsync());
        var view = visitor.Page.Locator("pdf-view");
        await visitor.Page.Locator("pdf-view[data-drawn='1']").WaitForAsync(new() { Timeout = PatienceMs });

        (await visitor.Page.Locator("[data-text] span").CountAsync()).ShouldBeGreaterThan(3);
        var width = await visitor.Page.Locator("[data-canvas]").EvaluateAsync<double>("canvas => canvas.clientWidth");
        await visitor.Page.Locator("[data-desk]").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("End");
        await visitor.Page.Keyboard.PressAsync("+");
        await visitor.Page.WaitForFunctionAsync($"() => document.querySelector('[data-canvas]').clientWidth > {width:0} * 1.1", null, new() { Timeout = PatienceMs });

        (await view.Locator("[data-words]").GetAttributeAsync("open")).ShouldBeNull();
        problems.ShouldBeEmpty();
        await visitor.FindNoBarrierAsync();
    }

    [Fact]
    public async Task Without_scripts_the_text_of_the_page_stands_there()
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit(JavaScript: false));
        await visitor.SignInAsync(sample.Company);

        await visitor.OpenAsync(await AddressAsync());

        (await visitor.Page.Locator("pdf-view pre").InnerTextAsync()).ShouldContain("SPÉCIMEN");
        (await visitor.Page.Locator("[data-canvas]").IsVisibleAsync()).ShouldBeFalse();
    }

    private async Task<string> AddressAsync()
    {
        var id = await sample.Pupitre.InsideAsync(sample.Company, services => services.GetRequiredService<Db>().Set<EvidenceFile>().Where(row => row.Recognised == RecognisedKind.DsnCertificate).OrderBy(row => row.Id).Select(row => row.Id).FirstAsync());
        return $"/{sample.Company.Slug}/evidence/files/{id}";
    }
}
