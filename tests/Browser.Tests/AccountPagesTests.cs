using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Access.SetUp;
using Pupitre.Platform.Data;
using Pupitre.Product.Tests.Architecture;

namespace Pupitre.Browser.Tests;

/// <summary>The pages before anybody signed in, on a program that has no account yet.</summary>
public sealed class AccountPagesTests(Chromium chromium, RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    public static TheoryData<string, string> PagesAndLanguages => [.. Pages.All.Where(page => !page.Template.Contains('{', StringComparison.Ordinal) && page.Template is not ("/account" or "/")).SelectMany(page => new TheoryDataRow<string, string>[] { new(page.Template, "fr"), new(page.Template, "en") })];

    [Theory]
    [MemberData(nameof(PagesAndLanguages))]
    public async Task Every_page_is_free_of_barriers_on_a_desk_and_on_a_phone(string template, string language)
    {
        await using var visitor = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit(language));
        await visitor.OpenAsync(template == "/set-up" ? template + "?token=" + await IssueTokenAsync() : template);

        await visitor.FindNoBarrierAsync();
        await visitor.ResizeAsync(Visit.Phone);
        await visitor.FindNoBarrierAsync();
        await visitor.FindNoSidewaysScrollAsync();
    }

    private async Task<string> IssueTokenAsync()
    {
        await using var scope = pupitre.Services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        return (await SetUpToken.IssueAsync(scope.ServiceProvider.GetRequiredService<Db>(), now, TestContext.Current.CancellationToken))!;
    }
}
