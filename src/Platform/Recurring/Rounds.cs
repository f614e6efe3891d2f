using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pupitre.Platform.Data;
using Pupitre.Platform.Following;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Recurring;

/// <summary>
/// Goes round the companies while the program serves: tells the followers what was written, and runs what is due. Loops of their own, so
/// that long work that somebody started, which may hold every worker of the scheduler, holds up neither.
/// </summary>
internal sealed partial class Rounds(IServiceScopeFactory scopes, ILogger<Rounds> logger) : BackgroundService
{
    private static readonly TimeSpan _followEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _runEvery = TimeSpan.FromSeconds(30);

    /// <summary>The first round leaves the start of the program alone.</summary>
    private static readonly TimeSpan _firstAfter = TimeSpan.FromMinutes(1);

    /// <summary>Does something inside each company, as the program.</summary>
    public static async Task EachCompanyAsync(IServiceScopeFactory scopes, Func<IServiceProvider, Task> act, CancellationToken token)
    {
        await using var outer = scopes.CreateAsyncScope();
        foreach (var company in await outer.ServiceProvider.GetRequiredService<Db>().Companies.AsNoTracking().ToListAsync(token))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
            await act(scope.ServiceProvider);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        GoAsync(_followEvery, services => services.GetRequiredService<FollowHistory>().RunAsync(stoppingToken), stoppingToken),
        GoAsync(_runEvery, services => services.GetRequiredService<RunRecurringJobs>().RunAsync(stoppingToken), stoppingToken));

    private async Task GoAsync(TimeSpan every, Func<IServiceProvider, Task> act, CancellationToken token)
    {
        await Task.Delay(_firstAfter, token);
        using var timer = new PeriodicTimer(every);
        do
        {
            await TryAsync(act, token);
        }
        while (await timer.WaitForNextTickAsync(token));
    }

    // A database that is away for a while is back at the next round, and a company that was removed meanwhile is not in it any more.
    private async Task TryAsync(Func<IServiceProvider, Task> act, CancellationToken token)
    {
        try
        {
            await EachCompanyAsync(scopes, act, token);
        }
        catch (Exception problem) when (!token.IsCancellationRequested)
        {
            Missed(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round was broken off, and begins again at the next one")]
    private partial void Missed(Exception problem);
}
