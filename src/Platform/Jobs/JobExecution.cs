using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Quartz;

namespace Pupitre.Platform.Jobs;

/// <summary>
/// Runs one piece of long work in a scope of its own inside its company, and writes down how it ended. When the program is told to stop, the
/// work is cancelled and marks itself as interrupted.
/// </summary>
internal sealed partial class JobExecution(IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, IClock clock, RunningWork work, ILogger<JobExecution> logger) : IJob
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private const string RunKey = "run";
    private const string CompanyKey = "company";

    public static IJobDetail Detail(Guid runId, Guid companyId) => JobBuilder.Create<JobExecution>()
        .UsingJobData(RunKey, runId.ToString("N"))
        .UsingJobData(CompanyKey, companyId.ToString("N"))
        .Build();

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var runId = Guid.ParseExact(context.MergedJobDataMap.GetString(RunKey)!, "N");
        var companyId = Guid.ParseExact(context.MergedJobDataMap.GetString(CompanyKey)!, "N");
        using var running = work.Begin();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, work.Stopping);
        try
        {
            await RunAsync(runId, companyId, stop.Token);
        }
        catch (WorkWaits)
        {
#pragma warning disable RS0030 // The scheduler goes by the machine's clock, whatever the program's says.
            await context.Scheduler.ScheduleJob(Detail(runId, companyId), TriggerBuilder.Create().StartAt(DateTimeOffset.UtcNow + _pause).Build(), cancellationToken: cancellationToken);
#pragma warning restore RS0030
        }
    }

    private async Task RunAsync(Guid runId, Guid companyId, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var company = await db.Companies.AsNoTracking().SingleAsync(row => row.Id == companyId, CancellationToken.None);
        var tenant = scope.ServiceProvider.GetRequiredService<Tenant>();
        tenant.EnterAsProgram(company);
        var run = await db.Set<JobRun>().AsNoTracking().SingleAsync(row => row.Id == runId, CancellationToken.None);
        tenant.ActFor(run.AccountId);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(run.Culture);
        await using var alive = await AliveJob.BeginAsync(scopes, run.Id, CancellationToken.None);
        await MarkAsync(company, run.Id, JobState.Running, null);
        try
        {
            token.ThrowIfCancellationRequested();
            var kind = kinds.Single(candidate => candidate.Name == run.Kind);
            await kind.Run(scope.ServiceProvider, run.Payload, new JobProgress(scopes, company, run.Id), token);

            // Whoever reads that it is done may rely on it.
            scope.ServiceProvider.GetRequiredService<DurableCommits>().Flush();
            await MarkAsync(company, run.Id, JobState.Done, null);
        }
        catch (WorkWaits)
        {
            await MarkAsync(company, run.Id, JobState.Waiting, null);
            throw;
        }
        catch (Refused refusal)
        {
            await MarkAsync(company, run.Id, JobState.Failed, refusal.Message);
        }
        catch (Exception stopped) when (token.IsCancellationRequested && !DiskFull.Is(stopped))
        {
            // Whatever it stumbled over while it was being stopped: an engine, a database, a stream each say so in their way.
            await MarkAsync(company, run.Id, JobState.Interrupted, null);
        }
        catch (Exception full) when (DiskFull.Is(full))
        {
            NoRoom(full, run.Kind, run.Id);
            await MarkAsync(company, run.Id, JobState.Failed, Texts.Jobs_DiskFull);
        }
        catch (Exception defect)
        {
            Broke(defect, run.Kind, run.Id);
            await MarkAsync(company, run.Id, JobState.Failed, Texts.Jobs_Broke);
        }
    }

    private async Task MarkAsync(Company company, Guid runId, JobState state, string? message)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
        var now = clock.GetCurrentInstant();
        var cut = message is { Length: > JobRun.MaxMessageLength } ? message[..JobRun.MaxMessageLength] : message;
        var runs = scope.ServiceProvider.GetRequiredService<Db>().Set<JobRun>().Where(run => run.Id == runId);
        await (state switch
        {
            JobState.Running => runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.State, state).SetProperty(run => run.StartedAt, now)),
            JobState.Waiting => runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.State, state)),
            _ => runs.ExecuteUpdateAsync(set => set.SetProperty(run => run.State, state).SetProperty(run => run.EndedAt, now).SetProperty(run => run.Message, cut)),
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The disk is full: work {Kind} {Run} stopped")]
    private partial void NoRoom(Exception full, string kind, Guid run);

    [LoggerMessage(Level = LogLevel.Error, Message = "Work {Kind} {Run} broke")]
    private partial void Broke(Exception defect, string kind, Guid run);
}
