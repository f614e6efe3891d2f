using System.Net;

namespace Pupitre.Product.Tests.Sourcing;

public sealed class CommitmentTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Takes_a_ready_commitment_as_it_stands_and_says_so()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/ready/12?contract={world.Contract}");
        browser.Text.ShouldContain("l’autre lecture, pour comparer");

        await browser.SendAsync(Form);

        browser.Text.ShouldContain("Après « Question reçue », Cabinet Martin répond à la question sous 1 jour ouvré, à la même heure.");
        browser.Text.ShouldContain("repris tel quel");
        browser.Text.ShouldContain("objectif interne");
    }

    [Fact]
    public async Task Links_a_ready_commitment_to_the_one_that_it_waits_for()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");

        browser.Text.ShouldContain("à condition que nous ayons transmis les variables de paie depuis au moins 3 jours ouvrés");
    }

    [Fact]
    public async Task Writes_a_schedule_as_a_sentence_previews_it_and_saves_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/own?kind=schedule&contract={world.Contract}");
        (string, string)[] fields =
        [
            ("Input.Name", "Journal de paie remis"), ("Input.Action", "remet le journal de paie"), ("Input.Anchor", "PayDay"), ("Input.OffsetDays", "1"), ("Input.At", "18:00"),
            ("Input.PrerequisiteId", world.Variables.ToString()), ("Input.PrerequisiteDays", "2"), ("Input.UnitOne", "journal"), ("Input.UnitMany", "journaux"),
        ];

        browser.Page.QuerySelector("button[name='Input.Preview']").ShouldNotBeNull();
        await browser.SendAsync(Form, fields);

        browser.Text.ShouldContain("Chaque mois, Cabinet Martin remet le journal de paie au plus tard 1 jour ouvré avant la date de paie à 18 h, à condition que nous ayons transmis les variables de paie depuis au moins 2 jours ouvrés.");
        browser.Text.ShouldContain("en journaux");
        browser.Text.ShouldNotContain("repris tel quel");
    }

    [Fact]
    public async Task Refuses_a_commitment_that_waits_for_itself_through_another()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Variables}/edit");

        await browser.SendAsync(Form, ("Input.PrerequisiteId", world.Payslips.ToString()));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Un engagement ne peut pas attendre sa propre exécution");
    }

    [Fact]
    public async Task A_change_is_a_new_version_and_one_in_the_past_needs_a_reason()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}/edit");

        await browser.SendAsync(Form, ("Input.OffsetDays", "3"), ("Input.EffectiveFrom", "2026-01-01"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("dites pourquoi");
        browser.Text.ShouldContain("au plus tard 3 jours ouvrés avant la date de paie");

        await browser.SendAsync(Form, ("Input.Reason", "Avenant signé en retard"));
        browser.Text.ShouldContain("Avenant signé en retard");
        browser.Text.ShouldContain("3 jours ouvrés avant la date de paie");
        browser.Text.ShouldNotContain("repris tel quel");
    }

    [Fact]
    public async Task Is_an_internal_target_until_the_other_side_accepted()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser("en").SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/{world.Payslips}");
        browser.Text.ShouldContain("internal target");

        browser.Text.ShouldNotContain("accepted by both");

        // What a paper shows is held by AcceptanceTests.
        browser.Page.QuerySelector($"a[href$='/commitments/{world.Payslips}/acceptance']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Asks_how_time_is_counted_and_never_guesses()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/own?kind=clock&contract={world.Contract}");

        await browser.SendAsync(Form, ("Input.Name", "Tickets"), ("Input.Action", "traite le ticket"), ("Input.Start", "Accepted"), ("Input.Stop", "Completed"), ("Input.PauseFrom", "transition=Wait - User"), ("Input.TargetCount", "24"));
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Choisissez comment le délai se compte");

        await browser.SendAsync(Form, ("Input.Target", "OpeningHours"));
        browser.Text.ShouldContain("Après « Accepted », Cabinet Martin traite le ticket sous 24 h d’ouverture.");
        browser.Text.ShouldContain("En pause à « Wait - User » (transition)");
    }

    [Fact]
    public async Task A_version_of_a_clock_in_the_past_says_how_many_outcomes_it_changes()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/commitments/ready/12?contract={world.Contract}");
        await browser.SendAsync(Form);
        await browser.OpenAsync(browser.Path + "/edit");

        await browser.SendAsync(Form, ("Input.TargetCount", "2"), ("Input.EffectiveFrom", "2026-01-01"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Text.ShouldContain("Aucun résultat ne changerait sur les données présentes.");
    }
}
