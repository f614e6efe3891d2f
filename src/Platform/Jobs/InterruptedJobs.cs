using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Jobs;

/// <summary>At a start, work that claims to run and was cut off with the program: says so, so that nobody waits for it.</summary>
public sealed class InterruptedJobs(Db db, DataPlace place, IServiceScopeFactory scopes, IClock clock)
{
    /// <summary>Work that waits in the memory of another node starts well before this; what waits longer waits in none.</summary>
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

        foreach (var company in await db.Companies.AsNoTracking().ToListAsync(token))
        {
            await MarkAsync(company, token);
        }
    }

    // Several nodes share PostgreSQL, and another one may be at work: what nobody holds has lost its program.
    private async Task MarkAsync(Company company, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
        var inside = scope.ServiceProvider.GetRequiredService<Db>();
        var now = clock.GetCurrentInstant();
        var oldest = now - _waitingAtMost;
        foreach (var id in await inside.Set<JobRun>().Where(run => run.State == JobState.Running || (run.State == JobState.Waiting && run.CreatedAt < oldest)).Select(run => run.Id).ToListAsync(token))
        {
            if (!await AliveJob.IsAsync(inside, id, token))
            {
                await inside.Set<JobRun>().Where(run => run.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, JobState.Interrupted).SetProperty(run => run.EndedAt, now), token);
            }
        }
    }
}
