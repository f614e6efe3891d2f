using System.Globalization;
using System.Text.RegularExpressions;

namespace Pupitre.Product.Tests.Service;

/// <summary>What a page says at its top can be made from what stands below, and no line hides what another would show.</summary>
[Collection(SampledCollection.Name)]
public sealed partial class ReconciledFiguresTests(SampledPupitre sample)
{
    [Fact]
    public async Task Both_counts_of_a_scorecard_can_be_made_from_its_table()
    {
        using var browser = await OpenAsync("/scorecards");
        await browser.OpenAsync(Link(browser, "Banque saisie et rapprochée"));

        var answer = TwoCounts().Match(browser.Text);
        answer.Success.ShouldBeTrue(browser.Text);
        int Said(string name) => int.Parse(answer.Groups[name].Value, CultureInfo.InvariantCulture);
        var rows = browser.Page.QuerySelectorAll("main table tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.WithPlainSpaces().Trim()).ToList()).ToList();
        var due = rows.Where(row => row[^1].Length > 0).ToList();

        due.Count(row => row[^1] == "à l’heure").ShouldBe(Said("proven"));
        due.Count(row => row[^1] == "fait, date inconnue").ShouldBe(Said("left"));
        due.Count.ShouldBe(Said("all"));
        (Said("all") - Said("left")).ShouldBe(Said("base"));
    }

    [Fact]
    public async Task A_case_that_ended_before_anything_was_owed_says_by_what_and_when()
    {
        using var browser = await OpenAsync("/scorecards");
        await browser.OpenAsync(Link(browser, "Relance 1 envoyée") + "/cases?outcome=Outside");
        var row = browser.Page.QuerySelector("main tbody tr")!;
        row.QuerySelector("td[data-label='Fin']")!.TextContent.Trim().ShouldNotBeEmpty();

        await browser.OpenAsync(row.QuerySelector("a")!.GetAttribute("href")!);

        browser.Text.ShouldMatch(@"Paiement reçu le \w+ \d+ \w+ \d{4}, avant l’échéance du \w+ \d+ \w+ \d{4} : plus rien n’était à faire\.");
        browser.Text.ShouldNotContain("Attente 0 min");
        browser.Text.ShouldNotContain("au plus");
        browser.Page.QuerySelectorAll("main .pu-timeline-rule").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("processes", "Relances clients", "Relance 1 envoyée :", "Mise en demeure")]
    [InlineData("providers", "Cabinet Orvault-Sénac", "échéances sur", "Réponse à une question :")]
    public async Task A_line_of_a_list_names_each_kind_that_it_counts(string list, string row, string one, string other)
    {
        using var browser = await OpenAsync("/" + list);

        var line = browser.Page.QuerySelectorAll("main tbody tr").Single(line => line.QuerySelector("th")!.TextContent.Contains(row, StringComparison.Ordinal));
        var cell = line.QuerySelector("td[data-label='À l’heure, sur douze mois']")!.TextContent.WithPlainSpaces();
        cell.ShouldContain(one);
        cell.ShouldContain(other);
        browser.Page.QuerySelectorAll("main td[data-label='À l’heure, sur douze mois']").ShouldAllBe(shown => shown.TextContent.Trim().Length > 0);
    }

    [Fact]
    public async Task The_scorecards_have_counts_rates_and_targets_in_columns_of_their_own()
    {
        using var browser = await OpenAsync("/scorecards");

        var proven = browser.Page.QuerySelectorAll("main td[data-label='À l’heure avec preuve']");
        proven.ShouldNotBeEmpty();
        foreach (var cell in proven)
        {
            cell.TextContent.ShouldNotContain("%");
        }

        browser.Page.QuerySelectorAll("main td[data-label='Objectif']").ShouldContain(cell => cell.TextContent.Contains('%', StringComparison.Ordinal));
        browser.Text.ShouldMatch(@"Échéances des prestataires : (\d+ renseignées sur \d+, )?à l’heure");
    }

    [Fact]
    public async Task Several_due_dates_are_chosen_page_by_page_and_open_on_those_that_no_proof_dates()
    {
        using var browser = await OpenAsync("/due-dates/selection");
        var rows = browser.Page.QuerySelectorAll("main tbody tr").Length;
        rows.ShouldBeInRange(1, 25);
        browser.Text.ShouldContain("Aucune échéance cochée");
        browser.Page.QuerySelectorAll("main tbody tr").ShouldAllBe(row => !row.TextContent.Contains("à l’heure, avec preuve", StringComparison.Ordinal));

        await browser.OpenAsync(sample.AddressOf("/{company}/due-dates/selection").Split('?')[0] + "?show=Past&page=2");
        browser.Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(25);
        await browser.OpenAsync(browser.Page.QuerySelectorAll("main a").Single(link => link.TextContent.StartsWith("Cocher les", StringComparison.Ordinal)).GetAttribute("href")!);

        var all = browser.Page.QuerySelectorAll("main tbody input[checked]").Length;
        all.ShouldBeGreaterThan(25);
        browser.Text.ShouldContain($"{all} échéances cochées");
    }

    [Fact]
    public async Task The_accounts_of_a_file_end_with_their_totals_and_each_balance_has_its_side()
    {
        using var browser = await OpenAsync("/search?q=fichier comptable&kind=35");
        await browser.OpenAsync(browser.Page.QuerySelector(".pu-hits a")!.GetAttribute("href")! + "/accounts");

        var totals = browser.Page.QuerySelectorAll("main tfoot td").Select(cell => cell.TextContent.Trim()).ToList();
        totals[^1].ShouldBe(totals[^2]);
        totals[^1].ShouldMatch(@"^\d[\d\s]*,\d\d$");
        browser.Page.QuerySelectorAll("main thead th").Select(head => head.TextContent.Trim()).ShouldContain(head => head.Contains('€'));
        browser.Page.QuerySelectorAll("main tbody td[data-label^='Solde créditeur']").ShouldContain(cell => cell.TextContent.Trim().Length > 0);
    }

    private async Task<TestBrowser> OpenAsync(string path)
    {
        var browser = sample.Pupitre.Browser();
        await browser.SignInAsync(sample.Company);
        return await browser.OpenAsync($"/{sample.Company.Slug}{path}");
    }

    private static string Link(TestBrowser browser, string name) => browser.Page.QuerySelectorAll("main table a").First(link => link.TextContent.Trim() == name).GetAttribute("href")!;

    [GeneratedRegex(@"(?<proven>\d+) sur (?<base>\d+) avec preuve, \d+ sur (?<all>\d+) en comptant les déclarations \(échéances\) : le premier compte en laisse (?<left>\d+) de côté", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TwoCounts();
}
