using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Deciding.Decisions;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.Processes;

/// <summary>From answers over offers to a decision that nobody changes, as people of a company go.</summary>
public sealed class DecisionTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_process_is_diagnosed_from_its_map_and_from_what_is_answered()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        await browser.OpenAsync(page + "/diagnosis");
        browser.Text.ShouldContain("Remettre en ordre d’abord");
        browser.Text.ShouldContain("aucune cible publiée");
        browser.Text.ShouldContain("dépendance inconnue");
        browser.Text.ShouldNotContain("taux d’erreur inconnu");

        await browser.OpenAsync(page + "/diagnosis/edit");
        browser.Page.QuerySelector("select[name='Input.Frequency']").ShouldBeNull("The map knows it.");
        await browser.SendAsync(Form, ("Input.Usefulness", "1"), ("Input.Why", "Parce que."), ("Input.Control", "Sample"));

        browser.Path.ShouldBe(page + "/diagnosis");
        browser.Text.ShouldContain("Arrêter");
        browser.Text.ShouldContain("il ne manquerait à personne");
        browser.Text.ShouldContain("Un échantillon est refait");
        browser.Text.WithPlainSpaces().ShouldContain("carte : 720 fois par an");
    }

    [Fact]
    public async Task Who_answers_second_sees_what_changed_and_loses_nothing()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(first, company);
        await second.OpenAsync(page + "/diagnosis/edit");
        await first.OpenAsync(page + "/diagnosis/edit");
        await first.SendAsync(Form, ("Input.Usefulness", "5"), ("Input.Why", "Raison de l’un"));

        await second.SendAsync(Form, ("Input.Why", "Raison de l’autre"));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("Raison de l’un");
        await second.SendAsync(Form);
        second.Text.ShouldContain("Raison de l’autre");
    }

    [Fact]
    public async Task Weights_are_tried_without_being_saved_then_kept_and_reset()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await ProcessAsync(browser, company);
        await browser.OpenAsync($"/{company.Slug}/processes/weights?Stability=9");
        browser.Text.ShouldContain("Un essai, rien n’est enregistré");
        await browser.OpenAsync($"/{company.Slug}/processes/weights");
        browser.Text.ShouldContain("Les poids de départ");

        await browser.OpenAsync($"/{company.Slug}/processes/weights?Stability=9");
        await browser.SendAsync("form[action$='/weights']");
        browser.Text.ShouldContain("Les poids de votre entreprise");
        browser.Page.QuerySelector("[name=Stability]")!.GetAttribute("value").ShouldBe("9");
        await browser.SendAsync("form[action$='/reset']");
        browser.Text.ShouldContain("Les poids de départ");
    }

    [Fact]
    public async Task Weights_that_are_none_are_refused_and_nothing_is_kept()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var client = await PlainClient.SignedInAsync(pupitre.Address, company);
        var form = new FormUrlEncodedContent([new("Stability", "9")]);
        using var answer = await client.PostAsync($"/{company.Slug}/processes/weights", form, await client.TokenAsync());
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/weights?Stability=plenty");
        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldContain("nombre entier de 0 à 10");
    }

    [Fact]
    public async Task Offers_are_compared_with_the_work_as_the_map_knows_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        await OfferAsync(browser, page, "Cabinet X", ("Input.Figures[1].Figures", "1 / 1,5 / 2"), ("Input.Figures[7].Figures", "10"));

        browser.Path.ShouldBe(page + "/costs");
        browser.Text.WithPlainSpaces().ShouldContain("« Cabinet X » : entre");
        browser.Text.WithPlainSpaces().ShouldContain("économisés par an, plus de 97 chances sur 100 d’économiser");
        browser.Text.ShouldContain("carte, avec une marge");
        browser.Text.ShouldContain("Compté pour rien, car personne ne l’a dit");

        await browser.OpenAsync(page + "/costs/edit");
        await browser.SendAsync(Form, ("Input.Figures[1].Figures", "1 / 2 / 3"));
        browser.Text.ShouldContain("saisi ici");
        browser.Text.WithPlainSpaces().ShouldContain("« Cabinet X » : entre 170 et 700 € de plus par an");
    }

    [Fact]
    public async Task Figures_that_are_none_are_refused_at_their_field()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        await OfferAsync(browser, page, "Cabinet Y", ("Input.Figures[1].Figures", "3 / 2 / 1"), ("Input.Figures[0].Figures", "beaucoup"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var wrong = browser.Page.QuerySelector("[role=alert]")!.TextContent.WithPlainSpaces();
        wrong.ShouldContain("Prix par cas (€) : « 3 / 2 / 1 »");
        wrong.ShouldContain("« beaucoup »", customMessage: "All that is wrong is told at once.");
        browser.Page.QuerySelector("[name='Input.Figures[1].Figures']")!.GetAttribute("aria-invalid").ShouldBe("true");
        browser.Page.QuerySelector("[name='Input.Figures[1].Figures']")!.GetAttribute("value").ShouldBe("3 / 2 / 1");
    }

    [Fact]
    public async Task A_decision_is_frozen_with_what_it_stood_on_and_a_new_one_replaces_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        await OfferAsync(browser, page, "Cabinet Z", ("Input.Figures[1].Figures", "2"));
        await browser.OpenAsync(page + "/costs/edit");
        await browser.SendAsync(Form, ("Input.Figures[4].Figures", "30 / 47,5 / 70"));
        await browser.OpenAsync(page + "/decisions/new");
        var offer = browser.Page.QuerySelector("[name='Input.OfferId'] option:not([value=''])")!.GetAttribute("value")!;
        await browser.SendAsync(Form, ("Input.Chosen", "Outsource"), ("Input.OfferId", offer),
            ("Input.Reason", "Le cabinet les a déjà."), ("Input.Dissent", "Camille doute."), ("Input.DecidedBy", "Dominique"));

        browser.Path.ShouldBe(page + "/decisions/1");
        browser.Text.ShouldContain("Confier");
        browser.Text.ShouldContain("Le diagnostic disait autre chose");
        browser.Text.ShouldContain("Cabinet Z");
        browser.Text.ShouldContain("Camille doute.");
        browser.Page.QuerySelectorAll("table")[0].TextContent
            .ShouldContain("47,5", customMessage: "What was typed among the costs is known too.");

        // What was decided fills the contract that it leads to.
        await browser.OpenAsync(browser.Page.QuerySelector("a[href*='/contracts/new?process=']")!.GetAttribute("href")!);
        browser.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("Factures fournisseurs");
        browser.Page.QuerySelectorAll("[name='Input.ProcessIds'][checked]").Length.ShouldBe(1);
        browser.Page.QuerySelector("[name='Input.Note']")!.TextContent.WithPlainSpaces()
            .ShouldMatch("Décision n° 1 du .+ : confier ; offre retenue : Cabinet Z\\. Prix par cas supposé : 2 €\\.");

        // The map moves on; the decision does not, and shows both.
        await browser.OpenAsync(page + "/edit");
        await browser.SendAsync(Form, ("Input.Volume", "90"));
        await browser.OpenAsync(page + "/decisions/1");
        browser.Text.WithPlainSpaces().ShouldContain("+50 %");
        browser.Text.WithPlainSpaces().ShouldContain("Ont changé depuis : cas par an (+50 %).");
        browser.Text.ShouldContain("Aucun contrat ni engagement ne le couvre encore");
        browser.Text.ShouldContain("aucun engagement de service n’est mesuré sur ce processus");
        browser.Text.ShouldContain("aucun flux réel n’est relié");
        browser.Text.WithPlainSpaces().ShouldContain("Année par année : Cabinet Z");

        await browser.OpenAsync(page + "/decisions/new");
        await browser.SendAsync(Form, ("Input.Chosen", "Keep"), ("Input.Reason", "Le volume a changé."), ("Input.DecidedBy", "Dominique"));
        browser.Path.ShouldBe(page + "/decisions/2");
        await browser.OpenAsync(page + "/decisions/1");
        browser.Text.WithPlainSpaces().ShouldContain("La décision n° 2 l’a remplacée.");
        await browser.OpenAsync($"/{company.Slug}/processes/decisions?state=Decided");
        browser.Text.ShouldContain("Garder");
        await browser.OpenAsync($"/{company.Slug}/history");
        browser.Text.WithPlainSpaces().ShouldContain("Décision n° 1 sur « Factures fournisseurs » : confier");
    }

    [Fact]
    public async Task What_changed_since_the_form_was_opened_is_not_frozen_unseen()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        using var other = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        await browser.OpenAsync(page + "/decisions/new");
        await other.OpenAsync(page + "/diagnosis/edit");
        await other.SendAsync(Form, ("Input.Usefulness", "1"));

        await browser.SendAsync(Form, ("Input.Chosen", "Keep"), ("Input.Reason", "Ainsi."), ("Input.DecidedBy", "Dominique"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Rien n’a été figé");
        browser.Text.ShouldContain("il ne manquerait à personne");
        await browser.SendAsync(Form);
        browser.Path.ShouldBe(page + "/decisions/1");
    }

    [Theory]
    [InlineData("Input.Chosen", "", "Dites ce que vous décidez")]
    [InlineData("Input.Reason", "", "Dites pourquoi")]
    [InlineData("Input.DecidedBy", "", "Dites qui décide")]
    [InlineData("Input.DecidedOn", "2099-01-01", "Ce jour est à venir")]
    public async Task A_decision_without_its_parts_is_refused(string field, string value, string said)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        await browser.OpenAsync(page + "/decisions/new");

        await browser.SendAsync(Form, [("Input.Chosen", "Keep"), ("Input.Reason", "Ainsi."), ("Input.DecidedBy", "Dominique"),
            (field, value)]);

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain(said);
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_a_decision_but_to_erase_a_name()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        await browser.OpenAsync(page + "/decisions/new");
        await browser.SendAsync(Form, ("Input.Chosen", "Keep"), ("Input.Reason", "Ainsi."), ("Input.Dissent", "Camille doute."),
            ("Input.DecidedBy", "Dominique"));

        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var decision = await db.Set<Decision>().AsNoTracking().SingleAsync();
            decision.Hash.ShouldBe(Sha256Hex.Of(decision.Content));
            decision.Content.ShouldNotContain("Dominique");
            decision.Content.ShouldNotContain("Camille");
            await Should.ThrowAsync<Exception>(() => db.Set<Decision>().ExecuteUpdateAsync(set => set.SetProperty(row => row.Hash, "0")));
            await Should.ThrowAsync<Exception>(() => db.Set<Decision>().ExecuteDeleteAsync());
            await db.Set<Decision>().ExecuteUpdateAsync(set => set.SetProperty(row => row.DecidedBy, "")
                .SetProperty(row => row.Dissent, ""));
            return true;
        });
        await browser.OpenAsync(page + "/decisions/1");
        browser.Text.ShouldContain("nom effacé");
        browser.Text.ShouldNotContain("n’est pas celui qui a été figé");
    }

    private static async Task<string> ProcessAsync(TestBrowser browser, TestCompany company)
    {
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Factures fournisseurs"), ("Input.Volume", "60"), ("Input.MinutesEach", "10"),
            ("Input.CostPerHour", "30"), ("Input.ErrorPercent", "2"), ("Input.ErrorCost", "20"));
        return browser.Path;
    }

    private static async Task OfferAsync(TestBrowser browser, string page, string name, params (string Name, string Value)[] figures)
    {
        await browser.OpenAsync(page + "/costs/offers/new");
        await browser.SendAsync(Form, [("Input.Name", name), .. figures]);
    }
}
