using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.ContractLife.ContractMails;
using Pupitre.Kernel.Time;
using Pupitre.Notices.Escalations;
using Pupitre.Notices.MonthMails;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Recurring;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>One mail a month says to a provider's contact what is open under a contract: once, and to whoever wants it.</summary>
public sealed class MonthMailTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Address = "contact@cabinet-martin.fr";

    private static readonly Instant _december = Instant.FromUtc(2026, 12, 1, 7, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_leaves_once_a_month_however_many_nodes_write_and_stops_by_its_own_link()
    {
        var world = await HaveAsync(accepted: true);
        await AtAsync(_december, () => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WriteAsync(world))));
        await SendAsync(world, _december + Duration.FromHours(3));
        var mail = (await MailsAsync(world)).ShouldHaveSingleItem();
        mail.To.ShouldBe(Address);
        mail.Subject.ShouldContain("le point de décembre 2026");
        mail.Body.ShouldContain("À venir");
        mail.Body.ShouldContain("Bulletins et fichier de virement remis");
        mail.ReplyTo.ShouldBe(world.Company.Email);
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        (await owner.OpenAsync($"/{world.Company.Slug}/history")).Text.ShouldContain("Point mensuel écrit au prestataire");

        using var clerk = pupitre.Browser();
        await clerk.OpenAsync("/mail-choice?token=" + await SecretAsync(world));
        clerk.Text.ShouldContain($"{Address} reçoit le point mensuel");
        (await RefusalsAsync(world)).ShouldBe(0, "Looking stops nothing.");
        await clerk.SendAsync("form[action='/mail-choice/answer']");
        clerk.Text.ShouldContain($"{Address} ne reçoit plus le point mensuel");
        await SendAsync(world, Instant.FromUtc(2027, 1, 4, 7, 0));
        (await MailsAsync(world)).Count.ShouldBe(1);

        await owner.OpenAsync($"/{world.Company.Slug}/contracts/{world.Contract}/mails");
        owner.Page.QuerySelector("#month-mail")!.TextContent.ShouldContain("n’en veut plus");
        await owner.SendAsync("#month-mail form[action$='/mails']");
        await SendAsync(world, Instant.FromUtc(2027, 2, 1, 7, 0));
        (await MailsAsync(world)).Count.ShouldBe(2);
        (await clerk.OpenAsync("/mail-choice?token=inconnu")).Text.ShouldContain("Ce lien ne fonctionne pas, ou plus");
    }

    [Fact]
    public async Task Of_what_the_provider_never_accepted_nothing_is_said_and_nothing_to_say_is_no_mail()
    {
        var world = await HaveAsync(accepted: false);

        await SendAsync(world, _december);

        (await MailsAsync(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reminders_of_a_contract_go_to_nobody_who_wants_none_of_them()
    {
        var world = await HaveAsync(accepted: true);
        using var owner = await pupitre.Browser().SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/contracts/{world.Contract}/mails");
        await owner.SendAsync("#reminders form[action$='/mails']");
        owner.Page.QuerySelector("#reminders")!.TextContent.ShouldContain("n’en veut plus");

        // 30 September 2027 is the last day of notice of the term in force; thirty days before its last safe posting day.
        await InsideAsync(world, Instant.FromUtc(2027, 8, 30, 7, 0), services =>
            services.GetServices<RecurringJob>().Single(job => job.Name == "contract-reminders").Run(services, Token));

        (await MailsAsync(world)).ShouldNotContain(mail => mail.To == world.Company.Email);
    }

    [Fact]
    public void It_is_recurring_work_of_the_first_working_day()
    {
        var job = pupitre.Services.GetServices<RecurringJob>().Single(known => known.Name == SendMonthMails.JobName);

        (job.Schedule.Kind, job.Schedule.At).ShouldBe((RecurringKind.FirstWorkingDay, new TimeOnly(8, 0)));
    }

    [Fact]
    public void Contacts_are_turned_to_by_what_they_are_there_for_and_in_their_order_where_nobody_said()
    {
        var (one, two, three) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        Order(isManager: false, (one, ContactDuty.Unsaid), (two, ContactDuty.Unsaid)).ShouldBe([one, two]);
        Order(isManager: true, (one, ContactDuty.Unsaid), (two, ContactDuty.Unsaid)).ShouldBe([two, one]);
        Order(isManager: true, (one, ContactDuty.Unsaid)).ShouldBe([one]);
        Order(isManager: false, (one, ContactDuty.Manager), (two, ContactDuty.Unsaid), (three, ContactDuty.Clerk))
            .ShouldBe([three, two, one]);
        Order(isManager: true, (one, ContactDuty.Clerk), (two, ContactDuty.Unsaid), (three, ContactDuty.Manager))
            .ShouldBe([three, two, one]);
        Order(isManager: true, (one, ContactDuty.Clerk), (two, ContactDuty.Both)).ShouldBe([two, one]);
        Order(isManager: false, (one, ContactDuty.Manager), (two, ContactDuty.Both)).ShouldBe([two, one]);
    }

    private static IEnumerable<Guid> Order(bool isManager, params (Guid, ContactDuty)[] contacts) => ContactOrder.Of(contacts, isManager);

    private async Task<World> HaveAsync(bool accepted)
    {
        var company = await pupitre.HaveCompanyAsync();
        var contract = await pupitre.InsideAsync(company, async services =>
        {
            var (db, builder) = (services.GetRequiredService<Db>(), new ServiceBuilder(services));
            await builder.HandOverAsync(Tile.Payroll, "Cabinet Martin", ServiceBuilder.PayslipsTemplate);
            var commitment = await db.Set<Commitment>().Include(row => row.Versions).SingleAsync(Token);
            if (accepted)
            {
                commitment.Versions[0].Accept(
                    "Luc Martin", new DateOnly(2026, 1, 1), AcceptedWay.Paper, "lettre.pdf", new string('0', 64));
                commitment.Versions[0].ObserveUntil(null);
                db.Record("CommitmentAccepted", commitment.Ref, new { commitment.Name, Version = 1, By = "Luc Martin" });
                await db.SaveChangesAsync(Token);
            }

            return commitment.ContractId!.Value;
        });
        return new World(company, contract);
    }

    private Task SendAsync(World world, Instant now) => AtAsync(now, () => WriteAsync(world));

    private Task<bool> WriteAsync(World world) =>
        ActAsync(world, services => services.GetRequiredService<SendMonthMails>().RunAsync(Token));

    private Task InsideAsync(World world, Instant now, Func<IServiceProvider, Task> act) => AtAsync(now, () => ActAsync(world, act));

    private Task<bool> ActAsync(World world, Func<IServiceProvider, Task> act) => pupitre.InsideAsync(world.Company, async services =>
    {
        await act(services);
        return true;
    });

    // One clock for all that write at once: whoever ends first must not set it back for the others.
    private async Task AtAsync(Instant now, Func<Task> act)
    {
        pupitre.Clock.Now = now;
        try
        {
            await act();
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }
    }

    private Task<string> SecretAsync(World world) => pupitre.InsideAsync(world.Company, async services =>
    {
        var secret = services.GetRequiredService<UseLink>().Issue(new LinkRequest(
            ChooseContractMails.Purpose, new SubjectRef(nameof(ContractMailTopic.MonthSummary), world.Contract), Address, null,
            IsOnce: false, world.Company.Id));
        await services.GetRequiredService<Db>().SaveChangesAsync(Token);
        return secret;
    });

    private Task<int> RefusalsAsync(World world) => pupitre.InsideAsync(world.Company, services =>
        services.GetRequiredService<Db>().Set<ContractMailRefusal>().CountAsync(Token));

    private Task<List<OutgoingMail>> MailsAsync(World world) => pupitre.InsideAsync(world.Company, services =>
        services.GetRequiredService<Db>().Set<OutgoingMail>().AsNoTracking().Where(mail => mail.CompanyId == world.Company.Id)
            .OrderBy(mail => mail.CreatedAt).ToListAsync(Token));

    private sealed record World(TestCompany Company, Guid Contract);
}
