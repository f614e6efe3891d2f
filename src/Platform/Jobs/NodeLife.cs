using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Jobs;

/// <summary>
/// Waits at the end for work that is being stopped. On PostgreSQL, says that this node lives, and marks the work of nodes that have died, so that nobody waits for it: they are missed after
/// <see cref="DeadAfterSeconds"/> and their work is found within a minute. A loop of its own: long work may hold every worker.
/// </summary>
internal sealed partial class NodeLife(IServiceScopeFactory scopes, DataPlace place, ThisNode node, RunningWork work, ILogger<NodeLife> logger) : BackgroundService
{
    public const int DeadAfterSeconds = 40;

    private static readonly TimeSpan _every = TimeSpan.FromSeconds(10);

    /// <summary>Says once that this node lives.</summary>
    public static Task BeatAsync(Db db, Guid node, CancellationToken token) => db.Database.ExecuteSqlAsync(
        $"insert into nodes (id, seen_at) values ({node}, clock_timestamp()) on conflict (id) do update set seen_at = excluded.seen_at", token);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await work.EndAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
        if (place.IsPostgres)
        {
            await TryAsync(db => db.Set<Node>().Where(row => row.Id == node.Id).ExecuteDeleteAsync(cancellationToken));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every);
        while (place.IsPostgres && await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(async db =>
            {
                await BeatAsync(db, node.Id, stoppingToken);
                await db.Database.ExecuteSqlAsync($"delete from nodes where seen_at < clock_timestamp() - interval '1 day'", stoppingToken);
            });
            await TryAsync(_ => MarkAsync(stoppingToken));
        }
    }

    private async Task MarkAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InterruptedJobs>().MarkAsync(token);
    }

    // A database that is away for a while is back at the next beat, whatever it said meanwhile.
    private async Task TryAsync(Func<Db, Task> act)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await act(scope.ServiceProvider.GetRequiredService<Db>());
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            Missed(problem.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This node could not say that it lives: {Problem}")]
    private partial void Missed(string problem);
}
