using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Jobs;

/// <summary>At a start on one node, work that claims to run was cut off with the program: says so, so that nobody waits for it.</summary>
public sealed class InterruptedJobs(Db db, DataPlace place, IClock clock)
{
    internal async Task MarkAsync(CancellationToken token)
    {
        // Several nodes share PostgreSQL, and another one may be at work.
        if (place.IsPostgres)
        {
            return;
        }

        await db.Set<JobRun>().IgnoreQueryFilters().Where(run => run.State == JobState.Running || run.State == JobState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.State, JobState.Interrupted).SetProperty(run => run.EndedAt, clock.GetCurrentInstant()), token);
    }
}
