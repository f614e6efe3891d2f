using System.Net;

namespace Pupitre.Product.Tests.Sample;

/// <summary>Who waits for the sample company to load is led to its grid.</summary>
[Collection(SampledCollection.Name)]
public sealed class OpenSampleTests(SampledPupitre sample)
{
    private const string Job = "/{company}/jobs/{Id:guid}";

    [Fact]
    public async Task Once_loaded_the_page_of_the_work_leads_on_by_itself()
    {
        using var owner = await sample.Pupitre.Browser().SignInAsync(sample.Company);

        await owner.OpenAsync(sample.AddressOf(Job).Split('?')[0] + "?follow=1");

        owner.Path.ShouldBe($"/{sample.Company.Slug}/due-dates");
        owner.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_looks_it_up_later_reads_how_it_went()
    {
        using var owner = await sample.Pupitre.Browser().SignInAsync(sample.Company);

        await owner.OpenAsync(sample.AddressOf(Job).Split('?')[0]);

        owner.Path.ShouldContain("/jobs/");
        owner.Page.QuerySelector("main a[href$='/due-dates']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_first_steps_of_a_new_company_are_not_those_of_a_sample()
    {
        using var owner = await sample.Pupitre.Browser().SignInAsync(sample.Company);

        await owner.OpenAsync($"/{sample.Company.Slug}/due-dates");

        owner.Page.QuerySelector(".pu-steps").ShouldBeNull();
        owner.Page.QuerySelectorAll(".pu-sum svg.pu-signature").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_yearly_receipt_stands_on_the_year_that_was_closed_and_not_on_the_one_in_which_it_came()
    {
        using var owner = await sample.Pupitre.Browser().SignInAsync(sample.Company);

        await owner.OpenAsync($"/{sample.Company.Slug}/due-dates");

        var row = owner.Page.QuerySelectorAll(".pu-grid tbody tr").Single(line => line.TextContent.Contains("Liasse fiscale", StringComparison.Ordinal));
        var proven = row.QuerySelectorAll(".pu-grid-cell").Single(cell => cell.QuerySelector(".pu-mark-proven") is not null);
        proven.GetAttribute("href")!.ShouldEndWith("/2025");
        row.Children[1].Contains(proven).ShouldBeTrue("The first column is December 2025, the month of closing.");
    }

    [Fact]
    public async Task Its_map_holds_what_it_measures_and_what_was_taken_beside_it()
    {
        using var owner = await sample.Pupitre.Browser().SignInAsync(sample.Company);

        await owner.OpenAsync($"/{sample.Company.Slug}/processes");

        owner.Text.ShouldContain("25 processus dans votre inventaire.");
        owner.Page.QuerySelectorAll("tbody th")
            .Count(name => name.TextContent.Contains("repris tel quel", StringComparison.OrdinalIgnoreCase))
            .ShouldBe(4, "Nobody has looked at four of them yet.");
    }
}
