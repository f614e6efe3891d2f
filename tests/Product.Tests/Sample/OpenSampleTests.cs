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
}
