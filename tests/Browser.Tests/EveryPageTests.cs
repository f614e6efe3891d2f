using Pupitre.Product.Tests.Architecture;

[assembly: AssemblyFixture(typeof(SampledPupitre))]

namespace Pupitre.Browser.Tests;

/// <summary>What holds for every page in a real browser: no barrier and no sideways scroll, on a desk and on a phone, in both languages.</summary>
public sealed class EveryPageTests(Chromium chromium, SampledPupitre sample)
{
    public static TheoryData<string, string> PagesAndLanguages =>
    [
        .. Pages.OfCompany.Select(page => page.Template).Append("/account").SelectMany(template => new TheoryDataRow<string, string>[] { new(template, "fr"), new(template, "en") }),
    ];

    [Theory]
    [MemberData(nameof(PagesAndLanguages))]
    public async Task Is_free_of_barriers_on_a_desk_and_on_a_phone(string template, string language)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit(language));
        await visitor.SignInAsync(sample.Company);
        await visitor.OpenAsync(template == "/account" ? template : sample.AddressOf(template));

        await visitor.FindNoBarrierAsync();
        await visitor.ResizeAsync(Visit.Phone);
        await visitor.FindNoBarrierAsync();
        await visitor.FindNoSidewaysScrollAsync();
    }
}
