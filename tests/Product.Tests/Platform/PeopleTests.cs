using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Product.Tests.Sourcing;

namespace Pupitre.Product.Tests.Platform;

/// <summary>One row a person: whoever is named somewhere is found under one name, with all that rests on them.</summary>
public sealed class PeopleTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_name_typed_twice_is_one_person_and_their_page_tells_what_rests_on_them()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Paie"), ("Input.Pilot", "Zoé Lemaître"), ("Input.Deputy", "Sacha"));
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Relances"), ("Input.Pilot", " ZOE LEMAITRE "));

        await OpenPersonAsync(browser, company, "Zoé Lemaître");

        browser.Text.ShouldContain("Pilote : Paie, Relances.");
        browser.Page.QuerySelectorAll("main table a[href*='/processes/']").Length.ShouldBe(2);
        (await NamesAsync(company)).ShouldBe(["Sacha", "Zoé Lemaître"]);
    }

    [Fact]
    public async Task A_pilot_is_chosen_from_the_list_and_nobody_of_another_company_can_be()
    {
        var company = await pupitre.HaveCompanyAsync();
        var other = await pupitre.HaveCompanyAsync();
        var known = await HaveAsync(company, "Zoé");
        var stranger = await HaveAsync(other, "Inconnue");
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        browser.Page.QuerySelectorAll("[name='Input.PilotId'] option").Select(option => option.TextContent).ShouldContain("Zoé");
        await browser.SendAsync(Form, ("Input.Name", "Paie"), ("Input.PilotId", known.ToString()));
        browser.Text.ShouldContain("Pilote : Zoé.");

        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Relances"), ("Input.PilotId", stranger.ToString()));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await browser.OpenAsync($"/{company.Slug}/people/{stranger}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_conducts_something_is_removed_only_when_somebody_takes_over()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Paie"), ("Input.Pilot", "Zoé"), ("Input.Deputy", "Sacha"));
        var process = browser.Path;
        var sacha = (await IdAsync(company, "Sacha")).ToString();

        await OpenPersonAsync(browser, company, "Zoé");
        await browser.SendAsync("form[action$='/removal']");
        browser.Status.ShouldNotBe(HttpStatusCode.OK);
        browser.Text.ShouldContain("Dites qui les reprend");
        await OpenPersonAsync(browser, company, "Zoé");
        await browser.SendAsync("form[action$='/removal']", ("successor", sacha));

        browser.Text.ShouldContain("La personne est supprimée.");
        (await browser.OpenAsync(process)).Text.ShouldContain("Pilote : Sacha.");
        (await NamesAsync(company)).ShouldBe(["Sacha"]);
    }

    [Fact]
    public async Task What_was_changed_on_a_contacts_own_page_is_not_written_back_by_a_form_opened_before()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers/new");
        await browser.SendAsync(
            Form, ("Input.Name", "Cabinet Martin"), ("Input.Contacts[0].Name", "Jeanne"), ("Input.Contacts[0].Email", "avant@exemple.fr"));
        var provider = browser.Path;
        using var other = await pupitre.Browser().SignInAsync(company);
        await other.OpenAsync(provider + "/edit");
        await OpenPersonAsync(browser, company, "Jeanne");
        await browser.OpenAsync(browser.Path + "/edit");
        await browser.SendAsync(Form, ("Input.Email", "apres@exemple.fr"));

        await other.SendAsync(Form, ("Input.Phone", "01 02 03 04 05"));

        other.Text.ShouldContain("apres@exemple.fr");
        other.Text.ShouldNotContain("avant@exemple.fr");
        other.Text.ShouldContain("01 02 03 04 05");
    }

    [Fact]
    public async Task Two_rows_become_one_with_what_rested_on_both()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Paie"), ("Input.Pilot", "Z. Lemaître"));
        await browser.OpenAsync($"/{company.Slug}/processes/new");
        await browser.SendAsync(Form, ("Input.Name", "Relances"), ("Input.Pilot", "Zoé Lemaître"));

        await browser.OpenAsync($"/{company.Slug}/people/{await IdAsync(company, "Z. Lemaître")}/absences/new");
        await browser.SendAsync(Form, ("Input.From", "2026-12-21"), ("Input.Until", "2026-12-24"));
        await OpenPersonAsync(browser, company, "Zoé Lemaître");
        await browser.SendAsync("form[action$='/merge']", ("other", (await IdAsync(company, "Z. Lemaître")).ToString()));

        browser.Text.ShouldContain("Pilote : Paie, Relances.");
        browser.Text.ShouldContain("21/12/2026");
        (await NamesAsync(company)).ShouldBe(["Zoé Lemaître"]);
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("« Z. Lemaître » et « Zoé Lemaître » ne font plus qu’une personne");
    }

    [Fact]
    public async Task An_absence_says_who_covers_and_a_cover_who_is_away_is_refused()
    {
        var company = await pupitre.HaveCompanyAsync();
        var zoe = await HaveAsync(company, "Zoé");
        var sacha = await HaveAsync(company, "Sacha");
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/people/{zoe}/absences/new");
        await browser.SendAsync(Form, ("Input.From", "2026-11-25"), ("Input.Until", "2026-11-30"), ("Input.CoveredBy", sacha.ToString()));
        browser.Text.ShouldContain("Actuellement en absence jusqu’au 30/11/2026, avec Sacha pour couvrir.");
        (await browser.OpenAsync($"/{company.Slug}/people")).Text.ShouldContain("En absence aujourd’hui : Zoé.");

        await browser.OpenAsync($"/{company.Slug}/people/{sacha}/absences/new");
        await browser.SendAsync(Form, ("Input.From", "2026-11-30"), ("Input.Until", "2026-12-02"), ("Input.CoveredBy", zoe.ToString()));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Zoé est aussi en absence");
        await browser.SendAsync(Form, ("Input.From", "2026-12-02"), ("Input.Until", "2026-12-01"));
        browser.Text.ShouldContain("Le dernier jour est avant le premier");
    }

    [Fact]
    public async Task A_contact_of_a_provider_is_a_person_of_its_side()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers/new");
        await browser.SendAsync(Form, ("Input.Name", "Cabinet Durand"), ("Input.Contacts[0].Name", "Léa Petit"), ("Input.Contacts[0].Email", "lea@durand.fr"));

        await OpenPersonAsync(browser, company, "Léa Petit");

        browser.Text.ShouldContain("Interlocuteur : Cabinet Durand.");
        browser.Page.QuerySelector("#about a[href*='/providers/']")!.TextContent.ShouldBe("Cabinet Durand");
        var links = browser.Page.QuerySelectorAll("main a[href*='/providers/']").Select(link => link.GetAttribute("href")!).ToList();
        links.ShouldBe(links.ConvertAll(link => link.ToLowerInvariant()));
        (await browser.OpenAsync($"/{company.Slug}/people?side=ours")).Text.ShouldNotContain("Léa Petit");
    }

    [Fact]
    public async Task Whoever_is_invited_is_a_person_and_a_reader_changes_nobody()
    {
        var company = await pupitre.HaveCompanyAsync();
        var zoe = await HaveAsync(company, "Zoé");
        using (var owner = await pupitre.Browser().SignInAsync(company))
        {
            await owner.OpenAsync($"/{company.Slug}/settings/people");
            await owner.SendAsync("#invite form", ("Invited.Name", "Zoé"), ("Invited.Email", company.Slug + ".zoe@exemple.fr"), ("Invited.Role", nameof(Role.Reader)));
        }

        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Person>().SingleAsync(row => row.Id == zoe))).AccountId.ShouldNotBeNull();
        var reader = await pupitre.HaveCompanyAsync(Role.Reader);
        var theirs = await HaveAsync(reader, "Zoé");
        using var browser = await pupitre.Browser().SignInAsync(reader);
        (await browser.OpenAsync($"/{reader.Slug}/people/{theirs}")).Page.QuerySelectorAll("main form").Length.ShouldBe(0);
        (await browser.OpenAsync($"/{reader.Slug}/people/{theirs}/edit")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<Guid> HaveAsync(TestCompany company, string name) => pupitre.InsideAsync(company, async services =>
        (await services.GetRequiredService<SavePerson>().CreateAsync(new PersonInput { Name = name }, TestContext.Current.CancellationToken)).Id);

    private Task<List<string>> NamesAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Person>().OrderBy(row => row.FoldedName).Select(row => row.Name).ToListAsync());

    private Task<Guid> IdAsync(TestCompany company, string name) => pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Person>().Where(row => row.Name == name).Select(row => row.Id).SingleAsync());

    private static async Task OpenPersonAsync(TestBrowser browser, TestCompany company, string name)
    {
        await browser.OpenAsync($"/{company.Slug}/people");
        await browser.OpenAsync(browser.Page.QuerySelectorAll("main table a").Single(link => link.TextContent == name).GetAttribute("href")!);
    }
}
