using System.Globalization;
using System.Text.Json;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Quartz;

namespace Pupitre.Platform.Jobs;

/// <summary>Starts long work in the background.</summary>
public sealed class JobQueue(Db db, Tenant tenant, IClock clock, ISchedulerFactory schedulers)
{
    /// <summary>Largest payload of a piece of work.</summary>
    public const int MaxPayloadLength = 16_000;

    /// <summary>Puts work in line and returns its row; saves the current unit of work with it.</summary>
    /// <param name="kind">Name of a registered <see cref="JobKind"/>.</param>
    /// <param name="resultPath">Path below the company's address to show when it is done.</param>
    public async Task<JobRun> StartAsync<T>(string kind, T payload, string resultPath, CancellationToken token)
    {
        var json = JsonSerializer.Serialize(payload);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(json.Length, MaxPayloadLength);
        var run = JobRun.Create(kind, json, resultPath, CultureInfo.CurrentUICulture.Name, tenant.AccountId, clock.GetCurrentInstant());
        db.Add(run);
        await db.SaveChangesAsync(token);
        var scheduler = await schedulers.GetScheduler(token);
        await scheduler.ScheduleJob(JobExecution.Detail(run.Id, tenant.CompanyId), TriggerBuilder.Create().StartNow().Build(), cancellationToken: token);
        return run;
    }
}
