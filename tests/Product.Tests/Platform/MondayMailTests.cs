using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Gathering.Today;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Recurring;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Product.Tests.Platform;

/// <summary>On Monday at eight each person is written to once, about what they may see, in seven lines at most.</summary>
public sealed class MondayMailTests
{
    private static readonly Instant _mondayAtEight = Instant.FromUtc(2026, 11, 30, 7, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_gets_one_with_the_most_urgent_lines_of_what_they_may_see()
    {
        await using var server = await ServerAsync("smtp.exemple.fr", Nine(Permit.ReadService), Nine(Permit.AdministerCompany));
        var company = await server.HaveCompanyAsync();
        await HaveAsync(server, company, "dirigeante@exemple.fr", Role.Owner, "en");
        await HaveAsync(server, company, "pilote@exemple.fr", Role.Pilot);

        server.Clock.Now = _mondayAtEight - Duration.FromMinutes(1);
        await RunAsync(server, company);
        (await MailsAsync(server)).ShouldBeEmpty();
        server.Clock.Now = _mondayAtEight;
        await RunAsync(server, company);
        await server.InsideAsync(company, services => services.GetRequiredService<MondayMail>().RunAsync(Token));

        var mails = await MailsAsync(server);
        mails.Select(mail => mail.To).ShouldBe(["dirigeante@exemple.fr", "pilote@exemple.fr"]);
        mails[0].Subject.ShouldBe("This week at atelier");
        mails[0].Body.ShouldContain("18 items late");
        mails[0].Body.ShouldContain("And 11 more lines");
        var french = mails[1].Body;
        french.ShouldContain("9 sujets en retard.");
        french.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)).ShouldBe(7);
        french.ShouldContain("- En retard\u00a0: ReadService 1 (Cabinet Durand)");
        french.ShouldContain("Et 2 autres lignes sur la page");
        french.ShouldContain("https://pupitre.exemple.fr/atelier/today");
        french.ShouldNotContain("AdministerCompany");
    }

    [Fact]
    public async Task Nothing_leaves_to_who_does_not_want_it_nor_when_nothing_waits_nor_without_a_server()
    {
        await using var silent = await ServerAsync("smtp.exemple.fr");
        await using var without = await ServerAsync(null, Nine(Permit.ReadService));
        await using var refused = await ServerAsync("smtp.exemple.fr", Nine(Permit.ReadService));
        foreach (var server in new[] { silent, without, refused })
        {
            var company = await server.HaveCompanyAsync();
            var account = await HaveAsync(server, company, "pilote@exemple.fr", Role.Pilot);
            await WantAsync(server, company, account, wanted: server != refused);
            server.Clock.Now = _mondayAtEight;
            await RunAsync(server, company);
            (await MailsAsync(server)).ShouldBeEmpty();
            if (server == refused)
            {
                await WantAsync(server, company, account, wanted: true);
                server.Clock.Advance(Duration.FromDays(7));
                await RunAsync(server, company);
                (await MailsAsync(server)).ShouldHaveSingleItem();
            }
        }
    }

    [Fact]
    public async Task Nothing_leaves_to_the_made_up_people_of_a_sample_company()
    {
        await using var server = await ServerAsync("smtp.exemple.fr", Nine(Permit.ReadService));
        var company = await server.HaveCompanyAsync(isSample: true);
        await HaveAsync(server, company, "pilote@exemple.fr", Role.Pilot);
        server.Clock.Now = _mondayAtEight;

        await RunAsync(server, company);

        (await MailsAsync(server)).ShouldBeEmpty();
    }

    private static Task WantAsync(OwnServer server, Company company, Guid account, bool wanted) =>
        server.InsideAsync(company, services => services.GetRequiredService<MondayMail>().WantAsync(account, wanted, Token));

    private static Task<OwnServer> ServerAsync(string? host, params Fixed[] lines) => OwnServer.StartAsync(services =>
    {
        services.AddSingleton(new MailSettings(host, 25, null, null, "pupitre@exemple.fr", "https://pupitre.exemple.fr"));
        foreach (var service in services.Where(known => known.ServiceType == typeof(IToday)).ToList())
        {
            services.Remove(service);
        }

        foreach (var line in lines)
        {
            services.AddSingleton<IToday>(line);
        }
    });

    private static Fixed Nine(Permit permit) => new(permit,
    [
        .. Enumerable.Range(1, 9).Select(day =>
            new TodayLine(Urgency.Late, $"{permit} {day}", "due-dates", "Cabinet Durand", new DateOnly(2026, 11, day))),
    ]);

    private static Task<Guid> HaveAsync(OwnServer server, Company company, string email, Role role, string? language = null) =>
        server.InsideAsync(company, async services =>
        {
            var db = services.GetRequiredService<Db>();
            var account = new Account { UserName = email, Email = email, DisplayName = email, CreatedAt = server.Clock.Now };
            var made = await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, RunningPupitre.Password);
            made.Succeeded.ShouldBeTrue();
            db.Attach(company);
            db.Memberships.Add(Membership.Create(account.Id, company, role, server.Clock.Now));
            if (language is not null)
            {
                var claim = new IdentityUserClaim<Guid> { UserId = account.Id, ClaimType = "pupitre.language", ClaimValue = language };
                db.UserClaims.Add(claim);
            }

            await db.SaveChangesAsync(Token);
            return account.Id;
        });

    private static Task RunAsync(OwnServer server, Company company) =>
        server.InsideAsync(company, services => services.GetRequiredService<RunRecurringJobs>().RunAsync(Token));

    private static async Task<List<OutgoingMail>> MailsAsync(OwnServer server)
    {
        await using var scope = server.Program.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        return await db.Set<OutgoingMail>().AsNoTracking().OrderBy(mail => mail.To).ToListAsync(Token);
    }

    private sealed class Fixed(Permit permit, IReadOnlyList<TodayLine> lines) : IToday
    {
        public int Order => 10;

        public Permit Permit => permit;

        public Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token) => Task.FromResult(lines);
    }
}
