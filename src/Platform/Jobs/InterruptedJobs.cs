using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Jobs;

/// <summary>
/// Work that claims to run or to wait, and was cut off with its program: says so, so that nobody waits for it. At a start on SQLite, where one
/// program serves a folder; at a start and every few seconds on PostgreSQL, where any node may die. What a living node has is never touched.
/// </summary>
public sealed class InterruptedJobs(Db db, DataPlace place, IServiceScopeFactory scopes, ThisNode node, IClock clock)
{
    /// <summary>Waiting work that names no node is from a program of before: it starts well before this, or waits in no memory.</summary>
    private static readonly Duration _waitingAtMost = Duration.FromHours(1);

    internal async Task MarkAsync(CancellationToken token)
    {
        if (!place.IsPostgres)
        {
            var now = clock.GetCurrentInstant();
            await db.Set<JobRun>().IgnoreQueryFilters().Where(run => run.State == JobState.Running || run.State == JobState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, JobState.Interrupted).SetProperty(run => run.EndedAt, now), token);
            return;
        }

        var alive = (await db.Database.SqlQuery<Guid>(
            $"select id as \"Value\" from nodes where seen_at > clock_timestamp() - make_interval(secs => {NodeLife.DeadAfterSeconds})").ToListAsync(token)).Append(node.Id).ToList();
        foreach (var company in await db.Companies.AsNoTracking().ToListAsync(token))
        {
            await MarkAsync(company, alive, token);
        }
    }

    // A node that is held up for long still holds the lock of what it runs: only what nobody holds has lost its program.
    private async Task MarkAsync(Company company, List<Guid> alive, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
        var inside = scope.ServiceProvider.GetRequiredService<Db>();
        var now = clock.GetCurrentInstant();
        var oldest = now - _waitingAtMost;
        var lost = inside.Set<JobRun>().Where(run => run.Node == null
            ? run.State == JobState.Running || (run.State == JobState.Waiting && run.CreatedAt < oldest)
            : (run.State == JobState.Running || run.State == JobState.Waiting) && !alive.Contains(run.Node.Value));
        foreach (var id in await lost.Select(run => run.Id).ToListAsync(token))
        {
            if (!await AliveJob.IsAsync(inside, id, token))
            {
                await inside.Set<JobRun>().Where(run => run.Id == id && (run.State == JobState.Running || run.State == JobState.Waiting))
                    .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, JobState.Interrupted).SetProperty(run => run.EndedAt, now), token);
            }
        }
    }
}
