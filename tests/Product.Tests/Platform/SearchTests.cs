using System.Net;
using Pupitre.Platform.Extension;
using Pupitre.Product.Tests.Architecture;

namespace Pupitre.Product.Tests.Platform;

/// <summary>One field finds what a company holds, whoever keeps it.</summary>
[Collection(SampledCollection.Name)]
public sealed class SearchTests(SampledPupitre sample)
{
    [Theory]
    [InlineData("orvault", "/providers/", "Cabinet Orvault-Sénac")]
    [InlineData("ORVAULT senac", "/contracts/", "Lettre de mission – Cabinet Orvault-Sénac")]
    [InlineData("dsn mensuelle", "/commitments/", "DSN mensuelle acceptée")]
    [InlineData("comptabilite", "/processes/", "Comptabilité et TVA")]
    [InlineData("suivi-mission", "/evidence/files/", "suivi-mission-cabinet.xlsx")]
    [InlineData("q2508-01", "/flows/cases/", "Q2508-01")]
    [InlineData("fichier comptable 2026", "/accounting-files/", "Fichier comptable")]
    public async Task Words_without_accents_and_capitals_lead_to_what_holds_them(string words, string path, string name)
    {
        using var browser = sample.Pupitre.Browser();
        await browser.SignInAsync(sample.Company);
        await browser.OpenAsync($"/{sample.Company.Slug}");

        await browser.OpenAsync($"/{sample.Company.Slug}/search?q={Uri.EscapeDataString(words)}");

        var hit = browser.Page.QuerySelectorAll($".pu-hits a[href*='{path}']").FirstOrDefault(link => link.TextContent.Contains(name, StringComparison.Ordinal));
        hit.ShouldNotBeNull(browser.Text);
        (await browser.OpenAsync(hit.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_page_has_the_field_and_it_needs_no_script()
    {
        using var browser = sample.Pupitre.Browser();
        await browser.SignInAsync(sample.Company);

        await browser.OpenAsync(sample.AddressOf("/{company}/providers"));

        var form = browser.Page.QuerySelector("form[role=search]")!;
        form.GetAttribute("action").ShouldBe($"/{sample.Company.Slug}/search");
        form.GetAttribute("method").ShouldBe("get");
        form.QuerySelector("label[for=find]")!.TextContent.ShouldBe("Rechercher dans l’entreprise");
    }

    [Theory]
    [InlineData("", "Un mot suffit")]
    [InlineData("   ", "Un mot suffit")]
    [InlineData("%", "Rien ne correspond à « % »")]
    [InlineData("<script>alert(1)</script>", "Rien ne correspond")]
    public async Task What_nothing_holds_is_said(string words, string said)
    {
        using var browser = sample.Pupitre.Browser();
        await browser.SignInAsync(sample.Company);

        await browser.OpenAsync($"/{sample.Company.Slug}/search?q={Uri.EscapeDataString(words)}");

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.WithPlainSpaces().ShouldContain(said);
        browser.Page.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_company_finds_nothing_of_another()
    {
        var other = await sample.Pupitre.HaveCompanyAsync();
        using var browser = sample.Pupitre.Browser();
        await browser.SignInAsync(other);

        await browser.OpenAsync($"/{other.Slug}/search?q=orvault");

        browser.Page.QuerySelectorAll(".pu-hits a").ShouldBeEmpty();
        (await browser.OpenAsync($"/{sample.Company.Slug}/search?q=orvault")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_looked_for_is_marked_and_counted_and_all_of_a_kind_is_a_click_away()
    {
        using var browser = sample.Pupitre.Browser();
        await browser.SignInAsync(sample.Company);

        await browser.OpenAsync($"/{sample.Company.Slug}/search?q=q25");

        browser.Page.QuerySelectorAll(".pu-hits mark").ShouldAllBe(mark => mark.TextContent == "Q25" || mark.TextContent == "q25");
        browser.Page.QuerySelectorAll(".pu-hits a[href*='/flows/cases/']").Length.ShouldBe(8);
        browser.Page.QuerySelector(".pu-hits li:has(a[href*='/flows/cases/']) span")!.TextContent.ShouldMatch(@"\d\d/\d\d/\d{4}");
        var all = browser.Page.QuerySelector("main a[href*='kind=40']")!;
        var said = int.Parse(string.Concat(all.TextContent.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
        said.ShouldBeGreaterThan(8);
        await browser.OpenAsync(all.GetAttribute("href")!);

        browser.Text.ShouldContain($"« q25 » : {said} résultats.");
        browser.Page.QuerySelectorAll(".pu-hits a").Length.ShouldBe(Math.Min(said, 50));
    }

    [Theory]
    [InlineData("ete", "Été 2026", "[Été] 2026")]
    [InlineData("œuv", "Main d’oeuvre, main d’œuvre", "Main d’[oeuv]re, main d’[œuv]re")]
    [InlineData("a b", "abc", "[ab]c")]
    [InlineData("zz", "rien", "rien")]
    [InlineData("x", "", "")]
    public void What_is_looked_for_is_marked_as_it_is_written(string words, string text, string marked) =>
        string.Concat(SearchWords.Of(words).PartsOf(text).Select(part => part.IsFound ? "[" + part.Text + "]" : part.Text)).ShouldBe(marked);

    [Fact]
    public void Words_are_cut_folded_and_counted_once()
    {
        SearchWords.Of("  Été  ÉTÉ œuvre ").All.ShouldBe(["ete", "oeuvre"]);
        SearchWords.Of("Été").Both.ShouldBe([("Été", "ete")]);
        SearchWords.Of(null).IsEmpty.ShouldBeTrue();
        SearchWords.Of(new string('a', 5_000)).All.ShouldBe([new string('a', SearchWords.MaxLength)]);
        SearchWords.Of("a b c d e f g h i j").All.Count.ShouldBe(8);
        SearchWords.Of("relance 1").AreIn("Relance n° 1", null).ShouldBeTrue();
        SearchWords.Of("relance 2").AreIn("Relance n° 1", null).ShouldBeFalse();
    }
}
