using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Quartz;

namespace Pupitre.Platform.Guardrails;

/// <summary>Looks at the guardrails of every company, so that "open since" is true whether or not somebody opens the page.</summary>
[DisallowConcurrentExecution]
internal sealed class WatchAllGuardrails(IServiceScopeFactory scopes) : IJob
{
    public const int EveryHours = 6;

    /// <summary>The first look leaves the start of the program alone.</summary>
    public const int FirstAfterMinutes = 10;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await using var outer = scopes.CreateAsyncScope();
        foreach (var company in await outer.ServiceProvider.GetRequiredService<Db>().Companies.AsNoTracking().ToListAsync(cancellationToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
            await scope.ServiceProvider.GetRequiredService<WatchGuardrails>().RunAsync(cancellationToken);
        }
    }
}
