using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Flows.Logs;
using Pupitre.Kernel.Commitments;
using Pupitre.Product.Tests.Service;
using Pupitre.Recognition.Tables;

namespace Pupitre.Product.Tests.Flows;

/// <summary>A log that takes more than a moment opens aside, and the page says how far that is.</summary>
public sealed class LargeLogTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    /// <summary>Above what is opened while the reader waits.</summary>
    private const int Cases = 80_000;

    [Fact]
    public async Task A_large_log_shows_how_far_its_opening_is_and_then_the_map()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        var large = await pupitre.InsideAsync(flow.Company, async services => (await new ServiceBuilder(services).ImportAsync(flow.Commitment, SourceRules.AllObserved, Events(), "Grand journal")).Id);
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);
        var address = flow.Path($"flows?source={large}");

        // Somebody else's log is being read: one is at a time.
        using (await pupitre.Services.GetRequiredService<FlowCache>().EnterAsync(TestContext.Current.CancellationToken))
        {
            await browser.OpenAsync(address);

            browser.Text.ShouldContain("Le journal s’ouvre");
            browser.Page.QuerySelector($"main a[href='{address}']").ShouldNotBeNull("Without JavaScript there is a way to look again.");
            (await IsOverAsync(browser)).ShouldBeFalse();
            using var stranger = await pupitre.Browser().SignInAsync(await pupitre.HaveCompanyAsync());
            await stranger.OpenAsync(browser.Page.QuerySelector("job-progress")!.GetAttribute("src")!);
            stranger.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        }

        // Each answer waits for the log for a while itself before it says how far it is.
        for (var asked = 0; browser.Page.QuerySelector("job-progress") is not null && asked < 100; asked++)
        {
            await browser.OpenAsync(address);
        }

        string.Join(' ', browser.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain("Sur 80 000 cas et 160 000 événements");
    }

    private static async Task<bool> IsOverAsync(TestBrowser browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, browser.Page.QuerySelector("job-progress")!.GetAttribute("src"));
        using var answer = await browser.RawAsync(request);
        using var progress = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return progress.RootElement.GetProperty("isOver").GetBoolean();
    }

    private static IEnumerable<IncomingEvent> Events() => Enumerable.Range(0, Cases).SelectMany(number => new[]
    {
        FlowCompany.At("C" + number, FlowCompany.Asked, number % 5_000, (2 * number) + 2), FlowCompany.At("C" + number, FlowCompany.Answered, (number % 5_000) + 1, (2 * number) + 3),
    });
}
