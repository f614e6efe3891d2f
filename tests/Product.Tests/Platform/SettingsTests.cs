using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;

namespace Pupitre.Product.Tests.Platform;

public sealed class SettingsTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string CompanyForm = "#identity form";
    private const string InviteForm = "#invite form";

    [Fact]
    public async Task The_first_page_of_the_settings_says_how_the_others_stand()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/settings");

        var lines = browser.Page.QuerySelectorAll("main table tbody tr")
            .Select(row => row.QuerySelector("a")!.GetAttribute("href") + " " + row.QuerySelector("td")!.TextContent).ToList();
        lines.ShouldContain($"/{company.Slug}/settings/people 1 personne a un accès.");
        lines.ShouldContain($"/{company.Slug}/settings/jobs Aucun travail n’est arrêté.");
        lines.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Renames_the_company()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.SendAsync(CompanyForm, ("Input.Name", "Ateliers Réunis"), ("Input.Siren", "732 829 320"));

        browser.Text.ShouldContain("C’est enregistré.");
        browser.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value").ShouldBe("Ateliers Réunis");
    }

    [Fact]
    public async Task Asks_once_more_for_a_siren_whose_key_is_wrong()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);

        await browser.SendAsync(CompanyForm, ("Input.Siren", "732829321"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await browser.SendAsync(CompanyForm, ("Input.AcceptsSiren", "true"));

        browser.Text.ShouldContain("C’est enregistré.");
    }

    [Fact]
    public async Task Shows_the_second_of_two_what_the_first_saved_and_keeps_what_they_typed()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var first = await OpenAsync(company);
        using var second = await OpenAsync(company);
        await first.SendAsync(CompanyForm, ("Input.Name", "Atelier du premier"));

        await second.SendAsync(CompanyForm, ("Input.Name", "Atelier du second"));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("Atelier du premier");
        second.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value").ShouldBe("Atelier du second");
        await second.SendAsync(CompanyForm);
        second.Text.ShouldContain("C’est enregistré.");
    }

    [Fact]
    public async Task Invites_a_person_by_a_mail_whose_link_lets_them_choose_a_password()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company, "settings/people");
        var email = company.Slug + ".invitee@exemple.fr";

        await browser.SendAsync(InviteForm, ("Invited.Name", "Nadia Perrin"), ("Invited.Email", email), ("Invited.Role", nameof(Role.Pilot)));

        browser.Text.ShouldContain("Nadia Perrin");
        var mail = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<OutgoingMail>().SingleAsync(row => row.To == email));
        var link = mail.Body.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal));
        using var invited = pupitre.Browser();
        await invited.OpenAsync(link);
        await invited.SendAsync("form[method=post]:has([type=password])", ("Input.New", "un autre mot de passe"));
        await invited.SignInAsync(company with { Email = email }, "un autre mot de passe");
        (await invited.OpenAsync($"/{company.Slug}/history")).Status.ShouldBe(HttpStatusCode.OK);
        (await invited.OpenAsync($"/{company.Slug}/settings")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await invited.OpenAsync($"/{company.Slug}/settings/people")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Keeps_the_last_owner()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company, "settings/people");
        await browser.OpenAsync(browser.Page.QuerySelector("a[href*='/settings/members/']")!.GetAttribute("href")!);

        await browser.SendAsync("form:has([name='Input.Role'])", ("Input.Role", nameof(Role.Reader)));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("dernier dirigeant");
    }

    [Fact]
    public async Task A_form_posted_twice_does_its_work_once()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        var fields = FieldsOf(browser, "Deux fois");

        var answers = await Task.WhenAll(PostAsync(browser, company, fields), PostAsync(browser, company, fields));

        answers.ShouldAllBe(status => status == HttpStatusCode.OK);
        (await EditsAsync(company)).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_posted_many_times_at_once_breaks_no_statement_of_the_database()
    {
        const int AtOnce = 6;
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await OpenAsync(company);
        using var broken = new BrokenCommands("posted_forms");

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => PostAsync(browser, company, FieldsOf(browser, "Six fois"))));

        answers.ShouldAllBe(status => status == HttpStatusCode.OK);
        broken.Commands.ShouldBeEmpty();
        (await EditsAsync(company)).ShouldBe(1);
    }

    private Task<int> EditsAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().LedgerEntries.CountAsync(line => line.Verb == "CompanyEdited"));

    private static List<KeyValuePair<string, string>> FieldsOf(TestBrowser browser, string name) =>
    [
        .. ((IHtmlFormElement)browser.Page.QuerySelector(CompanyForm)!).Elements.OfType<IHtmlInputElement>().Where(input => input.Name is { Length: > 0 } && input.Type != "checkbox")
            .Select(input => new KeyValuePair<string, string>(input.Name!, input.Name == "Input.Name" ? name : input.Value)),
        new("Input.HolidayZone", "metropole"),
    ];

    private static async Task<HttpStatusCode> PostAsync(TestBrowser browser, TestCompany company, List<KeyValuePair<string, string>> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/{company.Slug}/settings", UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        using var response = await browser.RawAsync(request);
        return response.StatusCode;
    }

    private async Task<TestBrowser> OpenAsync(TestCompany company, string page = "settings")
    {
        var browser = pupitre.Browser();
        await browser.SignInAsync(company);
        return await browser.OpenAsync($"/{company.Slug}/{page}");
    }
}
