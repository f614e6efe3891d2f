using Pupitre.Product.Tests.Architecture;

[assembly: AssemblyFixture(typeof(SampledPupitre))]

namespace Pupitre.Browser.Tests;

/// <summary>What holds for every page in a real browser: no barrier and no sideways scroll, on a desk and on a phone, in both languages.</summary>
/// <remarks>One owner per language looks at all pages: signing in anew for each would take longer than looking.</remarks>
public sealed class EveryPageTests(EveryPageTests.Owners owners, SampledPupitre sample) : IClassFixture<EveryPageTests.Owners>
{
    public static TheoryData<string, string> PagesAndLanguages =>
    [
        .. Pages.OfCompany.Select(page => page.Template).Append("/account").SelectMany(template => new TheoryDataRow<string, string>[] { new(template, "fr"), new(template, "en") }),
    ];

    [Theory]
    [MemberData(nameof(PagesAndLanguages))]
    public async Task Is_free_of_barriers_on_a_desk_and_on_a_phone(string template, string language)
    {
        var visitor = await owners.WhoReadsAsync(language);
        await visitor.ResizeAsync(Visit.Desk);
        await visitor.OpenAsync(template == "/account" ? template : sample.AddressOf(template));

        await visitor.FindNoBarrierAsync();
        await visitor.ResizeAsync(Visit.Phone);
        await visitor.FindNoBarrierAsync();
        await visitor.FindNoSidewaysScrollAsync();
    }

    /// <summary>An owner who is signed in, for each language.</summary>
    public sealed class Owners(Chromium chromium, SampledPupitre sample) : IAsyncDisposable
    {
        private readonly Dictionary<string, Visitor> _owners = new(StringComparer.Ordinal);

        public async Task<Visitor> WhoReadsAsync(string language)
        {
            if (!_owners.TryGetValue(language, out var owner))
            {
                owner = _owners[language] = await Visitor.ComeAsync(chromium, sample.Pupitre.Address, new Visit(language));
                await owner.SignInAsync(sample.Company);
            }

            return owner;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var owner in _owners.Values)
            {
                await owner.DisposeAsync();
            }
        }
    }
}
