using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Access.SetUp;
using Pupitre.Platform.Data;
using Pupitre.Product.Tests.Architecture;

namespace Pupitre.Browser.Tests;

/// <summary>The pages before anybody signed in, on a program that has no account yet.</summary>
public sealed class AccountPagesTests(AccountPagesTests.Strangers strangers) : IClassFixture<AccountPagesTests.Strangers>
{
    public static TheoryData<string, string> PagesAndLanguages =>
    [
        .. Pages.All.Select(page => page.Template)
            .Where(template => !template.Contains('{', StringComparison.Ordinal) && template is not ("/account" or "/"))
            .SelectMany(template => new TheoryDataRow<string, string>[] { new(template, "fr"), new(template, "en") }),
    ];

    [Theory]
    [MemberData(nameof(PagesAndLanguages))]
    public async Task Every_page_is_free_of_barriers_on_a_desk_and_on_a_phone(string template, string language)
    {
        var visitor = await strangers.WhoReadsAsync(language);
        await visitor.ResizeAsync(Visit.Desk);
        await visitor.OpenAsync(template == "/set-up" ? template + "?token=" + await strangers.IssueTokenAsync() : template);

        await visitor.FindNoBarrierAsync();
        await visitor.ResizeAsync(Visit.Phone);
        await visitor.FindNoBarrierAsync();
        await visitor.FindNoSidewaysScrollAsync();
    }

    /// <summary>Somebody for each language who has no account, before a program that has none: a window for each page takes longer.</summary>
    public sealed class Strangers(Chromium chromium) : IAsyncLifetime
    {
        private readonly RunningPupitre _pupitre = RunningPupitre.Fresh();
        private readonly Dictionary<string, Visitor> _visitors = [];

        public ValueTask InitializeAsync() => _pupitre.InitializeAsync();

        public async Task<Visitor> WhoReadsAsync(string language)
        {
            if (!_visitors.TryGetValue(language, out var visitor))
            {
                visitor = _visitors[language] = await Visitor.ComeAsync(chromium, _pupitre.Address, new Visit(language));
            }

            return visitor;
        }

        public async Task<string> IssueTokenAsync()
        {
            await using var scope = _pupitre.Services.CreateAsyncScope();
            var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
            return (await SetUpToken.IssueAsync(
                scope.ServiceProvider.GetRequiredService<Db>(), now, TestContext.Current.CancellationToken))!;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var visitor in _visitors.Values)
            {
                await visitor.DisposeAsync();
            }

            await _pupitre.DisposeAsync();
        }
    }
}
