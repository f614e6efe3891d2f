using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Today;

namespace Pupitre.Product.Tests.Platform;

/// <summary>The page of today says what the other pages say, and leads to where it is done.</summary>
[Collection(SampledCollection.Name)]
public sealed class TodayTests(SampledPupitre sample)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_line_leads_to_a_page_that_is_there()
    {
        var groups = await GroupsAsync();
        using var browser = sample.Pupitre.Browser();
        await browser.SignInAsync(sample.Company);

        groups.Select(group => group.Urgency).ShouldBe(groups.Select(group => group.Urgency).Order());
        foreach (var path in groups.SelectMany(group => group.Lines).Select(line => line.Path.Split('#')[0]).Distinct())
        {
            await browser.OpenAsync($"/{sample.Company.Slug}/{path}");
            browser.Status.ShouldBe(System.Net.HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task It_counts_what_the_other_pages_count()
    {
        var lines = (await GroupsAsync()).SelectMany(group => group.Lines).ToList();
        using var browser = sample.Pupitre.Browser();
        await browser.SignInAsync(sample.Company);
        await browser.OpenAsync($"/{sample.Company.Slug}/guardrails");
        var open = lines.Where(line => line.Path.StartsWith("guardrails", StringComparison.Ordinal)).Sum(line => line.Count);
        browser.Text.ShouldContain($"{open} points sont à reprendre");

        await browser.OpenAsync($"/{sample.Company.Slug}/today");

        browser.Page.QuerySelector("h1")!.TextContent.ShouldBe("Aujourd’hui");
        var mend = lines.Where(line => line.Urgency == Urgency.Mend).Sum(line => line.Count);
        mend.ShouldBeGreaterThan(open, "the gaps in the clauses of contracts stand there too");
        browser.Text.ShouldContain(string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"{mend} points à remettre en ordre"));
        await browser.OpenAsync($"/{sample.Company.Slug}/today?all=yes");
        browser.Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(lines.Count);
    }

    [Fact]
    public async Task A_company_without_anything_to_do_is_told_so()
    {
        var company = await sample.Pupitre.HaveCompanyAsync();
        using var browser = sample.Pupitre.Browser("en");
        await browser.SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/today");

        browser.Text.ShouldContain("Nothing is waiting for you today.");
        browser.Text.ShouldContain("Everything is up to date");
    }

    private Task<IReadOnlyList<TodayGroup>> GroupsAsync() => sample.Pupitre.InsideAsync(sample.Company, services =>
        services.GetRequiredService<ReadToday>().RunAsync(Token));
}
