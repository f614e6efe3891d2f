using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Jobs;

/// <summary>Tells how far a running piece of work is. Written at most twice a second, whatever the work reports.</summary>
public sealed class JobProgress
{
    private static readonly TimeSpan _every = TimeSpan.FromMilliseconds(500);

    private readonly IServiceScopeFactory _scopes;
    private readonly Company _company;
    private long _written;

    internal JobProgress(IServiceScopeFactory scopes, Company company, Guid id)
    {
        _scopes = scopes;
        _company = company;
        Id = id;
    }

    /// <summary>Key of the <see cref="JobRun"/>.</summary>
    public Guid Id { get; }

    /// <summary>Reports <paramref name="done"/> units of <paramref name="total"/>.</summary>
    public async Task ReportAsync(long done, long? total, CancellationToken token)
    {
        if (Stopwatch.GetElapsedTime(_written) < _every)
        {
            return;
        }

        _written = Stopwatch.GetTimestamp();
        await using var scope = _scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(_company);
        await scope.ServiceProvider.GetRequiredService<Db>().Set<JobRun>().Where(run => run.Id == Id)
            .ExecuteUpdateAsync(set => set.SetProperty(run => run.Done, done).SetProperty(run => run.Total, total), token);
    }
}
