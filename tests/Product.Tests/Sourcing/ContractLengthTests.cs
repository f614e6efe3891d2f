using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Sourcing.Contracts;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Sourcing;

/// <summary>What is known of a contract is told, what is not is not made up, and no year breaks a page.</summary>
public sealed class ContractLengthTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "main form[method=post]";

    [Theory]
    [InlineData("2126-01-01", "12", "31 décembre 2126")]
    [InlineData("2025-01-01", "1200", "31 décembre 2124")]
    [InlineData("2999-12-31", "1200", "30 décembre 3099")]
    [InlineData("1850-01-01", "1200", "31 décembre 2049")]
    public async Task No_year_breaks_a_page(string start, string months, string lastDay)
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/new?provider={world.Provider}");

        await browser.SendAsync(Form, ("Input.Title", "Bail"), ("Input.Start", start), ("Input.Months", months), ("Input.NoticeMonths", "6"));

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Text.ShouldContain(lastDay);
        foreach (var page in new[] { "", "/due-dates", "/contracts", "/contracts?show=notices", "/providers/" + world.Provider, "/first-run", "/processes/" + world.Process })
        {
            (await browser.OpenAsync($"/{company.Slug}{page}")).Status.ShouldBe(HttpStatusCode.OK, page);
        }
    }

    [Fact]
    public async Task Beyond_the_known_holidays_the_date_stands_without_a_posting_day_and_says_so()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await HaveAsync(company, new ContractInput { Title = "Bail", Start = new(2025, 1, 1), Months = 1188, NoticeMonths = 6 });
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/contracts/{id}");

        browser.Text.ShouldContain("Dernier jour pour donner votre préavis : mercredi 30 juin 2123.");
        browser.Text.ShouldContain("Les jours fériés de 2123 ne sont pas connus");
    }

    [Fact]
    public async Task Rows_of_before_with_a_start_at_the_end_of_time_can_still_be_read_and_mended()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await HaveAsync(company, new ContractInput { Title = "Bail", Start = new(9999, 12, 31), Months = 12, NoticeMonths = 6 });
        using var browser = await pupitre.Browser().SignInAsync(company);

        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}")).Text.ShouldContain("après l’an 9999");
        (await browser.OpenAsync($"/{company.Slug}/due-dates")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}/edit")).Status.ShouldBe(HttpStatusCode.OK);
        await browser.SendAsync(Form);
        browser.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        browser.Page.QuerySelector("#field-Input-Start-note")!.TextContent.ShouldContain("entre 1800 et 2999");
    }

    [Fact]
    public async Task The_end_of_time_as_a_last_day_means_no_end()
    {
        var company = await pupitre.HaveCompanyAsync();
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/contracts/new?provider={world.Provider}");

        await browser.SendAsync(Form, ("Input.Title", "Abonnement"), ("Input.Start", "2025-03-01"), ("Input.LastDay", "9999-12-31"), ("Input.NoticeMonths", "3"));

        browser.Text.ShouldContain("En vigueur depuis le samedi 1er mars 2025, durée indéterminée.");
        browser.Text.ShouldContain("Si la lettre arrive le jeudi 26 novembre 2026, le contrat finit le vendredi 26 février 2027.");
    }

    [Theory]
    [InlineData(3, null, NoticeRunsFrom.Reception, "2026-11-30", "Le contrat finit alors le mercredi 3 mars 2027.")]
    [InlineData(null, 45, NoticeRunsFrom.Sending, "2026-11-30", "Le contrat finit alors le jeudi 14 janvier 2027.")]
    [InlineData(1, null, NoticeRunsFrom.FirstPresentation, "demain", "Si la lettre est présentée le jeudi 26 novembre 2026, le contrat finit le samedi 26 décembre 2026.")]
    public async Task An_open_ended_contract_ends_its_notice_after_the_letter(int? months, int? days, NoticeRunsFrom from, string write, string sentence)
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await HaveAsync(company, new ContractInput { Title = "Conseil", Start = new(2025, 3, 1), Length = ContractLength.OpenEnded, NoticeMonths = months, NoticeDays = days, NoticeRunsFrom = from });
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/contracts/{id}?write={write}");

        browser.Text.ShouldContain(sentence);
        (await browser.OpenAsync($"/{company.Slug}/contracts")).Text.ShouldContain("durée indéterminée");
        browser.Text.ShouldContain("à tout moment");
    }

    [Fact]
    public async Task What_the_first_run_was_not_told_is_unknown_and_not_none()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.InsideAsync(company, async services =>
        {
            var input = new FirstRunInput { Tiles = [new TileInput { Tile = Tile.Payroll, HandedOver = true, ProviderName = "Paie Conseil" }] };
            await services.GetRequiredService<SetUpOutsourcing>().RunAsync(input, TestContext.Current.CancellationToken);
            return true;
        });
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/contracts");
        browser.Text.ShouldContain("durée non saisie");
        browser.Text.ShouldNotContain("Sans terme");
        browser.Text.ShouldNotContain("Sans préavis");
        await browser.OpenAsync(browser.Page.QuerySelector("main tbody a")!.GetAttribute("href")!);
        browser.Text.ShouldContain("Durée non saisie : ni son dernier jour ni celui du préavis ne sont connus.");
        browser.Text.ShouldContain("premier jour non saisi");
        browser.Text.ShouldContain("préavis non saisi");
        await browser.OpenAsync($"/{company.Slug}/contracts?show=incomplete");
        browser.Text.ShouldContain("1 contrat dont la durée ou le préavis n’est pas saisi.");

        await browser.OpenAsync(browser.Page.QuerySelector("main tbody a")!.GetAttribute("href") + "/edit");
        await browser.SendAsync(Form, ("Input.Price", "100"));
        browser.Text.ShouldContain("100,00 €");
        browser.Text.ShouldContain("Durée non saisie");
    }

    [Theory]
    [InlineData(ContractNotice.None, "sans préavis à respecter")]
    [InlineData(ContractNotice.Unknown, "préavis non saisi")]
    public async Task No_notice_and_a_notice_not_entered_are_two_things(ContractNotice notice, string words)
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await HaveAsync(company, new ContractInput { Title = "Bail", Start = new(2025, 1, 1), Months = 12, Notice = notice });
        using var browser = await pupitre.Browser().SignInAsync(company);

        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}")).Text.ShouldContain(words);
    }

    [Fact]
    public async Task Says_that_the_posting_day_has_passed_and_which_term_the_notice_is_for()
    {
        var company = await pupitre.HaveCompanyAsync();

        // Notice by Friday 27 November 2026, three months before the last day of the term: the letter should have left on Tuesday 24.
        await HaveAsync(company, new ContractInput { Title = "Mission courte", Start = new(2025, 8, 30), Months = 6, NoticeMonths = 3 });
        await HaveAsync(company, new ContractInput { Title = "Mission longue", Start = new(2024, 2, 1), Months = 12, NoticeMonths = 3 });
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/contracts?show=notices");

        browser.Text.ShouldContain("1 préavis à donner dans les 90 prochains jours.");
        browser.Text.ShouldContain("24/11/2026 jour passé");
        await browser.OpenAsync($"/{company.Slug}/contracts");
        browser.Text.ShouldContain("31/10/2027 pour le terme qui finit le 31/01/2028");
        await browser.OpenAsync($"/{company.Slug}/due-dates");
    }

    [Fact]
    public async Task The_notice_of_a_year_walked_through_moves_to_the_next_term()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await HaveAsync(company, new ContractInput { Title = "Mission", Start = new(2026, 4, 1), Months = 12, NoticeMonths = 3 });
        using var browser = await pupitre.Browser().SignInAsync(company);
        try
        {
            (await browser.OpenAsync($"/{company.Slug}/contracts/{id}")).Text.ShouldContain("Le terme en cours finit le mercredi 31 mars 2027. Dernier jour pour donner votre préavis : jeudi 31 décembre 2026.");
            pupitre.Clock.Now = Instant.FromUtc(2027, 1, 1, 9, 0);
            await browser.SignInAsync(company);
            (await browser.OpenAsync($"/{company.Slug}/contracts/{id}")).Text.ShouldContain("vous êtes engagés jusqu’au vendredi 31 mars 2028.");
            browser.Text.ShouldContain("Dernier jour pour donner votre préavis : vendredi 31 décembre 2027.");
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }
    }

    [Fact]
    public async Task The_home_card_shows_all_the_notices_of_the_next_90_days()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.HavePayrollHandedOverAsync(company);
        await HaveAsync(company, new ContractInput { Title = "Mission A", Start = new(2025, 3, 1), Months = 12, NoticeMonths = 2 });
        await HaveAsync(company, new ContractInput { Title = "Mission B", Start = new(2025, 4, 1), Months = 12, NoticeMonths = 3 });
        await HaveAsync(company, new ContractInput { Title = "Mission C", Start = new(2025, 6, 1), Months = 12, NoticeMonths = 1 });
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/due-dates");

        browser.Text.ShouldContain("Mission A : lundi 28 décembre 2026");
        browser.Text.ShouldContain("Mission B : jeudi 31 décembre 2026");
        browser.Text.ShouldContain("Voir les préavis des 90 prochains jours (2)");
        browser.Text.ShouldNotContain("Mission C");
    }

    private Task<Guid> HaveAsync(TestCompany company, ContractInput input) => pupitre.InsideAsync(company, async services =>
    {
        var token = TestContext.Current.CancellationToken;
        input.ProviderId = (await services.GetRequiredService<Pupitre.Sourcing.Providers.CreateProvider>().RunAsync(new() { Name = "Cabinet " + Guid.CreateVersion7(), Email = "a@b.fr" }, token)).Id;
        return (await services.GetRequiredService<CreateContract>().RunAsync(input, token)).Id;
    });
}
