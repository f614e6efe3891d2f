using System.Globalization;
using System.Text.Json;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Quartz;

namespace Pupitre.Platform.Jobs;

/// <summary>
/// Starts long work in the background. The work's row is part of the unit of work, so that what it is for can name its key from the beginning;
/// the work begins once that is saved.
/// </summary>
public sealed class JobQueue(Db db, Tenant tenant, IClock clock, ISchedulerFactory schedulers, ThisNode node)
{
    /// <summary>Largest payload of a piece of work.</summary>
    public const int MaxPayloadLength = 16_000;

    /// <summary>Adds the row of a piece of work to the unit of work. The caller saves, and then calls <see cref="ScheduleAsync"/>.</summary>
    /// <param name="kind">Name of a registered <see cref="JobKind"/>.</param>
    /// <param name="resultPath">Path below the company's address to show when it is done.</param>
    public JobRun Prepare<T>(string kind, T payload, string resultPath)
    {
        var json = JsonSerializer.Serialize(payload);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(json.Length, MaxPayloadLength);
        var run = JobRun.Create(kind, json, resultPath, CultureInfo.CurrentUICulture.Name, tenant.AccountId, clock.GetCurrentInstant(), node.Id);
        db.Add(run);
        return run;
    }

    /// <summary>Begins work whose row is saved. Should the program stop in between, the work is shown as interrupted.</summary>
    public async Task ScheduleAsync(JobRun run, CancellationToken token)
    {
        var scheduler = await schedulers.GetScheduler(token);
        await scheduler.ScheduleJob(JobExecution.Detail(run.Id, tenant.CompanyId), TriggerBuilder.Create().StartNow().Build(), cancellationToken: token);
    }

    /// <summary>Puts work in line and returns its row; saves the current unit of work with it.</summary>
    /// <inheritdoc cref="Prepare"/>
    public async Task<JobRun> StartAsync<T>(string kind, T payload, string resultPath, CancellationToken token)
    {
        var run = Prepare(kind, payload, resultPath);
        await db.SaveChangesAsync(token);
        await ScheduleAsync(run, token);
        return run;
    }
}
