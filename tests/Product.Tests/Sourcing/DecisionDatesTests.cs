using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.ContractLife.Terms;
using static Pupitre.Product.Tests.Sourcing.TermsWorld;

namespace Pupitre.Product.Tests.Sourcing;

/// <summary>All contracts by the next day by which somebody has to decide, and what was decided.</summary>
public sealed class DecisionDatesTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]:has(textarea)";

    [Fact]
    public async Task The_nearest_comes_first_and_what_has_no_date_says_why_or_what_to_type()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.HavePayrollHandedOverAsync(company);
        foreach (var input in new[] { Near, Open, TermsWorld.Unknown, Over })
        {
            await pupitre.HaveContractAsync(company, input);
        }

        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/decision-dates");

        browser.Text.ShouldContain(
            "Prochaine décision : « Paie ». Pour partir, la lettre se poste au plus tard le mercredi 16 décembre 2026 "
            + "(dans 20 jours). 1 décision à prendre dans les 90 jours.");
        Rows(browser, "Dates de décision").ShouldBe(["Paie", "Mission sociale"]);
        Rows(browser, "À compléter").ShouldBe(["Archives"]);
        Rows(browser, "Sans date à venir").ShouldBe(["Audit", "Conseil"]);
        browser.Text.ShouldContain("la durée et le préavis");
        browser.Text.ShouldContain("a fini le mardi 31 décembre 2024");
        Rows(await browser.OpenAsync($"/{company.Slug}/decision-dates?within=30"), "Dates de décision").ShouldBe(["Paie"]);
        Rows(await browser.OpenAsync($"/{company.Slug}/decision-dates?sort=-end"), "Dates de décision")
            .ShouldBe(["Mission sociale", "Paie"]);
        Rows(await browser.OpenAsync($"/{company.Slug}/decision-dates?q=sociale"), "Dates de décision").ShouldBe(["Mission sociale"]);
        (await browser.OpenAsync($"/{company.Slug}/decision-dates?q=rien")).Text.ShouldContain("Aucun contrat ne vient à terme ici");
    }

    [Fact]
    public async Task A_decision_stands_with_its_reason_on_the_contract_in_the_list_and_in_the_history_and_is_taken_back()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/{id}/decision");

        await browser.SendAsync(Form, ("Input.Choice", "Leave"), ("Input.Reason", "Trop cher pour ce qui est fait."));

        browser.Path.ShouldBe($"/{company.Slug}/contracts/{id}/decision");
        browser.Text.ShouldContain("« Partir » pour le terme qui finit le jeudi 31 décembre 2026 : enregistré le 26/11/2026 par Camille.");
        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}")).Text.ShouldContain("Trop cher pour ce qui est fait.");
        Rows(await browser.OpenAsync($"/{company.Slug}/decision-dates?decision=made"), "Dates de décision").ShouldBe(["Paie"]);
        (await browser.OpenAsync($"/{company.Slug}/decision-dates?decision=open")).Text.ShouldContain("Aucune décision n’est à prendre");
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("Contrat « Paie », terme jusqu’au 31/12/2026 : partir");

        await browser.OpenAsync($"/{company.Slug}/contracts/{id}/decision");
        await browser.SendAsync("form[action$='/withdrawal']");

        browser.Text.ShouldNotContain("enregistré le");
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("décision « partir » reprise");
    }

    [Fact]
    public async Task A_decision_without_a_reason_is_refused_and_what_was_typed_stays()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/{id}/decision");

        await browser.SendAsync(Form, ("Input.Choice", "Renew"));

        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("option[value=Renew]")!.HasAttribute("selected").ShouldBeTrue();
    }

    [Fact]
    public async Task Two_people_who_decide_at_once_see_each_other()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);
        using var first = await pupitre.Browser().SignInAsync(company);
        using var second = await pupitre.Browser().SignInAsync(company);
        await first.OpenAsync($"/{company.Slug}/contracts/{id}/decision");
        await second.OpenAsync($"/{company.Slug}/contracts/{id}/decision");
        await first.SendAsync(Form, ("Input.Choice", "Renew"), ("Input.Reason", "Tout va bien."));

        await second.SendAsync(Form, ("Input.Choice", "Leave"), ("Input.Reason", "Rien ne va."));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Text.ShouldContain("Tout va bien.");
        second.Page.QuerySelector("textarea")!.TextContent.ShouldBe("Rien ne va.");
        await second.SendAsync(Form);
        second.Text.ShouldContain("« Partir »");
    }

    [Fact]
    public async Task A_form_left_open_over_the_end_of_the_term_decides_nothing_and_a_new_term_asks_anew()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);
        await pupitre.HaveDecisionAsync(company, id, TermChoice.Renew);

        var (term, stale) = await AtAsync(new(2026, 12, 22), async () => await pupitre.InsideAsync(company, async services =>
        {
            var decide = services.GetRequiredService<DecideContract>();
            var input = await decide.PrepareAsync(id, CancellationToken.None);
            var old = new DecisionInput { ContractId = id, TermLastDay = new(2026, 12, 31), Choice = TermChoice.Leave, Reason = "x" };
            return (input, await Should.ThrowAsync<Kernel.Refused>(() => decide.RunAsync(old, CancellationToken.None)));
        }));

        term.TermLastDay.ShouldBe(new(2027, 12, 31));
        term.Choice.ShouldBeNull();
        stale.Message.ShouldContain("31 December 2027");
    }

    [Fact]
    public async Task Once_it_was_decided_to_leave_no_later_term_asks_before_that_end()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);
        await pupitre.HaveDecisionAsync(company, id);

        var asked = await AtAsync(new(2026, 12, 28), () => pupitre.InsideAsync(company, services =>
            services.GetRequiredService<DecideContract>().PrepareAsync(id, CancellationToken.None)));

        (asked.TermLastDay, asked.Choice).ShouldBe((new(2026, 12, 31), TermChoice.Leave));
    }

    [Fact]
    public async Task A_reader_of_one_provider_sees_its_dates_and_nothing_of_what_the_company_means_to_do()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);
        await pupitre.HaveContractAsync(company,
            new() { Title = "Caché", Start = new(2026, 1, 1), Months = 12, Renewal = Kernel.Time.Renewal.Tacit, NoticeMonths = 1 },
            "Cabinet Caché");
        await pupitre.HaveDecisionAsync(company, id);
        using var browser = await pupitre.Browser().SignInAsync(await pupitre.HaveLimitedAsync(company, "Cabinet Martin"));

        await browser.OpenAsync($"/{company.Slug}/decision-dates");

        Rows(browser, "Dates de décision").ShouldBe(["Paie"]);
        browser.Text.ShouldNotContain("Partir");
        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}")).Text.ShouldNotContain("Trop cher");
        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}/decision")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}/notice-letter")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.OpenAsync($"/{company.Slug}/today")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldNotContain("terme jusqu’au");
        using var csv = await browser.RawAsync(new(HttpMethod.Get, $"/{company.Slug}/decision-dates.csv"));
        var text = await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("Paie;Cabinet Martin;");
        text.ShouldNotContain("Caché");
        text.ShouldNotContain("Trop cher");
    }

    [Fact]
    public async Task The_page_of_the_contract_draws_its_terms_and_answers_both_ways()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/contracts/{world.Contract}?leave=2027-06-30&write=2027-06-23");

        browser.Page.QuerySelectorAll("#timeline svg").Length.ShouldBeGreaterThan(0);
        browser.Page.QuerySelectorAll("#timeline tbody tr").Select(row => row.Children[0].TextContent.Trim())
            .ShouldBe(["terme 2, par tacite reconduction", "terme 3, par tacite reconduction", "terme 4, par tacite reconduction"]);
        browser.Text.ShouldContain("Termes plus anciens, non montrés : 1.");
        browser.Text.ShouldContain(
            "Partir au mercredi 30 juin 2027 n’est pas possible : le contrat ne finit qu’au dernier jour d’un terme.");
        browser.Text.ShouldContain(
            "Ensuite, vous pouvez partir au vendredi 27 août 2027. Postez la lettre au plus tard le mardi 22 juin 2027");
        browser.Text.ShouldContain("Postée le mercredi 23 juin 2027, la lettre compte à partir du lundi 28 juin 2027.");
        browser.Text.ShouldContain("Le contrat finit alors le dimanche 27 août 2028.");
        (await browser.OpenAsync($"/{company.Slug}/contracts/{world.Contract}?leave=2027-08-27"))
            .Text.ShouldContain("Partir au vendredi 27 août 2027 est possible.");
        (await browser.OpenAsync($"/{company.Slug}/contracts/{world.Contract}?leave=demain&write=9999-12-31"))
            .Status.ShouldBe(HttpStatusCode.OK);
    }

    private static List<string> Rows(TestBrowser browser, string caption) =>
        [.. browser.Page.QuerySelectorAll("main table").Where(table => table.QuerySelector("caption")!.TextContent == caption)
            .SelectMany(table => table.QuerySelectorAll("tbody th")).Select(cell => cell.TextContent.Trim())];

    private async Task<T> AtAsync<T>(DateOnly day, Func<Task<T>> act)
    {
        pupitre.Clock.Now = NodaTime.Instant.FromUtc(day.Year, day.Month, day.Day, 9, 0);
        try
        {
            return await act();
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }
    }
}
