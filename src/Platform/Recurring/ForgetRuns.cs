using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Recurring;

/// <summary>Removes the rows of times that are more than a year old; the last one of each kind of work stays, from which the next is
/// counted.</summary>
internal sealed class ForgetRuns(Db db, IClock clock)
{
    public async Task RunAsync(CancellationToken token)
    {
        var oldest = clock.GetCurrentInstant() - Duration.FromDays(RecurringSchedule.MaxDays);
        var old = await db.Set<RecurringRun>().AsNoTracking()
            .Where(row => row.DueAt < oldest && db.Set<RecurringRun>().Any(later => later.Job == row.Job && later.DueAt > row.DueAt))
            .Select(row => new { row.Job, row.Occurrence }).ToListAsync(token);
        foreach (var row in old)
        {
            await db.Set<RecurringRun>().Where(run => run.Job == row.Job && run.Occurrence == row.Occurrence).ExecuteDeleteAsync(token);
        }
    }
}
