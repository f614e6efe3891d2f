using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>Goes round the companies while the program serves, and stays with each mailbox that is due and that nobody else
/// reads.</summary>
internal sealed partial class WatchMailboxes(IServiceScopeFactory scopes, WatchMailbox watch, IClock clock, ILogger<WatchMailboxes> logger)
    : BackgroundService
{
    /// <summary>Mailboxes with which this node stays; more are looked into now and then.</summary>
    private const int MaxStays = 200;

    /// <summary>Mailboxes that this node reads at once, whether it stays or not.</summary>
    private const int MaxAtOnce = 220;

    private static readonly TimeSpan _every = TimeSpan.FromSeconds(20);

    /// <summary>The first round leaves the start of the program alone.</summary>
    private static readonly TimeSpan _firstAfter = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Task> _running = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(_firstAfter, stoppingToken);
        using var timer = new PeriodicTimer(_every);
        do
        {
            await TryAsync(() => RoundAsync(stoppingToken), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_running.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RoundAsync(CancellationToken token)
    {
        await using var outer = scopes.CreateAsyncScope();
        foreach (var company in await outer.ServiceProvider.GetRequiredService<Db>().Companies.AsNoTracking().ToListAsync(token))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
            foreach (var due in await DueAsync(scope.ServiceProvider.GetRequiredService<Db>(), token))
            {
                Begin(company, due, token);
            }
        }
    }

    private void Begin(Company company, Guid mailboxId, CancellationToken token)
    {
        if (_running.Count < MaxAtOnce && !_running.ContainsKey(mailboxId))
        {
            var stays = _running.Count < MaxStays;
            _running[mailboxId] = Task.Run(
                async () =>
                {
                    await TryAsync(() => watch.RunAsync(company, mailboxId, stays, token), token);
                    _running.TryRemove(mailboxId, out _);
                },
                CancellationToken.None);
        }
    }

    private async Task<List<Guid>> DueAsync(Db db, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        return await (from mailbox in db.Set<Mailbox>()
                      join reading in db.Set<MailboxReading>() on mailbox.Id equals reading.MailboxId
                      where mailbox.RemovedAt == null && mailbox.PausedAt == null && mailbox.Secret != null
                          && reading.NextLookAt <= now && (reading.HeldBy == null || reading.HeldUntil <= now)
                      select mailbox.Id).ToListAsync(token);
    }

    // A defect in one mailbox keeps no other from being read; it is tried again at the next round.
    private async Task TryAsync(Func<Task> act, CancellationToken token)
    {
        try
        {
            await act();
        }
        catch (Exception problem) when (!token.IsCancellationRequested)
        {
            Missed(problem);
        }
        catch (OperationCanceledException)
        {
            // The program is told to stop.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A look into a mailbox was broken off, and begins again at the next round")]
    private partial void Missed(Exception problem);
}
