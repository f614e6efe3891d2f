using System.Net;

namespace Pupitre.Product.Tests.Sourcing;

public sealed class CalendarTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Takes_any_number_of_spans_and_draws_the_year()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/calendars/new");

        await browser.SendAsync(Form, ("Input.Name", "Accueil"), ("Input.Monday", "8h-10h, 10:30-12:30, 14h-18h30, 20:00-24:00"), ("Input.Closures", "03/08/2026 - 21/08/2026"), ("Input.Openings", "24/12/2026 : 09:00-12:00"), ("Input.EffectiveFrom", "2026-01-01"));

        browser.Text.ShouldContain("08:00-10:00, 10:30-12:30, 14:00-18:30, 20:00-24:00");
        await browser.OpenAsync(browser.Path + "?year=2026");
        browser.Page.QuerySelectorAll("main table caption").Length.ShouldBeGreaterThanOrEqualTo(12);
        browser.Text.ShouldContain("férié : Ascension");
        browser.Text.ShouldContain("ouverture particulière : 09:00-12:00");
    }

    [Fact]
    public async Task Refuses_a_calendar_without_any_opening_and_says_what_is_missing()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/calendars/new");

        await browser.SendAsync(Form, ("Input.Name", "Vide"), ("Input.Monday", ""), ("Input.Tuesday", ""), ("Input.Wednesday", ""), ("Input.Thursday", ""), ("Input.Friday", ""));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("#field-Input-Monday-note")!.TextContent.ShouldStartWith("Le calendrier n’a aucune ouverture dans la semaine");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/calendars/new");

        await browser.SendAsync(Form, ("Input.Name", ""), ("Input.Monday", "matin"), ("Input.Tuesday", "25h-26h"), ("Input.Holidays", "31/02/2026\nhier"), ("Input.Closures", "21/08/2026 - 03/08/2026"), ("Input.Openings", "demain : 9h-12h"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var field in new[] { "Name", "Monday", "Tuesday", "Holidays", "Closures", "Openings" })
        {
            browser.Page.QuerySelector($".pu-alert a[href$='#field-Input-{field}']").ShouldNotBeNull(field);
        }

        browser.Text.ShouldContain("31/02/2026");
        browser.Text.ShouldContain("hier");
    }

    [Fact]
    public async Task A_version_in_the_past_needs_a_reason()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/calendars/new");
        await browser.SendAsync(Form, ("Input.Name", "Accueil"));
        await browser.OpenAsync(browser.Path + "/edit");

        await browser.SendAsync(Form, ("Input.Saturday", "9h-12h"), ("Input.EffectiveFrom", "2026-01-01"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("dites pourquoi");

        await browser.SendAsync(Form, ("Input.Reason", "Horaires d'hiver oubliés"));
        browser.Text.ShouldContain("Horaires d'hiver oubliés");
    }

    [Fact]
    public async Task The_company_profile_is_asked_once_and_kept()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser("en").SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/profile");

        await browser.SendAsync(Form, ("Input.PayDay", "28"), ("Input.VatDay", "12"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await browser.SendAsync(Form, ("Input.VatDay", "19"));

        browser.Text.ShouldContain("Saved.");
        browser.Page.QuerySelector("[name='Input.PayDay']")!.GetAttribute("value").ShouldBe("28");
    }
}
