using System.Net;

namespace Pupitre.Product.Tests.Sourcing;

public sealed class ContractTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Says_the_term_in_force_the_notice_and_the_posting_day_and_why()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/contracts/{world.Contract}");

        browser.Text.ShouldContain("Le terme en cours finit le");
        browser.Text.ShouldContain("Dernier jour pour donner votre préavis");
        browser.Text.ShouldContain("Le contrat commence le mercredi 28 août 2024 pour 12 mois : le premier terme finit le mercredi 27 août 2025.");
        browser.Text.ShouldContain("Le préavis de 2 mois, compté depuis le dernier jour (vendredi 27 août 2027), se donne au plus tard le dimanche 27 juin 2027.");
        browser.Text.ShouldContain("12 mois");
        browser.Text.ShouldContain("Paie mensuelle");
        await browser.OpenAsync($"/{company.Slug}/contracts");
        browser.Text.ShouldContain("Prochain préavis : « Mission sociale »");
    }

    [Fact]
    public async Task What_two_editors_changed_of_the_same_field_is_asked_and_nothing_typed_is_lost()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        await first.OpenAsync($"/{company.Slug}/contracts/{world.Contract}/edit");
        await second.OpenAsync($"/{company.Slug}/contracts/{world.Contract}/edit");

        await first.SendAsync(Form, ("Input.NoticeMonths", "3"), ("Input.Price", "1480.50"));
        await second.SendAsync(Form, ("Input.NoticeMonths", "4"), ("Input.Note", "ma saisie"));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("Enregistré par Camille");
        second.Page.QuerySelector("main table")!.TextContent.ShouldContain("Préavis en mois");
        second.Page.QuerySelector("main table")!.TextContent.ShouldNotContain("Prix");
        second.Page.QuerySelector("textarea")!.TextContent.ShouldBe("ma saisie");
        second.Page.QuerySelector("[name='Input.NoticeMonths']")!.GetAttribute("value").ShouldBe("4");

        await second.SendAsync(Form);
        second.Path.ShouldBe($"/{company.Slug}/contracts/{world.Contract}");
        second.Text.ShouldContain("ma saisie");
        second.Text.ShouldContain("1 480,50");
        second.Text.ShouldContain("4 mois");
    }

    [Fact]
    public async Task What_only_one_of_two_editors_touched_is_merged()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        await first.OpenAsync($"/{company.Slug}/contracts/{world.Contract}/edit");
        await second.OpenAsync($"/{company.Slug}/contracts/{world.Contract}/edit");

        await first.SendAsync(Form, ("Input.Price", "1480.50"));
        await second.SendAsync(Form, ("Input.Note", "ma saisie"));

        second.Path.ShouldBe($"/{company.Slug}/contracts/{world.Contract}");
        second.Text.ShouldContain("1 480,50");
        second.Text.ShouldContain("ma saisie");
    }

    [Fact]
    public async Task Two_halves_that_contradict_each_other_once_merged_are_refused()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        await first.OpenAsync($"/{company.Slug}/contracts/{world.Contract}/edit");
        await second.OpenAsync($"/{company.Slug}/contracts/{world.Contract}/edit");

        await first.SendAsync(Form, ("Input.Start", "2024-09-01"));
        await second.SendAsync(Form, ("Input.Months", ""), ("Input.LastDay", "2024-08-30"), ("Input.RenewalMonths", "12"));

        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.Text.ShouldContain("Le dernier jour doit venir après le premier.");
    }

    [Fact]
    public async Task Refuses_an_end_and_a_length_together_and_keeps_what_was_typed()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/new?provider={world.Provider}");

        await browser.SendAsync(Form, ("Input.Title", "Conseil"), ("Input.Start", "2026-01-01"), ("Input.Months", "12"), ("Input.LastDay", "2026-12-31"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("#field-Input-LastDay-note")!.TextContent.ShouldContain("pas les deux");
        browser.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("Conseil");
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_at_its_field()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/new?provider={world.Provider}");

        await browser.SendAsync(Form, ("Input.Months", "12"), ("Input.NoticeMonths", "2"), ("Input.NoticeDays", "30"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("#field-Input-Title-note")!.TextContent.ShouldContain("Donnez un titre");
        browser.Page.QuerySelector("#field-Input-Start-note")!.TextContent.ShouldContain("premier jour");
        browser.Page.QuerySelector("#field-Input-NoticeDays-note")!.TextContent.ShouldContain("pas les deux");
    }

    [Fact]
    public async Task Keeps_files_and_gives_them_back()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/{world.Contract}");

        await browser.DropAsync("form[enctype]", [("lettre.pdf", "signée"u8.ToArray())]);

        browser.Text.ShouldContain("lettre.pdf");
        await browser.SendAsync("form[action$='/removal']");
        browser.Text.ShouldContain("Aucun fichier pour l’instant.");
    }

    [Fact]
    public async Task Another_company_sees_nothing_of_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        var other = await pupitre.HaveCompanyAsync();
        using var stranger = await pupitre.Browser().SignInAsync(other);
        string[] paths = [$"contracts/{world.Contract}", $"contracts/{world.Contract}/edit", $"providers/{world.Provider}", $"providers/{world.Provider}/edit", $"commitments/{world.Payslips}", $"commitments/{world.Payslips}/edit"];
        foreach (var path in paths)
        {
            (await stranger.OpenAsync($"/{other.Slug}/{path}")).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }
}
