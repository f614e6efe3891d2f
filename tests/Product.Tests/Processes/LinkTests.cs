using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;

namespace Pupitre.Product.Tests.Processes;

/// <summary>Links between processes, as people of a company say them.</summary>
public sealed class LinkTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_link_is_added_shown_on_both_pages_changed_and_removed()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var (invoices, closing) = (await ProcessAsync(company, "Factures"), await ProcessAsync(company, "Clôture"));
        await LinkAsync(browser, company, invoices, closing, "factures approuvées", "5");

        browser.Path.ShouldStartWith($"/{company.Slug}/processes/{invoices}");
        browser.Page.QuerySelector("#links")!.TextContent.ShouldContain("factures approuvées");
        await browser.OpenAsync($"/{company.Slug}/processes/{closing}");
        browser.Text.ShouldContain("Reçoit de 1 processus et en nourrit 0.");
        await browser.OpenAsync(browser.Page.QuerySelector("#links td a[href*='/links/']")!.GetAttribute("href")!);
        await browser.SendAsync("main form[method=post]:has([name='Input.Passes'])", ("Input.DaysUntil", ""));
        browser.Page.QuerySelector("#links")!.TextContent.ShouldContain("inconnu");

        await browser.OpenAsync($"/{company.Slug}/processes/links");
        browser.Text.ShouldContain("1 lien entre vos processus.");
        await browser.OpenAsync(browser.Page.QuerySelector("td a[href*='/links/']")!.GetAttribute("href")!);
        await browser.SendAsync("form[action$='/removal']");
        await browser.OpenAsync($"/{company.Slug}/processes/links");
        browser.Text.ShouldContain("Aucun lien pour l’instant");
        await browser.OpenAsync($"/{company.Slug}/history");
        browser.Text.WithPlainSpaces().ShouldContain("Lien de « Factures » à « Clôture » supprimé : factures approuvées");
    }

    [Fact]
    public async Task A_process_never_feeds_itself_nor_another_twice_nor_one_that_is_archived()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var (one, other, gone) = (await ProcessAsync(company, "Paie"), await ProcessAsync(company, "Congés"),
            await ProcessAsync(company, "Ancien"));
        await pupitre.InsideAsync(company, async services =>
        {
            await services.GetRequiredService<ArchiveProcess>().RunAsync(gone, TestContext.Current.CancellationToken);
            return true;
        });

        await LinkAsync(browser, company, one, one, "bulletins");
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("ne se nourrit pas lui-même");
        await LinkAsync(browser, company, one, other, "bulletins");
        await LinkAsync(browser, company, one, other, "autre chose");
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("nourrit déjà");
        await LinkAsync(browser, company, one, gone, "bulletins");
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await LinkAsync(browser, company, other, one, "compteurs", "4000");
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("[name='Input.Passes']")!.GetAttribute("value").ShouldBe("compteurs");
    }

    [Fact]
    public async Task Two_that_feed_each_other_are_a_fact_and_said_to_be_a_circle()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var (one, other) = (await ProcessAsync(company, "Litiges"), await ProcessAsync(company, "Facturation"));
        await LinkAsync(browser, company, one, other, "avoirs");
        await LinkAsync(browser, company, other, one, "factures contestées");

        await browser.OpenAsync($"/{company.Slug}/processes/links");
        browser.Text.WithPlainSpaces().ShouldContain("En boucle : Facturation, Litiges.");
        (await browser.OpenAsync($"/{company.Slug}/processes/map?of={one}")).Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.WithPlainSpaces().ShouldContain("1 processus dépend de « Litiges ».");
    }

    [Fact]
    public async Task What_the_documents_of_steps_suggest_is_offered_and_added_by_one_click_only()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var (one, other) = (await ProcessAsync(company, "Achats"), await ProcessAsync(company, "Règlements"));
        await browser.OpenAsync($"/{company.Slug}/processes/{one}/steps");
        await browser.SendAsync(Form, ("Input.Steps[0].Name", "Approuver"), ("Input.Steps[0].DocumentsOut", "Bon à payer"));
        await browser.OpenAsync($"/{company.Slug}/processes/{other}/steps");
        await browser.SendAsync(Form, ("Input.Steps[0].Name", "Payer"), ("Input.Steps[0].DocumentsIn", "bon a payer"));

        await browser.OpenAsync($"/{company.Slug}/processes/links");
        browser.Text.ShouldContain("Aucun lien pour l’instant");
        await browser.SendAsync("form[action$='/links/proposed']");
        browser.Text.ShouldContain("1 lien entre vos processus.");
        browser.Page.QuerySelector("form[action$='/links/proposed']").ShouldBeNull();

        using var client = await PlainClient.SignedInAsync(pupitre.Address, company);
        var form = new FormUrlEncodedContent([new("from", other.ToString()), new("to", one.ToString())]);
        using var unasked = await client.PostAsync($"/{company.Slug}/processes/links/proposed", form, await client.TokenAsync());
        unasked.StatusCode.ShouldBe(HttpStatusCode.NotFound, "Only what is proposed is taken.");
    }

    [Fact]
    public async Task Who_saves_a_link_second_sees_what_changed()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        await LinkAsync(first, company, await ProcessAsync(company, "Un"), await ProcessAsync(company, "Deux"), "papier");
        var page = first.Page.QuerySelector("#links td a[href*='/links/']")!.GetAttribute("href")!;
        await second.OpenAsync(page);
        await first.OpenAsync(page);
        await first.SendAsync("main form[method=post]:has([name='Input.Passes'])", ("Input.Passes", "dossier"));

        await second.SendAsync("main form[method=post]:has([name='Input.Passes'])", ("Input.Passes", "courrier"));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("dossier");
    }

    [Fact]
    public async Task The_list_leaves_as_a_table()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await LinkAsync(browser, company, await ProcessAsync(company, "Un"), await ProcessAsync(company, "Deux"), "papier", "3");

        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{company.Slug}/processes/links.csv"));

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Un;Deux;Document;papier;3");
    }

    private Task<Guid> ProcessAsync(TestCompany company, string name) => pupitre.InsideAsync(company, async services =>
        (await services.GetRequiredService<CreateProcess>().RunAsync(new ProcessInput { Name = name, Domain = Domain.Accounting },
            TestContext.Current.CancellationToken)).Id);

    private static async Task LinkAsync(TestBrowser browser, TestCompany company, Guid from, Guid to, string passes, string days = "")
    {
        await browser.OpenAsync($"/{company.Slug}/processes/links/new?from={from}");
        await browser.SendAsync(Form, ("Input.ToId", to.ToString()), ("Input.Passes", passes), ("Input.DaysUntil", days));
    }
}
