using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Recurring;

/// <summary>Does recurring work for one time at which it is due. Of several nodes the one that writes its row, or counts the attempt,
/// does it.</summary>
internal sealed partial class RunOccurrence(Db db, Tenant tenant, IServiceScopeFactory scopes, IClock clock, ILogger<RunOccurrence> logger)
{
    private static readonly Duration _held = Duration.FromMinutes(60);

    /// <summary>Shorter than the row is held: who takes too long has stopped before somebody else begins.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(55);

    /// <summary>The first time, which is told by a row that nobody else can write.</summary>
    public async Task RunAsync(RecurringJob job, RecurringDue due, int missed, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var (dueAt, started, held, state) = (Stored(due.At), Stored(now), Stored(now + _held), nameof(JobState.Running));

        // One statement: looking first would let two nodes in between.
        var taken = await db.Database.ExecuteSqlAsync(
            $"""
            insert into recurring_runs (company_id, job, occurrence, due_at, state, started_at, attempts, missed, next_attempt_at)
            values ({tenant.CompanyId}, {job.Name}, {due.Occurrence}, {dueAt}, {state}, {started}, 1, {missed}, {held})
            on conflict do nothing
            """,
            token);
        if (taken == 1)
        {
            await DoAsync(job, due.Occurrence, attempts: 1, token);
        }
    }

    /// <summary>Once more, after it failed or was cut off.</summary>
    public async Task RetryAsync(RecurringJob job, RecurringRun last, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var (attempts, held) = (last.Attempts + 1, now + _held);
        var taken = await Row(job, last.Occurrence).Where(row => row.Attempts == last.Attempts && row.State == last.State)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, attempts).SetProperty(row => row.State, JobState.Running)
                .SetProperty(row => row.StartedAt, now).SetProperty(row => row.EndedAt, (Instant?)null)
                .SetProperty(row => row.NextAttemptAt, held), token);
        if (taken == 1)
        {
            await DoAsync(job, last.Occurrence, attempts, token);
        }
    }

    private async Task DoAsync(RecurringJob job, string occurrence, int attempts, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(_patience);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(tenant.Company);
            await job.Run(scope.ServiceProvider, patience.Token);
            await EndAsync(job, occurrence, attempts, JobState.Done, null);
        }
        catch (Exception) when (token.IsCancellationRequested)
        {
            // The program is told to stop: begun again at the next start.
            await EndAsync(job, occurrence, attempts, JobState.Interrupted, null);
            throw;
        }
        catch (Exception problem)
        {
            Broke(problem, job.Name, occurrence);
            var said = problem is Refused ? problem.Message : problem.GetType().Name + " : " + problem.Message;
            await EndAsync(job, occurrence, attempts, JobState.Failed, said.Cut(RecurringRun.MaxProblemLength));
        }
    }

    private Task<int> EndAsync(RecurringJob job, string occurrence, int attempts, JobState state, string? problem)
    {
        var now = clock.GetCurrentInstant();
        var next = state == JobState.Failed ? now + Duration.FromMinutes(Math.Pow(2, attempts)) : now;
        return Row(job, occurrence).Where(row => row.Attempts == attempts)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.EndedAt, now)
                .SetProperty(row => row.NextAttemptAt, next).SetProperty(row => row.Problem, problem));
    }

    private IQueryable<RecurringRun> Row(RecurringJob job, string occurrence) =>
        db.Set<RecurringRun>().Where(row => row.Job == job.Name && row.Occurrence == occurrence);

    private object Stored(Instant at)
    {
        var column = db.Model.FindEntityType(typeof(RecurringRun))!.FindProperty(nameof(RecurringRun.DueAt))!;
        return column.GetTypeMapping().Converter?.ConvertToProvider(at) ?? at;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Recurring work {Job} of {Occurrence} broke")]
    private partial void Broke(Exception problem, string job, string occurrence);
}
