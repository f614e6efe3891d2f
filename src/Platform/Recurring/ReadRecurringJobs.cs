using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Recurring;

/// <summary>Work that comes again, with its last time and its next.</summary>
/// <param name="Last">Null before the first time.</param>
public sealed record RecurringLine(RecurringJob Job, RecurringRun? Last, Instant Next);

/// <summary>One time at which work was due.</summary>
/// <param name="Job">Null when the program has no such work any more.</param>
public sealed record RecurringPast(RecurringRun Run, RecurringJob? Job);

/// <summary>Says of recurring work when it should have run, when it did, and when it will.</summary>
public sealed class ReadRecurringJobs(Db db, Tenant tenant, IEnumerable<RecurringJob> jobs, IClock clock)
{
    public const int PageSize = 25;

    /// <summary>Each kind of work, in the order of its next time.</summary>
    public async Task<IReadOnlyList<RecurringLine>> RunAsync(CancellationToken token)
    {
        var latest = await RecurringRun.LatestOf(db).ToListAsync(token);
        var (now, days) = (clock.GetCurrentInstant(), RunRecurringJobs.DaysOf(tenant.Company));
        return
        [
            .. jobs
                .Select(job => new RecurringLine(
                    job, latest.Find(row => row.Job == job.Name), job.Schedule.Next(now, tenant.Zone, days).At))
                .OrderBy(line => line.Next).ThenBy(line => line.Job.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>All times so far, the newest first.</summary>
    public async Task<(IReadOnlyList<RecurringPast> Rows, int Total)> PastAsync(int page, CancellationToken token)
    {
        var runs = db.Set<RecurringRun>().AsNoTracking();
        var total = await runs.CountAsync(token);
        var rows = await runs.OrderByDescending(row => row.DueAt).ThenBy(row => row.Job)
            .Skip((Math.Clamp(page, 1, total / PageSize + 1) - 1) * PageSize).Take(PageSize).ToListAsync(token);
        return ([.. rows.Select(row => new RecurringPast(row, jobs.FirstOrDefault(job => job.Name == row.Job)))], total);
    }
}
