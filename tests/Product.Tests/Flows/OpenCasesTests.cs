using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Product.Tests.Service;
using Pupitre.Recognition.Tables;

namespace Pupitre.Product.Tests.Flows;

/// <summary>
/// Invoices of January to March, twenty-four a month, recorded two days after they came and paid after thirty; the table was written on 31 March.
/// Those of March are not paid yet, and nothing says that they are late.
/// </summary>
public sealed class OpenCasesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const int Invoices = 24;
    private const string Received = "Facture reçue";
    private const string Recorded = "Facture enregistrée";
    private const string Paid = "Facture réglée";

    private static readonly DateOnly _written = new(2026, 3, 31);

    [Fact]
    public async Task A_month_that_is_not_finished_is_no_fall()
    {
        var (flow, source) = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        await browser.OpenAsync(flow.Path($"flows/drift?source={source}"));

        browser.Text.WithPlainSpaces().ShouldContain("Non tracé, parce que tous ses cas ne sont pas encore arrivés au bout : mars 2026 (24 cas en cours).");
        browser.Text.WithPlainSpaces().ShouldContain("La moitié des cas commencés en janvier 2026 s’achèvent en moins de 30 jours ; en février 2026, en moins de 30 jours");
        browser.Page.QuerySelectorAll("#f-after option").Select(option => option.GetAttribute("value")).ShouldBe(["2026-02", "2026-01"]);
        browser.Page.QuerySelectorAll("polyline").ShouldAllBe(line => line.GetAttribute("points")!.Split(' ', StringSplitOptions.None).Length == 2);
    }

    [Fact]
    public async Task Where_the_day_alone_is_known_no_hour_is_shown()
    {
        var (flow, source) = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(flow.Company);

        foreach (var page in (string[])["flows/cases", "flows/waiting", "flows/variants", "flows"])
        {
            await browser.OpenAsync(flow.Path($"{page}?source={source}"));
            browser.Text.ShouldNotContain("00:00");
        }

        await browser.OpenAsync(flow.Path($"flows/waiting?source={source}"));
        browser.Text.WithPlainSpaces().ShouldContain("2 jours");
        browser.Text.ShouldContain("24 cas sont en cours");
    }

    private async Task<(FlowCompany Flow, Guid Source)> HaveAsync()
    {
        var flow = await FlowCompany.HaveAsync(pupitre);
        return (flow, await pupitre.InsideAsync(flow.Company, async services => (await new ServiceBuilder(services).ImportAsync(flow.Commitment, SourceRules.AllObserved, Events(), "Factures")).Id));
    }

    private static IEnumerable<IncomingEvent> Events()
    {
        var line = 1;
        for (var month = 1; month <= 3; month++)
        {
            for (var number = 1; number <= Invoices; number++)
            {
                var (name, came) = ($"F{month}-{number}", new DateOnly(2026, month, number));
                line++;
                foreach (var (activity, day) in new[] { (Received, came), (Recorded, came.AddDays(2)), (Paid, came.AddDays(month == 3 ? 400 : 30)) }.Where(step => step.Item2 <= _written))
                {
                    yield return ServiceBuilder.On(name, activity, day, line);
                }
            }
        }

        yield return ServiceBuilder.On("F1-25", Received, _written.AddDays(-80), ++line);
        yield return ServiceBuilder.On("F1-25", Paid, _written, line);
    }
}
