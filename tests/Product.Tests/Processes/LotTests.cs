using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Deciding.Lots;

namespace Pupitre.Product.Tests.Processes;

/// <summary>The order of lots, as people of a company use it.</summary>
public sealed class LotTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task An_empty_order_says_why_and_leads_to_the_diagnoses()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/lots");
        browser.Text.ShouldContain("Rien à ordonner pour l’instant");
        browser.Page.QuerySelector($"main a.btn[href='/{company.Slug}/processes/decisions']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_weighed_comes_in_order_with_its_reasons_and_leaves_as_a_table()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var small = await ProcessAsync(browser, "Notes de frais", "Low", offer: "2");
        await ProcessAsync(browser, "Paie du mois", "Vital", offer: null);
        var list = $"/{company.Slug}/processes/lots";
        await browser.OpenAsync(list);

        browser.Text.WithPlainSpaces().ShouldContain("1 processus à traiter en 1 lot");
        browser.Text.WithPlainSpaces().ShouldContain("Gain connu : 2 160 € par an, sur 1 d’entre eux.");
        browser.Text.ShouldNotContain("Paie du mois");
        browser.Page.QuerySelectorAll("figure > svg").Length.ShouldBe(2);

        // What nobody has weighed can be put in all the same; nothing is known to be won.
        await browser.OpenAsync(list + "?show=out");
        await browser.OpenAsync(browser.Page.QuerySelector("main tbody th a")!.GetAttribute("href")!);
        browser.Text.WithPlainSpaces().ShouldContain("5 j — estimés d’après la carte");
        await browser.SendAsync("#say ~ form, main form[method=post]", ("Input.Part", "In"), ("Input.Days", "30"));
        browser.Path.ShouldBe(list);
        browser.Text.WithPlainSpaces().ShouldContain("2 processus à traiter");
        browser.Text.WithPlainSpaces().ShouldContain("Chantier lourd");

        using var csv = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, list + ".csv"));
        var text = await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("Notes de frais");
        text.ShouldContain("saisis par vous");
        small.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_capacity_is_said_and_who_says_it_second_sees_what_changed()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        await ProcessAsync(first, "Notes de frais", "Low", offer: "2");
        var page = $"/{company.Slug}/processes/lots/capacity";
        await first.OpenAsync(page);
        await second.OpenAsync(page);
        await first.SendAsync(Form, ("Input.DaysAMonth", "3"), ("Input.AtOnce", "1"));
        first.Text.WithPlainSpaces().ShouldContain("3 jours par mois, 1 processus à la fois");

        await second.SendAsync(Form, ("Input.DaysAMonth", "9"));
        second.Status.ShouldBe(HttpStatusCode.Conflict);
        await second.SendAsync(Form);
        second.Text.WithPlainSpaces().ShouldContain("9 jours par mois, 2 processus à la fois");

        await second.OpenAsync(page);
        await second.SendAsync(Form, ("Input.DaysAMonth", "0"));
        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await second.OpenAsync($"/{company.Slug}/history");
        second.Text.WithPlainSpaces().ShouldContain("Capacité des lots : 9 jours par mois, 2 processus à la fois");
    }

    [Fact]
    public async Task An_order_by_hand_is_kept_while_the_computed_one_counts_again()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await ProcessAsync(browser, "Alpha", "Low", offer: "2");
        await ProcessAsync(browser, "Beta", "Low", offer: "2,5");
        await browser.OpenAsync($"/{company.Slug}/processes/lots");
        Names(browser).ShouldBe(["Alpha", "Beta"]);

        await browser.SendAsync("form[action$='/down']");
        Names(browser).ShouldBe(["Beta", "Alpha"]);
        browser.Text.ShouldContain("Cet ordre est le vôtre");
        await browser.SendAsync("form[action$='/computed-order']");
        Names(browser).ShouldBe(["Alpha", "Beta"]);
        await browser.SendAsync("form[action$='/own-order']");
        Names(browser).ShouldBe(["Beta", "Alpha"]);
        await browser.OpenAsync($"/{company.Slug}/history");
        browser.Text.WithPlainSpaces().ShouldContain("« Alpha » mis à la place 2 de l’ordre des lots");
    }

    [Fact]
    public async Task What_somebody_wants_before_is_kept_taken_back_put_back_and_never_in_a_circle()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var alpha = await ProcessAsync(browser, "Alpha", "Low", offer: "2");
        var beta = await ProcessAsync(browser, "Beta", "Low", offer: "2,5");
        var page = $"/{company.Slug}/processes/lots/";
        await browser.OpenAsync(page + alpha);
        await browser.SendAsync("form:has([name='Rule.FirstId'])", ("Rule.FirstId", beta));
        browser.Text.WithPlainSpaces().ShouldContain("après « Beta », comme vous l’avez demandé");
        await browser.OpenAsync($"/{company.Slug}/processes/lots");
        Names(browser).ShouldBe(["Beta", "Alpha"]);

        await browser.OpenAsync(page + beta);
        await browser.SendAsync("form:has([name='Rule.FirstId'])", ("Rule.FirstId", alpha));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("chacun attendrait l’autre");

        await browser.OpenAsync(page + alpha);
        await browser.SendAsync("form[action$='/removal']");
        browser.Text.ShouldNotContain("comme vous l’avez demandé");
        await browser.SendAsync("form[action$='/return']");
        browser.Text.ShouldContain("comme vous l’avez demandé");
    }

    [Fact]
    public async Task A_month_that_is_meant_has_to_be_said_and_a_fixed_one_is_kept()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var alpha = await ProcessAsync(browser, "Alpha", "Low", offer: "2");
        var page = $"/{company.Slug}/processes/lots/{alpha}";
        await browser.OpenAsync(page);
        await browser.SendAsync(Form, ("Input.When", "Fixed"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Dites quel mois");

        var month = browser.Page.QuerySelectorAll("[name='Input.Month'] option")[5].GetAttribute("value")!;
        await browser.SendAsync(Form, ("Input.Month", month));
        await browser.OpenAsync(page);
        browser.Text.WithPlainSpaces().ShouldContain("mois fixé par vous");
    }

    [Fact]
    public async Task What_the_company_can_do_is_known_before_it_has_a_single_process()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/lots/capacity");
        await browser.SendAsync(Form, ("Input.DaysAMonth", "9"), ("Input.AtOnce", "3"));

        var view = await pupitre.InsideAsync(company, services =>
            services.GetRequiredService<ReadLots>().RunAsync(TestContext.Current.CancellationToken));

        view.Capacity.ShouldBe(new LotCapacity(9, 3));
    }

    private static string[] Names(TestBrowser browser) =>
        [.. browser.Page.QuerySelectorAll("main tbody th a").Select(link => link.TextContent.Trim()).Where(name => name.Length > 0)];

    /// <summary>A process with figures, and an offer at so many euros for each unit; its key.</summary>
    private static async Task<string> ProcessAsync(TestBrowser browser, string name, string criticality, string? offer)
    {
        var slug = browser.Path.Split('/')[1];
        await browser.OpenAsync($"/{slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", name), ("Input.Volume", "60"), ("Input.MinutesEach", "10"),
            ("Input.CostPerHour", "30"),
            ("Input.ErrorPercent", "2"), ("Input.ErrorCost", "20"), ("Input.Criticality", criticality));
        var page = browser.Path;
        if (offer is not null)
        {
            await browser.OpenAsync(page + "/costs/offers/new");
            await browser.SendAsync(Form, ("Input.Name", "Cabinet X"), ("Input.Figures[1].Figures", offer));
        }

        return page.Split('/')[^1];
    }
}
