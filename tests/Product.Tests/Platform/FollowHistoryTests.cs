using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Gathering.Guardrails;
using Pupitre.Platform.Data;
using Pupitre.Platform.Following;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Product.Tests.Sourcing;

namespace Pupitre.Product.Tests.Platform;

/// <summary>Whoever follows the history is told every line, in order, though programs stop and lines cannot be read.</summary>
public sealed class FollowHistoryTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_line_of_each_company_is_told_once_and_in_order()
    {
        var told = new Listener();
        await using var server = await OwnServer.StartAsync(services => services.AddSingleton<IFollowHistory>(told));
        var (one, other) = (await server.HaveCompanyAsync(), await server.HaveCompanyAsync("autre"));
        await HappenAsync(server, one, TellFollower.Batch + 3);
        await HappenAsync(server, other, 2);

        await FollowAsync(server, one);
        await HappenAsync(server, one, 1);
        await Task.WhenAll(FollowAsync(server, one), FollowAsync(server, one), FollowAsync(server, other));
        await FollowAsync(server, one);

        told.Numbers.Order().ShouldBe(Enumerable.Range(1, TellFollower.Batch + 4).Select(number => (long)number).Concat([1, 2]).Order());
        told.Numbers.Take(TellFollower.Batch + 3).ShouldBeInOrder();
        (await PositionAsync(server, one)).Number.ShouldBe(TellFollower.Batch + 4);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_holds_up_those_behind_it_and_says_so_until_it_can()
    {
        var told = new Listener { Refused = 3 };
        await using var server = await OwnServer.StartAsync(services => services.AddSingleton<IFollowHistory>(told));
        var company = await server.HaveCompanyAsync();
        await HappenAsync(server, company, 5);

        await FollowAsync(server, company);
        await FollowAsync(server, company);

        told.Numbers.ShouldBe([1, 2]);
        var position = await PositionAsync(server, company);
        position.Number.ShouldBe(2);
        position.Failures.ShouldBe(1);
        position.Problem.ShouldBe("InvalidOperationException : Ligne 3");
        position.FailingSince.ShouldBe(TestClock.Start);

        server.Clock.Advance(Duration.FromMinutes(2));
        await FollowAsync(server, company);
        (await PositionAsync(server, company)).Failures.ShouldBe(2);

        told.Refused = null;
        server.Clock.Advance(Duration.FromMinutes(3));
        await FollowAsync(server, company);
        told.Numbers.ShouldBe([1, 2, 3, 4, 5]);
        (await PositionAsync(server, company)).FailingSince.ShouldBeNull();
    }

    [Fact]
    public async Task What_a_program_was_reading_when_it_died_is_told_again_by_the_next()
    {
        var told = new Listener();
        await using var server = await OwnServer.StartAsync(services => services.AddSingleton<IFollowHistory>(told));
        var company = await server.HaveCompanyAsync();
        await HappenAsync(server, company, 1);
        await FollowAsync(server, company);
        await HappenAsync(server, company, 1);
        var until = server.Clock.Now + Duration.FromMinutes(10);
        await server.InsideAsync(company, services => services.GetRequiredService<Db>().Set<HistoryPosition>()
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Holder, Guid.CreateVersion7())
                .SetProperty(row => row.HeldUntil, until), Token));

        await FollowAsync(server, company);
        told.Numbers.ShouldBe([1]);

        server.Clock.Advance(Duration.FromMinutes(11));
        await FollowAsync(server, company);
        told.Numbers.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_line_that_is_too_young_holds_up_those_behind_it_whatever_their_moment()
    {
        var told = new Listener { Age = Duration.FromMinutes(10) };
        await using var server = await OwnServer.StartAsync(services => services.AddSingleton<IFollowHistory>(told));
        var company = await server.HaveCompanyAsync();
        await HappenAsync(server, company, 1);
        server.Clock.Advance(Duration.FromHours(-1));
        await HappenAsync(server, company, 1);
        server.Clock.Advance(Duration.FromMinutes(15));

        await FollowAsync(server, company);
        told.Numbers.ShouldBeEmpty();

        server.Clock.Advance(Duration.FromHours(1));
        await FollowAsync(server, company);
        told.Numbers.ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_mistake_is_in_the_record_once_it_has_stood_for_a_while()
    {
        var company = await pupitre.HaveCompanyAsync();
        await pupitre.HavePayrollHandedOverAsync(company);
        await FollowAsync(company);
        (await KeysAsync(company)).ShouldBeEmpty();

        pupitre.Clock.Advance(Duration.FromMinutes(11));
        try
        {
            await FollowAsync(company);
            (await KeysAsync(company)).ShouldContain("process-without-pilot");
            var head = await HeadAsync(company);
            pupitre.Clock.Advance(Duration.FromMinutes(11));
            await FollowAsync(company);
            (await HeadAsync(company)).ShouldBe(head);
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }
    }

    [Fact]
    public async Task The_page_of_recurring_work_says_what_is_stopped_and_lets_it_be_tried_again()
    {
        var company = await pupitre.HaveCompanyAsync();
        await FollowAsync(company);
        await pupitre.InsideAsync(company, services => Positions(services).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Failures, 4).SetProperty(row => row.FailingSince, TestClock.Start)
            .SetProperty(row => row.NextAttemptAt, TestClock.Start + Duration.FromHours(1))
            .SetProperty(row => row.Problem, "hors d’atteinte")));
        using var browser = await pupitre.Browser().SignInAsync(company);

        await browser.OpenAsync($"/{company.Slug}/settings/jobs");
        browser.Text.ShouldContain("1 travail est arrêté.");
        browser.Text.ShouldContain("arrêté depuis 26/11/2026 10:30");
        browser.Text.ShouldContain("hors d’atteinte");
        await browser.SendAsync("form[action$='/followers/guardrails/retry']");

        (await pupitre.InsideAsync(company, services => Positions(services).AsNoTracking().SingleAsync()))
            .NextAttemptAt.ShouldBeNull();
    }

    private Task<bool> FollowAsync(TestCompany company) => pupitre.InsideAsync(company, async services =>
    {
        await services.GetRequiredService<FollowHistory>().RunAsync(Token);
        return true;
    });

    private Task<List<string>> KeysAsync(TestCompany company) => pupitre.InsideAsync(
        company, services => services.GetRequiredService<Db>().Set<GuardrailRecord>().Select(row => row.Key).ToListAsync());

    private Task<long> HeadAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().LedgerEntries.MaxAsync(line => line.Number));

    private static Task FollowAsync(OwnServer server, Company company) =>
        server.InsideAsync(company, services => services.GetRequiredService<FollowHistory>().RunAsync(Token));

    private static Task<HistoryPosition> PositionAsync(OwnServer server, Company company) => server.InsideAsync(
        company, services => Positions(services).AsNoTracking().SingleAsync(row => row.Follower == "listener", Token));

    private static DbSet<HistoryPosition> Positions(IServiceProvider services) => services.GetRequiredService<Db>().Set<HistoryPosition>();

    private static Task HappenAsync(OwnServer server, Company company, int times) => server.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        for (var i = 0; i < times; i++)
        {
            db.Record("Tested", new SubjectRef("company", company.Id), new { Times = i });
        }

        await db.SaveChangesAsync(Token);
    });

    /// <summary>Remembers what it is told, but for a line that it refuses.</summary>
    private sealed class Listener : IFollowHistory
    {
        private readonly ConcurrentQueue<long> _numbers = new();

        public long? Refused { get; set; }

        public IReadOnlyCollection<long> Numbers => _numbers;

        public Duration Age { get; init; }

        public string Name => "listener";

        public string Title => "Écoute";

        public Task ReadAsync(IReadOnlyList<FollowedLine> lines, CancellationToken token)
        {
            if (lines.FirstOrDefault(line => line.Number == Refused) is { } refused)
            {
                throw new InvalidOperationException("Ligne " + refused.Number);
            }

            foreach (var line in lines)
            {
                _numbers.Enqueue(line.Number);
            }

            return Task.CompletedTask;
        }
    }
}
