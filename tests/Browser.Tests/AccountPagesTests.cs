using Pupitre.Product.Tests.Architecture;

namespace Pupitre.Browser.Tests;

/// <summary>The pages before anybody signed in.</summary>
public sealed class AccountPagesTests(Chromium chromium, RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    public static TheoryData<string, string> PagesAndLanguages => [.. Pages.All.Where(page => !page.Template.Contains('{', StringComparison.Ordinal)).SelectMany(page => new TheoryDataRow<string, string>[] { new(page.Template, "fr"), new(page.Template, "en") })];

    [Theory]
    [MemberData(nameof(PagesAndLanguages))]
    public async Task Every_page_is_free_of_barriers_on_a_desk_and_on_a_phone(string template, string language)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit(language));
        await visitor.OpenAsync(template);

        await visitor.FindNoBarrierAsync();
        await visitor.ResizeAsync(Visit.Phone);
        await visitor.FindNoBarrierAsync();
        await visitor.FindNoSidewaysScrollAsync();
    }
}
