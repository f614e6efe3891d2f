using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.ContractLife.Terms;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.People;
using Pupitre.Platform.Recurring;
using static Pupitre.Product.Tests.Sourcing.TermsWorld;

namespace Pupitre.Product.Tests.Sourcing;

/// <summary>Each reminder is written once, to whoever pilots, until somebody has decided.</summary>
public sealed class TermReminderTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task Of_those_that_are_past_only_the_nearest_is_written_and_later_ones_follow_on_their_days()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);

        await RemindAsync(company);
        await RemindAsync(company);
        (await RowsAsync(company, id)).ShouldBe([(90, true), (60, true), (30, false)]);
        (await MailsAsync(company)).Count.ShouldBe(1);
        await RemindAsync(company, new(2026, 12, 8));
        (await MailsAsync(company)).Count.ShouldBe(1);
        await RemindAsync(company, new(2026, 12, 9));
        await RemindAsync(company, new(2026, 12, 10));

        var mails = await MailsAsync(company);
        mails.Count.ShouldBe(2);
        mails.ShouldAllBe(mail => mail.To == company.Email);
        mails[0].Body.Replace('\u00a0', ' ').ShouldContain(
            "« Paie » (Cabinet Martin)\nPour partir, la lettre se poste au plus tard le mercredi 16 décembre 2026 (dans 20 jours).");
        mails[1].Body.ShouldContain("(dans 7 jours)");
        using var browser = await pupitre.Browser().SignInAsync(company);
        (await browser.OpenAsync($"/{company.Slug}/contracts/{id}/decision")).Page.QuerySelectorAll("#reminders ~ * tbody tr")
            .Length.ShouldBe(4);
        browser.Text.ShouldContain("courriel écrit le 26/11/2026 10:30, pour 1 personne");
        (await browser.OpenAsync($"/{company.Slug}/history")).Text.ShouldContain("Rappel 30 jours avant pour le contrat « Paie »");
    }

    [Fact]
    public async Task Several_that_look_at_once_write_each_once()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.HaveContractAsync(company, Near);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RemindAsync(company)));

        (await MailsAsync(company)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_mail_gathers_all_contracts_in_the_language_of_whoever_reads_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.HaveContractAsync(company, Near);
        var second = Near;
        second.Title = "Comptabilité";
        await pupitre.HaveContractAsync(company, second);
        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var account = await db.Users.Where(row => row.Email == company.Email).Select(row => row.Id).SingleAsync();
            db.UserClaims.Add(new IdentityUserClaim<Guid> { UserId = account, ClaimType = "pupitre.language", ClaimValue = "en" });
            return await db.SaveChangesAsync();
        });

        await RemindAsync(company);

        var mail = (await MailsAsync(company)).ShouldHaveSingleItem();
        mail.Subject.ShouldEndWith("2 contracts to decide about");
        mail.Body.ShouldContain("“Paie”");
        mail.Body.ShouldContain("“Comptabilité”");
        mail.Body.ShouldContain("post the letter by Wednesday 16 December 2026 (in 20 days)");
    }

    [Fact]
    public async Task A_decision_stops_them_and_taking_it_back_does_not_repeat_those_that_were_written()
    {
        var company = await pupitre.HaveCompanyAsync();
        var id = await pupitre.HaveContractAsync(company, Near);
        await pupitre.HaveDecisionAsync(company, id, TermChoice.Renew);
        await RemindAsync(company);
        (await MailsAsync(company)).ShouldBeEmpty();

        await pupitre.InsideAsync(company, async services =>
            await services.GetRequiredService<TakeBackDecision>()
                .RunAsync(await services.GetRequiredService<Db>().Set<ContractDecision>().Select(row => row.Id).SingleAsync(),
                CancellationToken.None));
        await RemindAsync(company);
        await RemindAsync(company);

        (await MailsAsync(company)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_pilots_a_process_of_the_contract_is_written_to_and_while_they_are_away_who_covers_for_them()
    {
        var company = await pupitre.HaveCompanyAsync();
        var (pilot, cover) = (await MemberAsync(company, "pilote"), await MemberAsync(company, "couvre"));
        var world = await pupitre.HavePayrollHandedOverAsync(company);
        var input = Near;
        input.ProcessIds = [world.Process];
        await pupitre.HaveContractAsync(company, input);
        await pupitre.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var people = await db.Set<Person>().Where(row => row.AccountId != null).ToListAsync();
            var (first, second) = (people.Single(row => row.Email == pilot), people.Single(row => row.Email == cover));
            await db.Set<Pupitre.Processes.Inventory.Process>().Where(row => row.Id == world.Process)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PilotId, first.Id));
            db.Add(Absence.Create(first.Id, new(2026, 12, 7), new(2026, 12, 11), second.Id));
            return await db.SaveChangesAsync();
        });

        await RemindAsync(company);
        await RemindAsync(company, new(2026, 12, 9));

        (await MailsAsync(company)).Select(mail => mail.To).ShouldBe([pilot, cover]);
    }

    [Fact]
    public async Task It_is_recurring_work_of_business_days_at_eight()
    {
        var job = pupitre.Services.GetServices<RecurringJob>().Single(known => known.Name == RemindOfTerms.JobName);

        (job.Schedule.Kind, job.Schedule.At).ShouldBe((Kernel.Time.RecurringKind.WorkingDays, new TimeOnly(8, 0)));
        await Task.CompletedTask;
    }

    private async Task RemindAsync(TestCompany company, DateOnly? day = null)
    {
        pupitre.Clock.Now = day is { } on ? Instant.FromUtc(on.Year, on.Month, on.Day, 7, 0) : TestClock.Start;
        try
        {
            await pupitre.InsideAsync(company, async services =>
            {
                await services.GetRequiredService<RemindOfTerms>().RunAsync(TestContext.Current.CancellationToken);
                return true;
            });
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }
    }

    private Task<List<(int Level, bool IsSkipped)>> RowsAsync(TestCompany company, Guid contract) =>
        pupitre.InsideAsync(company, async services =>
            (await services.GetRequiredService<Db>().Set<ContractReminder>().Where(row => row.ContractId == contract)
                .OrderByDescending(row => row.Level).ToListAsync()).ConvertAll(row => (row.Level, row.IsSkipped)));

    private Task<List<OutgoingMail>> MailsAsync(TestCompany company) => pupitre.InsideAsync(company, services =>
        services.GetRequiredService<Db>().Set<OutgoingMail>().AsNoTracking().Where(mail => mail.CompanyId == company.Id)
            .OrderBy(mail => mail.CreatedAt).ToListAsync());

    private Task<string> MemberAsync(TestCompany company, string name) => pupitre.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var email = $"{name}.{Guid.CreateVersion7():N}@exemple.fr";
        var account = new Account { UserName = email, Email = email, DisplayName = name, CreatedAt = pupitre.Clock.Now };
        (await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, RunningPupitre.Password)).Succeeded.ShouldBeTrue();
        db.Memberships.Add(
            Membership.Create(account.Id, await db.Companies.SingleAsync(row => row.Id == company.Id), Role.Referent, pupitre.Clock.Now));
        var person = Person.Create(Guid.Empty);
        person.Describe(new PersonInput { Name = name, Email = email });
        person.SignInAs(account.Id, email);
        db.Add(person);
        await db.SaveChangesAsync();
        return email;
    });
}
