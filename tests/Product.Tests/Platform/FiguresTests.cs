using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Figures;

namespace Pupitre.Product.Tests.Platform;

/// <summary>Figures that modules contribute say what the modules' own pages say, and lead there.</summary>
[Collection(SampledCollection.Name)]
public sealed class FiguresTests(SampledPupitre sample)
{
    [Fact]
    public async Task They_are_those_of_the_pages_that_they_lead_to()
    {
        var figures = await sample.Pupitre.InsideAsync(sample.Company, async services =>
            (await services.GetRequiredService<ReadFigures>().RunAsync(TestContext.Current.CancellationToken))
                .SelectMany(group => group.Figures).ToList());
        using var browser = sample.Pupitre.Browser();
        await browser.SignInAsync(sample.Company);

        figures.Select(figure => figure.Key).ShouldBeUnique();
        var kept = figures.Single(figure => figure.Key == "due-dates.kept");
        await browser.OpenAsync($"/{sample.Company.Slug}/{kept.Path}");
        browser.Text.ShouldContain($"{kept.Value:0} sur {kept.Base:0}");
        var followed = figures.Single(figure => figure.Key == "scorecards.followed");
        await browser.OpenAsync($"/{sample.Company.Slug}/{followed.Path}");
        browser.Text.ShouldContain($"{followed.Value:0} engagements");

        var open = figures.Single(figure => figure.Key == "guardrails.open");
        await browser.OpenAsync($"/{sample.Company.Slug}/{open.Path}");
        browser.Text.ShouldContain($"{open.Value:0} points sont à reprendre");

        await browser.OpenAsync($"/{sample.Company.Slug}/figures");
        browser.Page.QuerySelectorAll("main table tbody tr").Length.ShouldBe(figures.Count);
        browser.Text.ShouldContain($"({kept.Value:0} sur {kept.Base:0})");
        var link = browser.Page.QuerySelector("main a[href$='figures/export.csv']")!.GetAttribute("href")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(link, UriKind.Relative));
        using var answer = await browser.RawAsync(request);
        var csv = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(figures.Count + 1);
        csv.ShouldContain("due-dates.kept;");
        csv.ShouldContain($";{kept.Value:0};{kept.Base:0};");
    }

    [Theory]
    [InlineData(null, 30, "pas assez de données")]
    [InlineData(0, 0, "rien à compter")]
    [InlineData(11, 12, "11 sur 12")]
    [InlineData(199, 200, "99,5\u00a0% (199 sur 200)")]
    [InlineData(1999, 2000, "99,9\u00a0% (1\u202f999 sur 2\u202f000)")]
    [InlineData(3, null, "3")]
    public void A_share_is_a_rate_from_twenty_on_and_bears_its_base(int? value, int? whole, string said)
    {
        var culture = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
            FigureWords.Of(new Figure("k", "t", FigureUnit.Points, value, "p", whole)).ShouldBe(said);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = culture;
        }
    }
}
