using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Recurring;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Product.Tests.Platform;

/// <summary>What comes again runs once each time, on however many nodes, and says when it should have and when it did.</summary>
public sealed class RecurringJobTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Name = "probe";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_at_its_hour_once_though_several_look_at_once()
    {
        var runs = 0;
        await using var server = await ServerAsync(_ => Interlocked.Increment(ref runs));
        var company = await server.HaveCompanyAsync();

        await RunAsync(server, company);
        runs.ShouldBe(0);

        // From Thursday 10:30 to Friday 06:01 in Paris.
        server.Clock.Advance(Duration.FromMinutes((19 * 60) + 31));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(server, company)));
        await RunAsync(server, company);

        runs.ShouldBe(1);
        var run = (await RunsAsync(server, company)).ShouldHaveSingleItem();
        (run.Occurrence, run.State, run.Missed).ShouldBe(("2026-11-27T06:00", JobState.Done, 0));
        run.DueAt.ShouldBe(Instant.FromUtc(2026, 11, 27, 5, 0));
        run.StartedAt.ShouldBe(Instant.FromUtc(2026, 11, 27, 5, 1));
    }

    [Fact]
    public async Task What_was_missed_while_the_program_stood_still_runs_once_and_says_so()
    {
        var runs = 0;
        await using var server = await ServerAsync(_ => Interlocked.Increment(ref runs));
        var company = await server.HaveCompanyAsync();
        server.Clock.Advance(Duration.FromDays(1));
        await RunAsync(server, company);

        server.Clock.Advance(Duration.FromDays(4));
        await RunAsync(server, company);

        runs.ShouldBe(2);
        (await RunsAsync(server, company)).Select(run => (run.Occurrence, run.Missed))
            .ShouldBe([("2026-11-27T06:00", 0), ("2026-12-01T06:00", 3)]);
    }

    [Fact]
    public async Task What_fails_is_tried_again_with_pauses_then_left_until_it_is_due_again()
    {
        var fails = true;
        await using var server = await ServerAsync(_ => fails ? throw new InvalidOperationException("hors d’atteinte") : 0);
        var company = await server.HaveCompanyAsync();
        server.Clock.Advance(Duration.FromDays(1));
        await RunAsync(server, company);
        await RunAsync(server, company);
        (await RunsAsync(server, company)).Single().Attempts.ShouldBe(1);

        for (var i = 0; i < RecurringRun.MaxAttempts + 1; i++)
        {
            server.Clock.Advance(Duration.FromHours(1));
            await RunAsync(server, company);
        }

        var failed = (await RunsAsync(server, company)).Single();
        failed.HasGivenUp.ShouldBeTrue();
        failed.Attempts.ShouldBe(RecurringRun.MaxAttempts);
        failed.Problem.ShouldBe("InvalidOperationException : hors d’atteinte");
        fails = false;
        server.Clock.Advance(Duration.FromDays(1));
        await RunAsync(server, company);
        (await RunsAsync(server, company))[^1].State.ShouldBe(JobState.Done);
    }

    [Fact]
    public async Task What_is_cut_off_when_the_program_is_told_to_stop_is_done_at_the_next_start()
    {
        using var stop = new CancellationTokenSource();
        var runs = 0;
        await using var server = await ServerAsync(token =>
        {
            if (++runs == 1)
            {
                stop.Cancel();
                token.ThrowIfCancellationRequested();
            }

            return runs;
        });
        var company = await server.HaveCompanyAsync();
        server.Clock.Advance(Duration.FromDays(1));
        await Should.ThrowAsync<OperationCanceledException>(() =>
            server.InsideAsync(company, services => services.GetRequiredService<RunRecurringJobs>().RunAsync(stop.Token)));
        (await RunsAsync(server, company)).Single().State.ShouldBe(JobState.Interrupted);

        await RunAsync(server, company);

        (await RunsAsync(server, company)).Single().State.ShouldBe(JobState.Done);
        runs.ShouldBe(2);
    }

    [Fact]
    public async Task The_page_says_what_is_due_when_and_how_it_went()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var browser = await pupitre.Browser().SignInAsync(company);
        await browser.OpenAsync($"/{company.Slug}/settings/jobs");
        browser.Text.ShouldContain("9 travaux reviennent d’eux-mêmes, et rien ne les arrête.");
        browser.Text.ShouldContain("chaque dimanche à 4 h");
        browser.Text.ShouldContain("Rien n’a encore été prévu");

        pupitre.Clock.Advance(Duration.FromDays(5));
        try
        {
            await pupitre.InsideAsync(company, async services =>
            {
                await services.GetRequiredService<RunRecurringJobs>().RunAsync(Token);
                return true;
            });
            await browser.SignInAsync(company);
            await browser.OpenAsync($"/{company.Slug}/settings/jobs");
        }
        finally
        {
            pupitre.Clock.Now = TestClock.Start;
        }

        browser.Text.ShouldContain("01/12/2026 00:15");
        browser.Text.ShouldContain("fait, 01/12/2026 10:30");
    }

    private static Task<OwnServer> ServerAsync(Func<CancellationToken, int> act) => OwnServer.StartAsync(services => services.AddSingleton(
        new RecurringJob(Name, RecurringSchedule.DailyAt(new TimeOnly(6, 0)), () => "Sonde", (_, token) => Task.FromResult(act(token)))));

    private static Task RunAsync(OwnServer server, Company company) =>
        server.InsideAsync(company, services => services.GetRequiredService<RunRecurringJobs>().RunAsync(Token));

    private static Task<List<RecurringRun>> RunsAsync(OwnServer server, Company company) => server.InsideAsync(company, services =>
        services.GetRequiredService<Db>().Set<RecurringRun>().AsNoTracking().Where(run => run.Job == Name).OrderBy(run => run.DueAt)
            .ToListAsync(Token));
}
