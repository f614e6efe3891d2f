using System.Net;

namespace Pupitre.Product.Tests.Processes;

/// <summary>Steps, tools and the catalogue, as people of a company use them.</summary>
public sealed class MapTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Steps_are_said_in_order_and_sum_up()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company, ("Input.Volume", "60"), ("Input.CostPerHour", "30"));
        await browser.OpenAsync(page + "/steps");
        await browser.SendAsync(Form,
            ("Input.Steps[0].Name", "Recevoir"), ("Input.Steps[0].Role", "Assistante"), ("Input.Steps[0].Minutes", "4"),
            ("Input.Steps[1].Name", "Payer"), ("Input.Steps[1].Role", "Comptable"), ("Input.Steps[1].Minutes", "2"), ("Input.Steps[1].Tool", "Banque en ligne"),
            ("Input.Steps[2].Name", "Contrôler"), ("Input.Steps[2].Role", "Comptable"), ("Input.Steps[2].Minutes", "10"), ("Input.Steps[2].SharePercent", "20"), ("Input.Steps[2].Place", "2"));

        browser.Path.ShouldStartWith(page);
        browser.Page.QuerySelectorAll("#steps tbody th").Select(cell => cell.TextContent.Trim()).ShouldBe(["Recevoir", "Contrôler", "Payer"]);
        browser.Text.WithPlainSpaces().ShouldContain("8 h de travail par mois, 8 min chaque fois.");
        browser.Text.WithPlainSpaces().ShouldContain("Environ 2 880 € par an.");
        await browser.OpenAsync(page[..page.LastIndexOf('/')] + "/tools");
        browser.Text.ShouldContain("Banque en ligne");
    }

    [Fact]
    public async Task Steps_are_drawn_as_a_draft_of_the_target_once_with_what_only_some_cases_pass_through()
    {
        var token = TestContext.Current.CancellationToken;
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        browser.Page.QuerySelector("form[action$='/steps/drawing']").ShouldBeNull("There is nothing to draw yet.");
        await browser.OpenAsync(page + "/steps");
        await browser.SendAsync(Form,
            ("Input.Steps[0].Name", "Recevoir"), ("Input.Steps[0].Role", "Assistante"),
            ("Input.Steps[1].Name", "Contrôler"), ("Input.Steps[1].Role", "Comptable"), ("Input.Steps[1].SharePercent", "20"),
            ("Input.Steps[2].Name", "Payer"), ("Input.Steps[2].Role", "Comptable"));

        await browser.SendAsync("form[action$='/steps/drawing']");

        browser.Path.ShouldBe(page + "/targets/1");
        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, page + "/targets/1/file"));
        var drawn = (await answer.Content.ReadAsStringAsync(token)).WithPlainSpaces();
        drawn.ShouldContain("\"20 % des cas\"");
        drawn.ShouldContain("\"sinon\"");
        drawn.ShouldContain("\"Assistante\"");
        await browser.OpenAsync(page);
        await browser.SendAsync("form[action$='/steps/drawing']");
        browser.Path.ShouldBe(page + "/targets/1", "The same steps are the same draft.");
    }

    [Fact]
    public async Task A_share_of_more_than_everything_is_refused_at_its_field_and_nothing_typed_is_lost()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        await browser.OpenAsync(page + "/steps");
        await browser.SendAsync(Form, ("Input.Steps[0].Name", "Recevoir"), ("Input.Steps[1].Name", "Payer"), ("Input.Steps[1].SharePercent", "120"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("#field-Input-Steps-1-SharePercent-note")!.TextContent.ShouldContain("plus de cas");
        browser.Page.QuerySelector("[name='Input.Steps[0].Name']")!.GetAttribute("value").ShouldBe("Recevoir");
    }

    [Fact]
    public async Task Who_saves_steps_second_sees_what_changed_and_loses_nothing()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(first, company);
        await second.OpenAsync(page + "/steps");
        await first.OpenAsync(page + "/steps");
        await first.SendAsync(Form, ("Input.Steps[0].Name", "Recevoir"));

        await second.SendAsync(Form, ("Input.Steps[0].Name", "Trier"));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("Recevoir");
        await second.SendAsync(Form);
        second.Page.QuerySelectorAll("#steps tbody th").Select(cell => cell.TextContent.Trim()).ShouldBe(["Trier"]);
    }

    [Fact]
    public async Task Unknown_is_an_answer_and_not_beside_a_figure()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company, ("Input.IsErrorPercentUnknown", "true"));
        browser.Text.ShouldContain("inconnu");

        await browser.OpenAsync(page + "/edit");
        await browser.SendAsync(Form, ("Input.ErrorPercent", "3"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("gardez l’un des deux");
    }

    [Fact]
    public async Task Two_tools_of_a_company_never_bear_one_name()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        foreach (var name in new[] { "Épicerie Compta", "EPICERIE compta" })
        {
            await browser.OpenAsync($"/{company.Slug}/processes/tools/new");
            await browser.SendAsync(Form, ("Input.Name", name), ("Input.Kind", "Accounting"));
        }

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("#field-Input-Name-note")!.TextContent.ShouldContain("existe déjà");
    }

    [Fact]
    public async Task A_ready_process_is_taken_once_and_marked_until_somebody_says_what_differs()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/catalogue?q=dpae");
        await browser.OpenAsync(browser.Page.QuerySelector("main td a, main th a")!.GetAttribute("href")!);
        await browser.SendAsync("form[action$='/take']");
        var taken = browser.Path;
        browser.Text.ShouldContain("Repris tel quel du catalogue");
        browser.Text.ShouldContain("Déposer la DPAE et garder l’accusé");
        browser.Text.ShouldContain("R1221-4");

        using var again = await pupitre.Browser().SignInAsync(company);
        await again.OpenAsync($"/{company.Slug}/processes/catalogue/hiring");
        again.Page.QuerySelector("form[action$='/take']").ShouldBeNull();
        again.Text.ShouldContain("est déjà dans votre carte");
        await again.OpenAsync($"/{company.Slug}/processes");
        again.Text.ShouldContain("repris tel quel");
        again.Text.ShouldContain("1 processus dans votre inventaire.");

        await browser.SendAsync("form[action$='/difference']", ("difference", "Le bureau de paie dépose la DPAE."));
        browser.Path.ShouldBe(taken);
        browser.Text.ShouldNotContain("Repris tel quel");
        browser.Text.ShouldContain("Le bureau de paie dépose la DPAE.");
    }

    [Fact]
    public async Task What_was_taken_again_does_not_come_back_from_the_archive_beside_itself()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var first = await TakeHiringAsync(browser, company);
        await browser.SendAsync("form[action$='/archive']");
        var second = await TakeHiringAsync(browser, company);
        second.ShouldNotBe(first);

        await browser.OpenAsync(first);
        await browser.SendAsync("form[action$='/restoration']");

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("a été repris du catalogue une seconde fois");
        await browser.OpenAsync($"/{company.Slug}/processes/bulk?process={first.Split('/')[^1]}&state=restore");
        browser.Text.ShouldContain("a été repris du catalogue une seconde fois", customMessage: "Nor does it in bulk.");
        await browser.OpenAsync($"/{company.Slug}/processes");
        browser.Text.ShouldContain("1 processus dans votre inventaire.");

        await browser.OpenAsync(second);
        await browser.SendAsync("form[action$='/archive']");
        await browser.OpenAsync(first);
        await browser.SendAsync("form[action$='/restoration']");
        browser.Path.ShouldBe(first);
        browser.Text.ShouldNotContain("Ce processus est archivé.");
    }

    private static async Task<string> TakeHiringAsync(TestBrowser browser, TestCompany company)
    {
        await browser.OpenAsync($"/{company.Slug}/processes/catalogue/hiring");
        await browser.SendAsync("form[action$='/take']");
        return browser.Path.Split('?')[0];
    }

    [Fact]
    public async Task A_commitment_that_the_catalogue_advises_is_one_click_away_from_a_process_that_was_taken()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/catalogue/vat-return");
        await browser.SendAsync("form[action$='/take']");

        var link = browser.Page.QuerySelector("main a[href*='commitments']:not([href$='/new']):not([href*='new?'])")!;
        await browser.OpenAsync(link.GetAttribute("href")!);

        browser.Status.ShouldBe(HttpStatusCode.OK, browser.Path);
        browser.Path.ShouldStartWith($"/{company.Slug}/commitments/ready/");
    }

    [Fact]
    public async Task What_has_no_steps_is_completed_from_the_catalogue_and_keeps_what_was_said_of_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company, ("Input.Domain", "Accounting"), ("Input.Purpose", "Tenir les délais."));
        await browser.OpenAsync($"/{company.Slug}/processes/catalogue/vat-return");

        await browser.SendAsync("#into form");

        browser.Path.ShouldBe(page);
        browser.Text.ShouldContain("Tenir les délais.");
        browser.Text.ShouldContain("Repris tel quel du catalogue");
        var steps = browser.Page.QuerySelectorAll("#steps tbody th").Length;
        steps.ShouldBeGreaterThan(2);
        await browser.OpenAsync($"/{company.Slug}/processes/catalogue/bank-reconciliation");
        browser.Page.QuerySelector("#into").ShouldBeNull("It has steps now.");
        var id = page[(page.LastIndexOf('/') + 1)..];
        using var client = await PlainClient.SignedInAsync(pupitre.Address, company);
        var token = await client.TokenAsync();
        using var into = new FormUrlEncodedContent([new("into", id)]);
        using var refused = await client.PostAsync($"/{company.Slug}/processes/catalogue/bank-reconciliation/completion", into, token);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var nobodys = new FormUrlEncodedContent([new("into", Guid.CreateVersion7().ToString())]);
        using var missing = await client.PostAsync($"/{company.Slug}/processes/catalogue/bank-reconciliation/completion", nobodys, token);
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await browser.OpenAsync(page);
        browser.Page.QuerySelectorAll("#steps tbody th").Length.ShouldBe(steps);
    }

    [Fact]
    public async Task Several_of_the_catalogue_are_taken_at_once_and_none_twice()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/catalogue");
        await browser.SendAsync("form#take");
        browser.Text.ShouldContain("Aucun processus n’a été ajouté");

        using var client = await PlainClient.SignedInAsync(pupitre.Address, company);
        var token = await client.TokenAsync();
        var some = new FormUrlEncodedContent([new("keys", "leave"), new("keys", "hiring"), new("keys", "leave")]);
        using var took = await client.PostAsync($"/{company.Slug}/processes/catalogue/take", some, token);
        took.Headers.Location!.OriginalString.ShouldEndWith("/processes?taken=2");
        var more = new FormUrlEncodedContent([new("keys", "hiring"), new("keys", "dunning")]);
        using var again = await client.PostAsync($"/{company.Slug}/processes/catalogue/take", more, token);
        await browser.OpenAsync(again.Headers.Location!.OriginalString);
        browser.Text.ShouldContain("Un processus a été ajouté, avec ses étapes.");
        browser.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(3);

        var unknown = new FormUrlEncodedContent([new("keys", "absences"), new("keys", "no-such")]);
        using var nothing = await client.PostAsync($"/{company.Slug}/processes/catalogue/take", unknown, token);
        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await browser.OpenAsync($"/{company.Slug}/processes");
        browser.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(3, "All or none.");
        await browser.OpenAsync($"/{company.Slug}/processes/catalogue?q=dpae");
        browser.Page.QuerySelectorAll("input[name=keys]").ShouldBeEmpty("What is in the map cannot be taken again.");
    }

    [Fact]
    public async Task Taking_what_the_catalogue_does_not_hold_and_saying_nothing_are_answered()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var client = await PlainClient.SignedInAsync(pupitre.Address, company);
        var token = await client.TokenAsync();

        using var nothing = await client.PostAsync($"/{company.Slug}/processes/catalogue/no-such/take", new FormUrlEncodedContent([]), token);
        nothing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var first = await client.PostAsync($"/{company.Slug}/processes/catalogue/leave/take", new FormUrlEncodedContent([]), token);
        using var second = await client.PostAsync($"/{company.Slug}/processes/catalogue/leave/take", new FormUrlEncodedContent([]), token);
        second.Headers.Location!.OriginalString.ShouldBe(first.Headers.Location!.OriginalString + "?again=true");
        using var empty = await client.PostAsync(first.Headers.Location.OriginalString + "/difference", new FormUrlEncodedContent([new("difference", " ")]), token);
        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task<string> ProcessAsync(TestBrowser browser, TestCompany company, params (string Name, string Value)[] fields)
    {
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, [("Input.Name", "Factures fournisseurs"), .. fields]);
        return browser.Path;
    }
}
