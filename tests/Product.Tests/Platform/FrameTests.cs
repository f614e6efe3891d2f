using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.Platform;

/// <summary>What stands around every page: who, where, the way to the rest, and help.</summary>
public sealed class FrameTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Motto = "Le poste de pilotage de vos prestataires administratifs";

    [Fact]
    public async Task Says_who_one_is_and_offers_another_company_only_to_whoever_has_one()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/providers");
        browser.Page.QuerySelector(".pu-side-foot strong")!.TextContent.ShouldBe("Camille");
        browser.Page.QuerySelector(".pu-company")!.TextContent.ShouldContain("Atelier " + company.Slug);
        browser.Page.QuerySelector(".pu-company a").ShouldBeNull();

        var other = await pupitre.HaveCompanyAsync();
        await JoinAsync(company, other, Role.Reader);
        await browser.OpenAsync($"/{company.Slug}/providers");
        await browser.OpenAsync(browser.Page.QuerySelector(".pu-company a")!.GetAttribute("href")!);

        browser.Page.QuerySelectorAll(".pu-doors a").Select(door => door.GetAttribute("href")).ShouldBe(["/" + company.Slug, "/" + other.Slug], ignoreOrder: true);
        browser.Text.ShouldContain("lecteur", Case.Insensitive);
    }

    [Theory]
    [InlineData("/account/sign-in", HttpStatusCode.OK)]
    [InlineData("/account/forgotten", HttpStatusCode.OK)]
    [InlineData("/account/help", HttpStatusCode.OK)]
    [InlineData("/account/glossary", HttpStatusCode.OK)]
    [InlineData("/set-up?token=0000", HttpStatusCode.NotFound)]
    [InlineData("/nowhere/at/all/of/it", HttpStatusCode.NotFound)]
    public async Task Bears_the_name_and_the_line_of_the_program_where_there_is_no_company(string path, HttpStatusCode status)
    {
        using var browser = pupitre.Browser();

        await browser.OpenAsync(path);

        browser.Status.ShouldBe(status);
        browser.Page.QuerySelector("header .pu-brand")!.TextContent.Trim().ShouldBe("Pupitre");
        browser.Page.QuerySelector("header p")!.TextContent.Trim().ShouldBe(Motto);
        browser.Page.Body!.TextContent.Split("poste de pilotage").Length.ShouldBe(2, "It is said once.");
        browser.Page.QuerySelector("footer a[href='/account/help']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_printed_says_of_which_company_it_is_and_when_it_was_computed()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/due-dates");

        browser.Page.QuerySelector(".pu-printed")!.TextContent.ShouldContain($"Atelier {company.Slug}, page calculée le jeudi 26 novembre 2026 à 10");
    }

    [Fact]
    public async Task Help_and_words_are_one_click_from_every_page_and_from_the_page_of_a_shut_door()
    {
        var company = await pupitre.HaveCompanyAsync(Role.Reader);
        using var browser = await pupitre.Browser().SignInAsync(company);
        foreach (var page in new[] { "due-dates", "history", "calendars", "settings" })
        {
            await browser.OpenAsync($"/{company.Slug}/{page}");
            browser.Page.QuerySelector($"a[href='/{company.Slug}/help']").ShouldNotBeNull(page);
            browser.Page.QuerySelector($"a[href='/{company.Slug}/glossary']").ShouldNotBeNull(page);
        }

        await browser.OpenAsync($"/{company.Slug}/help");

        browser.Text.ShouldContain("Une ligne par engagement, une colonne par mois");
        browser.Page.QuerySelector("main a[href$='/first-run']").ShouldBeNull("The door is shut to a reader.");
    }

    [Theory]
    [InlineData("fr", "echeance", "échéance")]
    [InlineData("fr", "due date", "échéance")]
    [InlineData("en", "échéance", "due date")]
    [InlineData("en", "NOTICE", "notice")]
    public async Task A_word_is_found_in_either_language_without_accents_or_capitals(string language, string search, string term)
    {
        using var browser = pupitre.Browser(language);

        await browser.OpenAsync("/account/glossary?q=" + Uri.EscapeDataString(search));

        browser.Page.QuerySelectorAll(".pu-terms dt").ShouldContain(found => found.FirstChild!.TextContent.Trim() == term);
    }

    [Fact]
    public async Task A_word_that_is_not_there_leads_back_to_all()
    {
        using var browser = pupitre.Browser();

        await browser.OpenAsync("/account/glossary?q=zzzz");
        await browser.OpenAsync(browser.Page.QuerySelector(".pu-empty a")!.GetAttribute("href")!);

        browser.Page.QuerySelectorAll(".pu-terms dt").Length.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task The_display_follows_the_system_until_light_or_dark_is_chosen_and_again_afterwards()
    {
        using var browser = pupitre.Browser();
        await browser.OpenAsync("/account/sign-in");
        (Theme(), Pressed()).ShouldBe((null, "system"));

        await browser.SendAsync("form:has([name=theme])", ("theme", "dark"));
        (Theme(), Pressed()).ShouldBe(("dark", "dark"));
        await browser.SendAsync("form:has([name=theme])", ("theme", "light"));
        (Theme(), Pressed()).ShouldBe(("light", "light"));
        await browser.SendAsync("form:has([name=theme])", ("theme", "system"));
        (Theme(), Pressed()).ShouldBe((null, "system"));

        string? Theme() => browser.Page.DocumentElement.GetAttribute("data-bs-theme");
        string? Pressed() => browser.Page.QuerySelector("[name=theme][aria-pressed=true]")!.GetAttribute("value");
    }

    [Fact]
    public async Task A_name_and_a_language_are_ones_own_and_the_language_follows_into_another_browser()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync("/account");

        await browser.SendAsync("form:has([name='Profile.Name'])", ("Profile.Name", "Camille Ferrand"), ("Profile.Language", "en"));

        browser.Text.ShouldContain("Saved.");
        await browser.OpenAsync($"/{company.Slug}/due-dates");
        browser.Page.QuerySelector(".pu-side-foot strong")!.TextContent.ShouldBe("Camille Ferrand");
        using var elsewhere = await pupitre.Browser().SignInAsync(company);
        await elsewhere.OpenAsync($"/{company.Slug}/due-dates");
        elsewhere.Page.DocumentElement.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task A_name_that_is_missing_is_told_at_its_field()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync("/account");

        await browser.SendAsync("form:has([name='Profile.Name'])", ("Profile.Name", " "));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector(".pu-alert-error a[href$='#field-Profile-Name']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Role.Owner, "settings", "Identité,Dates et autres noms,Calendriers,Personnes,Accès,Courriers,Travaux réguliers,Mon agenda")]
    [InlineData(Role.Pilot, "profile", "Dates et autres noms,Calendriers,Personnes,Mon agenda")]
    [InlineData(Role.Reader, "calendars", "Calendriers,Personnes,Mon agenda")]
    public async Task The_company_is_described_in_one_place_of_which_each_sees_what_is_open(Role role, string first, string sections)
    {
        var company = await pupitre.HaveCompanyAsync(role);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/calendars");

        browser.Page.QuerySelectorAll(".pu-nav a").Single(link => link.TextContent.Trim() == "Réglages").GetAttribute("href").ShouldBe($"/{company.Slug}/{first}");
        browser.Page.QuerySelectorAll(".pu-tabs a").Select(tab => tab.TextContent).ShouldBe(sections.Split(','));
        browser.Page.QuerySelectorAll(".pu-nav a[aria-current]").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("contracts", "Contrats")]
    [InlineData("commitments", "Engagements")]
    [InlineData("calendars", "Calendriers")]
    [InlineData("people", "Personnes")]
    [InlineData("evidence", "Preuves")]
    [InlineData("deliverables", "Documents attendus")]
    [InlineData("flows", "Flux réels")]
    [InlineData("processes", "Cartographie")]
    [InlineData("guardrails", "Garde-fous")]
    [InlineData("history", "Historique")]
    [InlineData("", "Échéances")]
    [InlineData("settings", "Réglages")]
    public async Task The_menu_leads_to_what_people_look_for_and_marks_one_place(string page, string word)
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/{page}");

        browser.Page.QuerySelectorAll(".pu-nav a[aria-current]").Single().TextContent.Trim().ShouldBe(word);
    }

    [Fact]
    public async Task The_menu_has_at_most_seven_words_above_its_foot_and_opens_the_one_where_one_is()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/contracts");

        string[] words =
            ["Aujourd’hui", "Échéances", "Prestataires", "Documents", "Cartographie", "Suivi", "Gouvernance", "Historique", "Réglages"];
        Words(browser, ".pu-nav > li > a").ShouldBe(words);
        browser.Page.QuerySelector(".pu-nav-foot > a")!.TextContent.Trim().ShouldBe("Historique");
        Words(browser, ".pu-nav-below a")
            .ShouldBe(["Contrats", "Dates de décision", "Clauses", "Engagements", "Comptes rendus mensuels", "Désaccords"]);
        Words(browser, ".pu-top-here a").ShouldBe(["Prestataires", .. Words(browser, ".pu-nav-below a")]);
        Words(browser, ".pu-nav-here").ShouldBe(["Prestataires"]);

        await browser.OpenAsync($"/{company.Slug}/deliverables");
        Words(browser, ".pu-nav-below a").ShouldBe(["Preuves", "Documents attendus"]);
        Words(browser, ".pu-top-here a").ShouldBe(["Preuves", "Documents attendus"]);
    }

    private static IEnumerable<string> Words(TestBrowser browser, string selector) =>
        browser.Page.QuerySelectorAll(selector).Select(link => link.TextContent.Trim());

    [Fact]
    public async Task The_owner_reads_no_name_of_a_setting()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        foreach (var page in new[] { "settings", "settings/people", "settings/mails" })
        {
            await browser.OpenAsync($"/{company.Slug}/{page}");
            browser.Page.Body!.TextContent.ShouldNotContain("Mail__", Case.Sensitive, page);
        }
    }

    private Task<bool> JoinAsync(TestCompany person, TestCompany other, Role role) => pupitre.InsideAsync(other, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var account = await db.Users.SingleAsync(row => row.Email == person.Email);
        db.Memberships.Add(Membership.Create(account.Id, await db.Companies.SingleAsync(row => row.Id == other.Id), role, account.CreatedAt));
        await db.SaveChangesAsync();
        return true;
    });
}
