using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Gathering.Today;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Recurring;
using Pupitre.Platform.Tenancy;

namespace Pupitre.App.Today;

/// <summary>Recurring work whose last time failed for good.</summary>
internal sealed class FailedRuns(Db db, Tenant tenant, IEnumerable<RecurringJob> jobs) : IToday
{
    public int Order => 95;

    public Permit Permit => Permit.AdministerCompany;

    public async Task<IReadOnlyList<TodayLine>> ReadAsync(CancellationToken token)
    {
        var failed = await RecurringRun.LatestOf(db)
            .Where(row => row.State == JobState.Failed && row.Attempts >= RecurringRun.MaxAttempts).ToListAsync(token);
        return
        [
            .. jobs.Join(failed, job => job.Name, run => run.Job, (job, run) => new TodayLine(
                Urgency.Mend, job.Title(), "settings/jobs", Day: run.DueAt.InZone(tenant.Zone).Date.ToDateOnly())),
        ];
    }
}
