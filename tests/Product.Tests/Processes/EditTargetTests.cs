using System.Net;
using Pupitre.Diagrams;
using Pupitre.Processes.Steps;

namespace Pupitre.Product.Tests.Processes;

/// <summary>A drawing edited here, and what it says taken into the steps.</summary>
public sealed class EditTargetTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task What_is_drawn_becomes_a_version_of_its_own_and_nobody_overwrites_anybody()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await DrawnAsync(browser, company);
        using var client = await PlainClient.SignedInAsync(pupitre.Address, company);
        var token = await client.TokenAsync();
        await browser.OpenAsync(page + "/targets/1/edit");
        browser.Page.QuerySelector("bpmn-edit")!.GetAttribute("data-model").ShouldBe(page + "/targets/1/file");
        using var file = await client.GetAsync(page + "/targets/1/file");
        var model = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        using var first = await SaveAsync("Recevoir", "Recevoir et trier");
        using var second = await SaveAsync("Payer", "Préparer le virement");

        first.Headers.Location!.OriginalString.ShouldBe(page + "/targets/2");
        second.Headers.Location!.OriginalString.ShouldBe(page + "/targets/3/changes?from=2&beside=2");
        await browser.OpenAsync(second.Headers.Location.OriginalString);
        browser.Text.ShouldContain("la version 2 a été enregistrée par quelqu’un d’autre");
        browser.Text.ShouldContain("Préparer le virement");
        await browser.OpenAsync(page + "/targets/2");
        browser.Text.ShouldContain("modifié ici");
        browser.Text.ShouldContain("C’est un brouillon");

        Task<HttpResponseMessage> SaveAsync(string was, string becomes) => client.PostAsync(
            page + "/targets/1/edition",
            new FormUrlEncodedContent([new("model", model.Replace($"\"{was}\"", $"\"{becomes}\"", StringComparison.Ordinal)),
                new("latest", "1")]),
            token);
    }

    [Theory]
    [InlineData("", "Aucun dessin")]
    [InlineData("<html>", "ne peut pas")]
    [InlineData(
        "<pnml><net id='n' type='http://www.pnml.org/version-2009/grammar/ptnet'><page id='g'>"
        + "<place id='i'><initialMarking><text>1</text></initialMarking></place><place id='o'/>"
        + "<transition id='t'><name><text>Demande</text></name></transition>"
        + "<arc id='a' source='i' target='t'/><arc id='b' source='t' target='o'/></page></net></pnml>",
        "joignez le modèle au format BPMN 2.0")]
    public async Task What_is_no_drawing_is_refused_and_makes_no_version(string model, string said)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await DrawnAsync(browser, company);
        using var client = await PlainClient.SignedInAsync(pupitre.Address, company);

        using var answer = await client.PostAsync(
            page + "/targets/1/edition", new FormUrlEncodedContent([new("model", model), new("latest", "1")]), await client.TokenAsync());

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(said);
        await browser.OpenAsync(page + "/targets/2");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_drawing_that_would_make_one_wait_is_not_opened_and_says_why()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        var steps = Enumerable.Range(1, 800)
            .Select(at => new Pupitre.Diagrams.ProcessStep($"{at}", $"Étape {at}", "Nous", at < 800 ? [new($"{at + 1}")] : []));
        var drawn = DrawSteps.Run("Long", [.. steps], TestContext.Current.CancellationToken).Original.ToArray();
        await browser.DropAsync("file-drop form", [("long.bpmn", drawn)]);

        await browser.OpenAsync(page + "/targets/1/edit");

        browser.Page.QuerySelector("bpmn-edit").ShouldBeNull();
        browser.Text.ShouldContain("trop grand pour être modifié ici");
    }

    [Fact]
    public async Task A_drawing_becomes_steps_that_keep_what_it_does_not_know()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await DrawnAsync(browser, company);
        await browser.OpenAsync(page + "/targets/1");
        browser.Text.ShouldContain("disent la même chose");
        await browser.OpenAsync(page + "/steps");
        await browser.SendAsync(Form, ("Input.Steps[0].Name", "Ouvrir le courrier"), ("Input.Steps[2].Minutes", "7"));
        await browser.OpenAsync(page + "/targets/1");
        browser.Text.ShouldContain("Dans le dessin seulement : Recevoir. Dans les étapes seulement : Ouvrir le courrier.");

        await browser.OpenAsync(page + "/targets/1/steps");
        browser.Text.WithPlainSpaces().ShouldContain("Nouvelles : 1. Changées : 0. Retirées : 1. Inchangées : 2.");
        await browser.SendAsync(Form);

        browser.Path.ShouldStartWith(page);
        browser.Page.QuerySelectorAll("#steps tbody th").Select(cell => cell.TextContent.Trim())
            .ShouldBe(["Recevoir", "Contrôler", "Payer"]);
        browser.Page.QuerySelector("#steps tbody tr:last-child")!.TextContent.ShouldContain("7");
        browser.Page.QuerySelector("#steps tbody tr:nth-child(2)")!.TextContent.WithPlainSpaces().ShouldContain("20 %");
        await browser.OpenAsync(page + "/targets/1/steps");
        browser.Text.ShouldContain("disent déjà ce que dit ce dessin");
    }

    [Fact]
    public async Task Who_takes_a_drawing_over_steps_that_changed_meanwhile_sees_them_first()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        using var other = await pupitre.Browser().SignInAsync(company);
        var page = await DrawnAsync(browser, company);
        await other.OpenAsync(page + "/steps");
        await other.SendAsync(Form, ("Input.Steps[0].Name", "Ouvrir"));
        await browser.OpenAsync(page + "/targets/1/steps");
        await other.OpenAsync(page + "/steps");
        await other.SendAsync(Form, ("Input.Steps[1].Name", "Relire"));

        await browser.SendAsync(Form);

        browser.Status.ShouldBe(HttpStatusCode.Conflict);
        browser.Text.ShouldContain("Rien n’a été changé");
        browser.Text.ShouldContain("Relire");
        await browser.SendAsync(Form);
        browser.Page.QuerySelectorAll("#steps tbody th").Select(cell => cell.TextContent.Trim())
            .ShouldBe(["Recevoir", "Contrôler", "Payer"]);
    }

    [Fact]
    public void A_figure_that_was_typed_stays_where_a_drawing_says_only_that_some_cases_take_a_step()
    {
        var typed = new StepInput { Id = Guid.CreateVersion7(), Place = 1, Name = "Relancer", SharePercent = 40, Minutes = 5 };
        var drawn = new ListedStep("a", "relancer", "Nous", IsForSome: true, Share: null);
        var nameless = new ListedStep("b", "", null, IsForSome: false, Share: null);

        var plan = TakeDrawnSteps.Match(new StepsInput { Version = 3, Steps = [typed] }, [drawn, nameless]);

        plan.Steps.Select(step => (step.SharePercent, step.Minutes, step.Role)).ShouldBe([(40, 5, "Nous"), (100, null, null)]);
        plan.Steps[1].Name.ShouldNotBeNullOrWhiteSpace();
        plan.Count(StepFate.New).ShouldBe(1);
    }

    private static async Task<string> DrawnAsync(TestBrowser browser, TestCompany company)
    {
        var page = await ProcessAsync(browser, company);
        await browser.OpenAsync(page + "/steps");
        await browser.SendAsync(
            Form,
            ("Input.Steps[0].Name", "Recevoir"),
            ("Input.Steps[0].Role", "Assistante"),
            ("Input.Steps[1].Name", "Contrôler"),
            ("Input.Steps[1].Role", "Comptable"),
            ("Input.Steps[1].SharePercent", "20"),
            ("Input.Steps[2].Name", "Payer"),
            ("Input.Steps[2].Role", "Comptable"));
        await browser.SendAsync("form[action$='/steps/drawing']");
        return page;
    }

    private static async Task<string> ProcessAsync(TestBrowser browser, TestCompany company)
    {
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Factures fournisseurs"));
        return browser.Path;
    }
}
