using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Sourcing.Commitments;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>A request for proof says what became of it, and no more.</summary>
public sealed class RequestTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Form = "form[method=post]:has(textarea)";

    [Fact]
    public async Task Without_a_mail_server_it_is_ready_and_not_sent_until_somebody_says_so()
    {
        var company = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/proof-requests/new");
        await browser.SendAsync(Form, ("Input.To", "contact@paie-conseil.fr"));
        var request = browser.Path;

        browser.Text.ShouldContain("Prêt, pas encore envoyé.");
        browser.Text.ShouldNotContain("Envoyé le");
        var dueDate = browser.Page.QuerySelector("a[href*='/due-dates/']")!.GetAttribute("href")!;
        await browser.OpenAsync(dueDate);
        browser.Text.ShouldNotContain("Preuve demandée");
        browser.Text.ShouldContain("Demande de preuve préparée pour Paie Conseil (contact@paie-conseil.fr)");

        await browser.OpenAsync(request);
        await browser.SendAsync("form[action$='/sent-by-hand']", ("on", "2026-11-26"));
        browser.Text.ShouldContain("Envoyé par nos soins le jeudi 26 novembre 2026, selon votre saisie.");
        await browser.OpenAsync(dueDate);
        browser.Text.ShouldContain("Preuve demandée");
    }

    [Theory]
    [InlineData("2026-11-27")]
    [InlineData("2026-11-25")]
    public async Task A_day_on_which_it_cannot_have_left_is_refused(string day)
    {
        var company = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/proof-requests/new");
        await browser.SendAsync(Form, ("Input.To", "contact@paie-conseil.fr"));

        await browser.SendAsync("form[action$='/sent-by-hand']", ("on", day));

        browser.Text.ShouldContain("Donnez le jour où vous l’avez envoyé");
    }

    [Fact]
    public async Task The_mail_to_send_oneself_is_whole_and_is_answered_to_the_person_who_asks()
    {
        var company = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/proof-requests/new");
        await browser.SendAsync(Form, ("Input.To", "contact@paie-conseil.fr"));

        using var answer = await browser.RawAsync(new HttpRequestMessage(HttpMethod.Get, browser.Path + "/mail.eml"));
        var mail = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        mail.ShouldContain("From: " + company.Email);
        mail.ShouldContain("Reply-To: " + company.Email);
        mail.ShouldContain("To: contact@paie-conseil.fr");
        mail.ShouldContain("Subject: ");
        (await MailAsync(company)).ReplyTo.ShouldBe(company.Email);
    }

    [Fact]
    public async Task Sent_is_said_only_once_a_server_took_it()
    {
        var company = await HaveAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/proof-requests/new");
        await browser.SendAsync(Form, ("Input.To", "contact@paie-conseil.fr"));
        var taken = Instant.FromUtc(2026, 11, 26, 9, 45);

        await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<OutgoingMail>().Where(row => row.CompanyId == company.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(mail => mail.SentAt, taken).SetProperty(mail => mail.IsOnlyFile, false)));

        (await browser.OpenAsync(browser.Path)).Text.ShouldContain("Envoyé le jeudi 26 novembre 2026 à 10 h 45.");
    }

    [Fact]
    public async Task Documents_are_told_by_range_and_internal_targets_are_left_out()
    {
        var company = await HaveAsync();
        var payslips = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Commitment>().SingleAsync(row => row.TemplateNumber == ServiceBuilder.PayslipsTemplate));
        await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<CommitmentVersion>().Where(row => row.CommitmentId == payslips.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(version => version.AcceptedHash, new string('0', 64)).SetProperty(version => version.AcceptedFile, "lettre.pdf").SetProperty(version => version.AgreedOn, new DateOnly(2025, 1, 1))));
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/proof-requests/new");

        var body = browser.Page.QuerySelector("textarea")!.TextContent;
        body.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)).ShouldBe(1);
        body.ShouldContain(payslips.Name + "\u00a0: ");
        body.ShouldMatch(@"\w+ 202[56] à \w+ 2026 \(\d+\)");
        browser.Text.ShouldContain("objectifs internes sont laissées de côté");
        await browser.OpenAsync(browser.Page.QuerySelector("a[href*='internal=1']")!.GetAttribute("href")!);
        browser.Page.QuerySelector("textarea")!.TextContent.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)).ShouldBe(2);
    }

    // Work handed over at the beginning of the year: of what was due before it was entered here, nobody is asked for anything.
    private async Task<TestCompany> HaveAsync()
    {
        var company = await pupitre.HaveCompanyAsync();
        pupitre.Clock.Now = Instant.FromUtc(2026, 1, 5, 9, 0);
        try
        {
            await pupitre.InsideAsync(company, async services =>
            {
                await new ServiceBuilder(services).HandOverAsync(Tile.Payroll, "Paie Conseil", ServiceBuilder.PayslipsTemplate, 3);
                return true;
            });
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }

        return company;
    }

    private Task<OutgoingMail> MailAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<OutgoingMail>().SingleAsync(row => row.CompanyId == company.Id));
}
