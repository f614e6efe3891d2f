using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.ProcessMap.Agreements;

namespace Pupitre.Product.Tests.Processes;

/// <summary>People agree to a process or to the map as it stood, by a link without an account.</summary>
public sealed class AgreementTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Somebody_without_an_account_agrees_to_what_was_frozen_and_what_changed_since_is_shown()
    {
        var company = await pupitre.HaveCompanyAsync();
        var person = await PersonAsync(company, "Jeanne Martin", "jeanne@cabinet.fr");
        using var pilot = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(pilot, company);
        var link = await AskAsync(pilot, page + "/agreements/new", person);

        // Opening answers nothing, however often.
        using var provider = pupitre.Browser();
        await provider.OpenAsync(link);
        await provider.OpenAsync(link);
        provider.Text.ShouldContain("Jeanne Martin");
        provider.Text.ShouldContain("Rembourser vite");
        provider.Page.QuerySelectorAll("nav a[href*='processes']").Length.ShouldBe(0);

        await pilot.OpenAsync(page + "/edit");
        await pilot.SendAsync(Form, ("Input.Purpose", "Rembourser juste"));
        await provider.SendAsync(Form, ("Input.How", "agreed"));
        provider.Text.ShouldContain("votre réponse est enregistrée");

        await pilot.OpenAsync(page);
        var card = pilot.Page.QuerySelector("#agreements")!.TextContent;
        card.ShouldContain("d’accord");
        card.ShouldContain("1 changement");
        card.ShouldContain("Rembourser vite → Rembourser juste");
        (await pilot.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("Jeanne Martin est d’accord avec « Notes de frais »");

        (await provider.OpenAsync(link)).Text.ShouldContain("Vous avez déjà répondu");
    }

    [Fact]
    public async Task A_refusal_says_why_and_a_withdrawn_request_takes_no_answer()
    {
        var company = await pupitre.HaveCompanyAsync();
        var person = await PersonAsync(company, "Paul Vidal", "paul@exemple.fr");
        using var pilot = await pupitre.Browser().SignInAsync(company);
        await ProcessAsync(pilot, company);
        var map = $"/{company.Slug}/processes/agreements";
        var first = await AskAsync(pilot, map + "/new", person);
        using var reader = pupitre.Browser();
        await reader.OpenAsync(first);
        reader.Text.ShouldContain("Notes de frais");
        await reader.SendAsync(Form, ("Input.How", "remarked"));
        reader.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        reader.Text.ShouldContain("Dites ce qui ne va pas");
        await reader.SendAsync(Form, ("Input.How", "remarked"), ("Input.Remark", "Il manque la clôture."));
        (await pilot.OpenAsync(map)).Text.ShouldContain("Il manque la clôture.");
        pilot.Text.ShouldContain("1 personne a répondu sur 1");

        var second = await AskAsync(pilot, map + "/new", person);
        await reader.OpenAsync(second);
        await pilot.OpenAsync(map);
        await pilot.SendAsync("form[action$='/withdrawal']");
        pilot.Path.ShouldBe(map);
        await reader.SendAsync(Form, ("Input.How", "agreed"));
        reader.Text.ShouldContain("Ce lien ne fonctionne pas ou plus");
        (await pilot.OpenAsync(map)).Text.ShouldContain("demande retirée");
    }

    [Fact]
    public async Task Who_is_asked_sees_the_target_that_was_published_then_drawn_and_as_a_table()
    {
        var company = await pupitre.HaveCompanyAsync();
        var person = await PersonAsync(company, "Jeanne Martin", "jeanne@cabinet.fr");
        using var pilot = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(pilot, company);
        await pilot.OpenAsync(page + "/steps");
        await pilot.SendAsync(
            Form, ("Input.Steps[0].Name", "Vérifier la note"), ("Input.Steps[0].Role", "Comptable"),
            ("Input.Steps[1].Name", "Rembourser"), ("Input.Steps[1].Role", "Comptable"));
        await pilot.OpenAsync(page);
        await pilot.SendAsync("form[action$='/steps/drawing']");
        await pilot.SendAsync("form[action$='/publication']");
        var link = await AskAsync(pilot, page + "/agreements/new", person);
        await pilot.OpenAsync(page + "/targets/1");
        await pilot.SendAsync("form[action$='/withdrawal']");

        using var provider = pupitre.Browser();
        await provider.OpenAsync(link);

        provider.Page.QuerySelectorAll("figure svg").Length.ShouldBe(1, "What was frozen is drawn, withdrawn since or not.");
        provider.Page.QuerySelector("figure svg")!.TextContent.ShouldContain("Rembourser");
        provider.Page.QuerySelectorAll("details tbody tr").Length.ShouldBeGreaterThanOrEqualTo(2);
        provider.Text.ShouldContain("Cible dessinée");
        provider.Page.QuerySelectorAll("figure a").Length.ShouldBe(0, "Nothing leads into the company.");
    }

    [Fact]
    public async Task Asking_nobody_or_somebody_of_another_company_is_refused()
    {
        var (company, other) = (await pupitre.HaveCompanyAsync(), await pupitre.HaveCompanyAsync());
        var stranger = await PersonAsync(other, "Étrangère", "e@ailleurs.fr");
        await PersonAsync(company, "Paul Vidal", "paul@exemple.fr");
        using var pilot = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(pilot, company);
        await pilot.OpenAsync(page + "/agreements/new");
        await pilot.SendAsync(Form);
        pilot.Text.ShouldContain("Choisissez au moins une personne");
        await pilot.OpenAsync(page + "/agreements/new");
        await pilot.SendAsync(Form, ("Input.People", stranger.ToString()));
        pilot.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Agreement>().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public void What_changed_is_what_differs_and_nothing_else()
    {
        var before = new MapSnapshot([new("Name", "Paie"), new("Step.1", "Recevoir"), new("Step.2", "Payer")]);
        var after = new MapSnapshot([new("Name", "Paie"), new("Purpose", "Payer juste"), new("Step.1", "Lire")]);

        after.Since(before)
            .ShouldBe([new("Purpose", null, "Payer juste"), new("Step.1", "Recevoir", "Lire"), new("Step.2", "Payer", null)]);
        before.Since(before).ShouldBeEmpty();
        MapSnapshot.Read(before.ToJson()).Hash().ShouldBe(before.Hash());
        after.Hash().ShouldNotBe(before.Hash());
    }

    private static async Task<string> AskAsync(TestBrowser pilot, string page, Guid person)
    {
        await pilot.OpenAsync(page);
        await pilot.SendAsync(Form, ("Input.People", person.ToString()));
        return Regex.Match(pilot.Text, @"/agreement\?token=[0-9a-f]+", RegexOptions.None, TimeSpan.FromSeconds(10)).Value;
    }

    private Task<Guid> PersonAsync(TestCompany company, string name, string email) => pupitre.InsideAsync(company, async services =>
    {
        var person = await services.GetRequiredService<NamePerson>()
            .KeepAsync(new PersonInput { Name = name, Email = email }, TestContext.Current.CancellationToken);
        await services.GetRequiredService<Db>().SaveChangesAsync(TestContext.Current.CancellationToken);
        return person.Id;
    });

    private static async Task<string> ProcessAsync(TestBrowser browser, TestCompany company)
    {
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Notes de frais"), ("Input.Purpose", "Rembourser vite"));
        return browser.Path;
    }
}
