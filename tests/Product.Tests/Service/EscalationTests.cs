using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Escalations;
using Pupitre.Notices.Escalations;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Recurring;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Commitments;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>Each level of each obligation is written about once, to whom the ladder says, in one mail a person and business day.</summary>
public sealed class EscalationTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Provider = "contact@cabinet-martin.fr";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_level_goes_once_though_several_nodes_look_and_climbs_from_the_provider_to_the_owner()
    {
        var world = await HaveAsync(accepted: true);
        var rungs = await RungsAsync(world);

        await EscalateAsync(world, rungs[0].GoesAt - Duration.FromMinutes(1));
        (await MailsAsync(world)).ShouldBeEmpty();
        foreach (var moment in rungs)
        {
            pupitre.Clock.Now = moment.GoesAt;
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EscalateAsync(world, moment.GoesAt)));
            await EscalateAsync(world, moment.GoesAt);
        }

        var mails = await MailsAsync(world);
        mails.Select(mail => mail.To).ShouldBe(
            [Provider, Provider, .. new[] { Provider, world.Company.Email }.Order(), .. new[] { Provider, world.Company.Email }.Order()]);
        mails[0].Body.ShouldContain("échéance le ");
        mails[^1].Body.ShouldContain("cinq jours ouvrés après l’échéance");
        mails[0].ReplyTo.ShouldBe(world.Company.Email);
        (await RowsAsync(world)).Select(row => (row.Rung, row.Passed)).ShouldBe(
            [(Rung.Before, null), (Rung.Due, null), (Rung.AfterOne, null), (Rung.AfterFive, null)]);
    }

    [Fact]
    public async Task Of_levels_missed_while_the_program_stood_still_only_the_highest_goes_and_the_page_says_so()
    {
        var world = await HaveAsync(accepted: true);
        var rungs = await RungsAsync(world);

        await EscalateAsync(world, rungs[^1].GoesAt);

        (await RowsAsync(world)).Select(row => (row.Rung, row.Passed)).ShouldBe(
        [
            (Rung.Before, PassedOver.ByHigher), (Rung.Due, PassedOver.ByHigher), (Rung.AfterOne, PassedOver.ByHigher),
            (Rung.AfterFive, null),
        ]);
        using var browser = await OpenAsync(world, "escalations", rungs[^1].GoesAt);
        browser.Text.ShouldContain("1 relance attend que quelqu’un s’en occupe");
        browser.Page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThanOrEqualTo(4);
        browser.Text.ShouldContain("Un palier plus haut est parti.");
    }

    [Fact]
    public async Task An_internal_target_never_writes_to_the_provider_and_says_why()
    {
        var world = await HaveAsync(accepted: false);
        var rungs = await RungsAsync(world);

        foreach (var moment in rungs)
        {
            await EscalateAsync(world, moment.GoesAt);
        }

        (await MailsAsync(world)).Select(mail => mail.To).ShouldBe([world.Company.Email, world.Company.Email]);
        using var browser = await OpenAsync(world, $"commitments/{world.Commitment}", rungs[1].GoesAt);
        browser.Text.ShouldContain("Objectif interne : rien ne part au prestataire");
    }

    [Fact]
    public async Task By_the_link_of_a_mail_somebody_takes_care_and_the_next_level_but_one_goes()
    {
        var world = await HaveAsync(accepted: true);
        var rungs = await RungsAsync(world);
        await EscalateAsync(world, rungs[0].GoesAt);
        var mail = (await MailsAsync(world)).ShouldHaveSingleItem();
        var secret = await pupitre.InsideAsync(world.Company, async services =>
        {
            var issued = services.GetRequiredService<UseLink>().Issue(new LinkRequest(
                "escalation", new SubjectRef(OutgoingMail.Kind, mail.Id), mail.To, null, IsOnce: false, world.Company.Id));
            await services.GetRequiredService<Db>().SaveChangesAsync(Token);
            return issued;
        });
        using var clerk = pupitre.Browser();
        await clerk.OpenAsync("/escalation?token=" + secret);
        (await RowsAsync(world)).Single().AnsweredAt.ShouldBeNull();

        await clerk.SendAsync("form[action='/escalation/answer']");
        await clerk.OpenAsync("/escalation?token=" + secret);
        foreach (var moment in rungs.Skip(1).Take(2))
        {
            await EscalateAsync(world, moment.GoesAt);
        }

        clerk.Text.ShouldContain("Cabinet Martin, le ");
        (await RowsAsync(world)).Select(row => (row.Rung, row.Passed)).ShouldBe(
            [(Rung.Before, null), (Rung.Due, PassedOver.ByAnswer), (Rung.AfterOne, null)]);
        await clerk.OpenAsync("/escalation?token=inconnu");
        clerk.Text.ShouldContain("Ce lien ne fonctionne plus");
    }

    [Fact]
    public async Task Whoever_had_their_mail_of_the_day_waits_and_is_told_nothing_of_what_is_done_by_then()
    {
        var world = await HaveAsync(accepted: true, ServiceBuilder.PayslipsTemplate, ServiceBuilder.VariablesTemplate);
        var items = await ItemsAsync(world);
        var all = items.SelectMany(item => item.Rungs).OrderBy(moment => moment.GoesAt).ToList();

        foreach (var moment in all)
        {
            await EscalateAsync(world, moment.GoesAt);
        }

        var mails = await MailsAsync(world);
        mails.GroupBy(mail => (mail.To, mail.CreatedAt.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Date))
            .ShouldAllBe(day => day.Count() == 1);
        mails.Count.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task A_commitment_that_is_switched_off_stays_silent_for_what_was_reached_meanwhile()
    {
        var world = await HaveAsync(accepted: true);
        var rungs = await RungsAsync(world);
        using var browser = await OpenAsync(world, $"commitments/{world.Commitment}/ladder", TestClock.Start);
        await browser.SendAsync("main form[method=post]", ("Input.IsOff", "true"));
        await EscalateAsync(world, rungs[1].GoesAt);
        (await MailsAsync(world)).ShouldBeEmpty();

        pupitre.Clock.Now = rungs[1].GoesAt + Duration.FromMinutes(1);
        try
        {
            await browser.SignInAsync(world.Company);
            await browser.OpenAsync($"/{world.Company.Slug}/commitments/{world.Commitment}/ladder");
            await browser.SendAsync("main form[method=post]", ("Input.IsOff", "false"));
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }

        await EscalateAsync(world, rungs[1].GoesAt + Duration.FromMinutes(2));
        (await MailsAsync(world)).ShouldBeEmpty();
        await EscalateAsync(world, rungs[2].GoesAt);
        (await MailsAsync(world)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_case_is_written_about_only_for_what_was_reached_when_its_source_was_last_known()
    {
        var world = await HaveAsync(accepted: true, Tile.Accounting, ServiceBuilder.QuestionsTemplate);
        await pupitre.InsideAsync(world.Company, async services =>
        {
            var builder = new ServiceBuilder(services);
            var clock = (await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate)).Versions[0].Rule.Clock!;
            var (asked, answered) = (clock.Start.Alternatives[0].Parts[0].Values[0], clock.Stop.Alternatives[0].Parts[0].Values[0]);
            await builder.ImportAsync(world.Commitment, new SourceRules(SourceClass.Receipt, []),
            [
                ServiceBuilder.Event("Q1", asked, Instant.FromUtc(2026, 11, 26, 13, 0), 2),
                ServiceBuilder.Event("Q2", asked, Instant.FromUtc(2026, 11, 27, 8, 0), 3),
                ServiceBuilder.Event("Q2", answered, Instant.FromUtc(2026, 11, 30, 9, 0), 4, "mail"),
            ]);
            return true;
        });

        // Due on Friday at 14:00; what Monday at 14:00 brings is not known on Wednesday.
        await EscalateAsync(world, Instant.FromUtc(2026, 12, 2, 9, 0));

        (await RowsAsync(world)).Select(row => (row.CaseName, row.Rung, row.Passed)).ShouldBe(
            [("Q1", Rung.Before, PassedOver.ByHigher), ("Q1", Rung.Due, null)]);
        (await MailsAsync(world)).ShouldHaveSingleItem().Body.ShouldContain("(connu jusqu’au lundi 30 novembre 2026");
        var obligation = (await RowsAsync(world))[0].Obligation;
        using var browser = await OpenAsync(
            world, $"scorecards/{world.Commitment}/cases/{DelayCorrection.CaseOf(obligation)}", Instant.FromUtc(2026, 12, 2, 9, 0));
        browser.Text.ShouldContain("Échelle de relance");
        browser.Text.ShouldContain("trois quarts du délai");
    }

    [Fact]
    public void It_is_recurring_work_of_working_hours()
    {
        var job = pupitre.Services.GetServices<RecurringJob>().Single(known => known.Name == Escalate.JobName);

        (job.Schedule.Kind, job.Schedule.At, job.Schedule.Until)
            .ShouldBe((Kernel.Time.RecurringKind.WorkingHours, new TimeOnly(8, 0), new TimeOnly(18, 0)));
    }

    private Task<World> HaveAsync(bool accepted, params int[] templates) =>
        HaveAsync(accepted, Tile.Payroll, templates is [] ? [ServiceBuilder.PayslipsTemplate] : templates);

    private async Task<World> HaveAsync(bool accepted, Tile tile, params int[] templates)
    {
        var company = await pupitre.HaveCompanyAsync();
        return await pupitre.InsideAsync(company, async services =>
        {
            var (db, builder) = (services.GetRequiredService<Db>(), new ServiceBuilder(services));
            await builder.HandOverAsync(tile, "Cabinet Martin", templates);
            var commitments = await db.Set<Commitment>().Include(row => row.Versions).OrderBy(row => row.TemplateNumber).ToListAsync(Token);
            foreach (var commitment in commitments.Where(_ => accepted))
            {
                commitment.Versions[0].Accept(
                    "Luc Martin", new DateOnly(2026, 11, 1), AcceptedWay.Paper, "lettre.pdf", new string('0', 64));
                commitment.Versions[0].ObserveUntil(null);
                db.Record("CommitmentAccepted", commitment.Ref, new { commitment.Name, Version = 1, By = "Luc Martin" });
            }

            await db.SaveChangesAsync(Token);
            if (tile == Tile.Payroll)
            {
                // November is done: December is the first that climbs.
                await builder.ProveAsync(
                    commitments.Single(row => row.TemplateNumber == templates[0]).Id, "2026-11", ProofMoment.Of(new DateOnly(2026, 11, 25)),
                    SourceClass.Observed);
            }

            return new World(company, commitments.Single(row => row.TemplateNumber == templates[0]).Id);
        });
    }

    private Task<List<LadderObligation>> ItemsAsync(World world) => pupitre.InsideAsync(world.Company, async services =>
        (await services.GetRequiredService<ReadLadders>().RunAsync(Token)).Obligations
            .Where(item => item.Rungs[0].At > TestClock.Start).GroupBy(item => item.Commitment.Id)
            .Select(group => group.MinBy(item => item.Due)!).ToList());

    private async Task<IReadOnlyList<RungMoment>> RungsAsync(World world) => (await ItemsAsync(world)).Single().Rungs;

    private async Task EscalateAsync(World world, Instant now)
    {
        pupitre.Clock.Now = now;
        try
        {
            await pupitre.InsideAsync(world.Company, async services =>
            {
                await services.GetRequiredService<Escalate>().RunAsync(Token);
                return true;
            });
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }
    }

    private async Task<TestBrowser> OpenAsync(World world, string path, Instant now)
    {
        pupitre.Clock.Now = now;
        try
        {
            var browser = await pupitre.Browser().SignInAsync(world.Company);
            return await browser.OpenAsync($"/{world.Company.Slug}/{path}");
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }
    }

    private Task<List<EscalationNotice>> RowsAsync(World world) => pupitre.InsideAsync(world.Company, services =>
        services.GetRequiredService<Db>().Set<EscalationNotice>().AsNoTracking().Where(row => row.CommitmentId == world.Commitment)
            .OrderBy(row => row.ReachedAt).ToListAsync(Token));

    private Task<List<OutgoingMail>> MailsAsync(World world) => pupitre.InsideAsync(world.Company, services =>
        services.GetRequiredService<Db>().Set<OutgoingMail>().AsNoTracking().Where(mail => mail.CompanyId == world.Company.Id)
            .OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.To).ToListAsync(Token));

    private sealed record World(TestCompany Company, Guid Commitment);
}
