using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Processes.Roles;
using Pupitre.Product.Tests.Sourcing;

namespace Pupitre.Product.Tests.Processes;

/// <summary>Who does what in a process, who signs it off, and on whom it hangs.</summary>
public sealed class RolesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Parts_are_said_shown_and_taken_away()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        browser.Text.ShouldContain("Personne n’est encore nommé");

        await browser.OpenAsync(page + "/roles");
        await browser.SendAsync(Form,
            ("Input.Roles[0].Name", "Inès Morel"), ("Input.Roles[0].Duties", "Does"), ("Input.Roles[0].Level", "Alone"),
            ("Input.Roles[1].Name", "Paul Vidal"), ("Input.Roles[1].Duties", "Validates"), ("Input.Roles[1].Level", "Knows"));

        browser.Path.ShouldBe(page);
        browser.Text.ShouldContain("Inès Morel fait ce travail. Paul Vidal le valide. "
            + "Une seule personne saurait le faire sans aide, Inès Morel");
        browser.Page.QuerySelector("#roles")!.TextContent.ShouldContain("Personne n’en répond");

        await browser.OpenAsync(page + "/roles");
        await browser.SendAsync(Form, ("Input.Roles[0].Duties", ""), ("Input.Roles[0].Level", ""));
        browser.Page.QuerySelector("#roles")!.TextContent.ShouldNotContain("Inès Morel");
        browser.Page.QuerySelector("#roles")!.TextContent.ShouldContain("Il n’est pas dit qui fait le travail.");
    }

    [Fact]
    public async Task A_provider_never_signs_off_its_own_work()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        var clerk = await pupitre.InsideAsync(company, async services =>
        {
            var person = await services.GetRequiredService<NamePerson>()
                .KeepAsync(
                    new PersonInput { Name = "Jeanne Martin", SideKey = $"provider:{world.Provider}" },
                    TestContext.Current.CancellationToken);
            await services.GetRequiredService<Db>().SaveChangesAsync(TestContext.Current.CancellationToken);
            return person.Id;
        });
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/{world.Process}/roles");
        await browser.SendAsync(Form, ("Input.Roles[0].PersonKey", clerk.ToString()), ("Input.Roles[0].Duties", "Validates"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("un prestataire ne valide pas son propre travail");

        await browser.OpenAsync($"/{company.Slug}/processes/{world.Process}/roles");
        await browser.SendAsync(Form, ("Input.Roles[0].PersonKey", clerk.ToString()), ("Input.Roles[0].Duties", "Does"));
        browser.Text.ShouldContain("Jeanne Martin fait ce travail.");
    }

    [Fact]
    public async Task What_is_ticked_for_nobody_or_for_one_person_twice_is_refused()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        await browser.OpenAsync(page + "/roles");
        await browser.SendAsync(Form, ("Input.Roles[0].Duties", "Does"));
        browser.Text.ShouldContain("Dites de qui il s’agit");

        await browser.OpenAsync(page + "/roles");
        await browser.SendAsync(Form,
            ("Input.Roles[0].Name", "Inès"), ("Input.Roles[0].Duties", "Does"), ("Input.Roles[1].Name", "ines"),
            ("Input.Roles[1].Duties", "Files"));
        browser.Text.ShouldContain("figure deux fois");
        browser.Page.QuerySelector("[name='Input.Roles[1].Name']")!.GetAttribute("value").ShouldBe("ines");
    }

    [Fact]
    public async Task Who_leaves_hands_over_parts_and_not_what_they_know()
    {
        var token = TestContext.Current.CancellationToken;
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        await browser.OpenAsync(page + "/roles");
        await browser.SendAsync(
            Form, ("Input.Roles[0].Name", "Inès Morel"), ("Input.Roles[0].Duties", "Does"), ("Input.Roles[0].Level", "Alone"));

        await pupitre.InsideAsync(company, async services =>
        {
            var next = await services.GetRequiredService<NamePerson>().KeepAsync(new PersonInput { Name = "Paul Vidal" }, token);
            var db = services.GetRequiredService<Db>();
            await db.SaveChangesAsync(token);
            var leaver = await db.Set<Person>().Where(row => row.Name == "Inès Morel").Select(row => row.Id).SingleAsync(token);
            await services.GetRequiredService<RemovePerson>().RunAsync(leaver, next.Id, token);
            return true;
        });

        await browser.OpenAsync(page);
        browser.Text.ShouldContain("Paul Vidal fait ce travail.");
        browser.Page.QuerySelector("#roles")!.TextContent.ShouldContain("Il n’est pas dit qui saurait le faire");
    }

    [Fact]
    public async Task What_somebody_knew_is_named_before_they_are_removed_and_its_process_remembers_that_it_left()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        var page = await ProcessAsync(browser, company);
        await browser.OpenAsync(page + "/roles");
        await browser.SendAsync(Form, ("Input.Roles[0].Name", "Inès Morel"), ("Input.Roles[0].Level", "Alone"));
        await browser.OpenAsync(browser.Page.QuerySelector("#roles tbody th a")!.GetAttribute("href")!);

        browser.Text.WithPlainSpaces().ShouldContain(
            "Le savoir-faire de Inès Morel part aussi, personne ne le reprend : Notes de frais (sait le faire seul).");
        await browser.SendAsync("form[action$='/removal']");

        await browser.OpenAsync(page);
        browser.Page.QuerySelector("#roles")!.TextContent.ShouldNotContain("Inès Morel");
        await browser.OpenAsync($"/{company.Slug}/history");
        browser.Text.WithPlainSpaces().ShouldContain("Un savoir-faire de « Notes de frais » est parti avec une personne");
    }

    [Theory]
    [InlineData(Dependency.Unknown)]
    [InlineData(Dependency.Nobody, KnowHowLevel.Knows, KnowHowLevel.Knows)]
    [InlineData(Dependency.OnePerson, KnowHowLevel.Knows, KnowHowLevel.Alone)]
    [InlineData(Dependency.OnePerson, KnowHowLevel.Teaches)]
    [InlineData(Dependency.Shared, KnowHowLevel.Teaches, KnowHowLevel.Alone)]
    public void It_hangs_on_one_person_when_one_alone_can_do_it(Dependency expected, params KnowHowLevel[] levels) =>
        Dependencies.Of(levels).ShouldBe(expected);

    private static async Task<string> ProcessAsync(TestBrowser browser, TestCompany company)
    {
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Notes de frais"));
        return browser.Path;
    }
}
