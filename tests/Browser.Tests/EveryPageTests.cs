using Pupitre.Product.Tests.Architecture;

[assembly: AssemblyFixture(typeof(SampledPupitre))]

namespace Pupitre.Browser.Tests;

/// <summary>What holds for every page in a real browser, on a desk and on a phone, in both languages: no barrier, no sideways scroll.</summary>
/// <remarks>
/// One owner per class looks at its pages: signing in anew for each would take longer than looking. The classes run side by side. A page is
/// looked at whole in French; in English for what its words can spoil.
/// </remarks>
public abstract class EveryPage(string language, EveryPage.Owner owner, SampledPupitre sample)
{
    public static TheoryData<string> Templates => [.. All];

    protected static IEnumerable<string> All => Pages.OfCompany.Select(page => page.Template).Append("/account");

    protected async Task LookAsync(string template, Func<Visitor, Task> onDesk, Func<Visitor, Task> onPhone)
    {
        var visitor = await owner.WhoReadsAsync(language);
        await visitor.ResizeAsync(Visit.Desk);
        await visitor.OpenAsync(template == "/account" ? template : sample.AddressOf(template));

        await visitor.FindNoSidewaysScrollAsync();
        await onDesk(visitor);
        await visitor.ResizeAsync(Visit.Phone);
        await visitor.FindNoSidewaysScrollAsync();
        await onPhone(visitor);
    }

    /// <summary>An owner who is signed in.</summary>
    public sealed class Owner(Chromium chromium, SampledPupitre sample) : IAsyncDisposable
    {
        private Visitor? _visitor;

        public async Task<Visitor> WhoReadsAsync(string language)
        {
            if (_visitor is null)
            {
                _visitor = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit(language));
                await _visitor.SignInAsync(sample.Company);
            }

            return _visitor;
        }

        public async ValueTask DisposeAsync()
        {
            if (_visitor is not null)
            {
                await _visitor.DisposeAsync();
            }
        }
    }
}

/// <summary>
/// The longest of all tests, in two halves that run side by side: in one, it would go on alone when all others have ended.
/// </summary>
public abstract class HalfOfFrenchPages(EveryPage.Owner owner, SampledPupitre sample) : EveryPage("fr", owner, sample)
{
    protected static TheoryData<string> Half(int remainder) =>
        [.. All.Index().Where(page => page.Index % 2 == remainder).Select(page => page.Item)];

    protected Task LookWholeAsync(string template) =>
        LookAsync(template, visitor => visitor.FindNoBarrierAsync(), visitor => visitor.FindNoBarrierAsync());
}

public sealed class EveryFrenchPageTests(EveryPage.Owner owner, SampledPupitre sample)
    : HalfOfFrenchPages(owner, sample), IClassFixture<EveryPage.Owner>
{
    public static TheoryData<string> Mine => Half(0);

    [Theory]
    [MemberData(nameof(Mine))]
    public Task Is_free_of_barriers_on_a_desk_and_on_a_phone(string template) => LookWholeAsync(template);
}

public sealed class EveryOtherFrenchPageTests(EveryPage.Owner owner, SampledPupitre sample)
    : HalfOfFrenchPages(owner, sample), IClassFixture<EveryPage.Owner>
{
    public static TheoryData<string> Mine => Half(1);

    [Theory]
    [MemberData(nameof(Mine))]
    public Task Is_free_of_barriers_on_a_desk_and_on_a_phone(string template) => LookWholeAsync(template);
}

public sealed class EveryEnglishPageTests(EveryPage.Owner owner, SampledPupitre sample) : EveryPage("en", owner, sample), IClassFixture<EveryPage.Owner>
{
    [Theory]
    [MemberData(nameof(Templates))]
    public Task Says_in_its_words_what_it_shows_and_fits_its_window(string template) =>
        LookAsync(template, visitor => visitor.FindNoBarrierInWordsAsync(), _ => Task.CompletedTask);
}
