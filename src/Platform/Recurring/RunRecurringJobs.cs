using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Recurring;

/// <summary>
/// Runs for the current company what is due now and has not run. What was missed while the program stood still runs once, for the last
/// time at which it was due, and says how many it stands for. One query while nothing is due.
/// </summary>
internal sealed class RunRecurringJobs(Db db, Tenant tenant, IEnumerable<RecurringJob> jobs, IClock clock, RunOccurrence run)
{
    public async Task RunAsync(CancellationToken token)
    {
        var latest = await RecurringRun.LatestOf(db).ToListAsync(token);
        foreach (var job in jobs)
        {
            var now = clock.GetCurrentInstant();
            var last = latest.Find(row => row.Job == job.Name);
            if (last is { State: JobState.Running } && last.NextAttemptAt > now)
            {
                continue;
            }

            if (Due(job, last, now) is { } due)
            {
                await run.RunAsync(job, due.Occurrence, due.Missed, token);
            }
            else if (last?.IsToRetry(now) == true)
            {
                await run.RetryAsync(job, last, token);
            }
        }
    }

    public static BusinessDays DaysOf(Company company) => BusinessDays.For(HolidayZones.Parse(company.HolidayZone));

    // A company knows of nothing that was due before it was there; what never ran yet has missed nothing.
    private (RecurringDue Occurrence, int Missed)? Due(RecurringJob job, RecurringRun? last, Instant now)
    {
        var after = last?.DueAt ?? tenant.Company.CreatedAt;
        var due = job.Schedule.Between(after, now, tenant.Zone, DaysOf(tenant.Company));
        return due.Count == 0 ? null : (due[^1], last is null ? 0 : due.Count - 1);
    }
}
