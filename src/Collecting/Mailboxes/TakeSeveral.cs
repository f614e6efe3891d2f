using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>
/// Takes messages of one batch while the next ones come: a message waits for the disk most of the time. Each works in a scope of its own,
/// which ends with the batch and lets go of what it held.
/// </summary>
internal sealed class TakeSeveral(IServiceScopeFactory scopes, Tenant tenant) : IAsyncDisposable
{
    /// <summary>Messages that are taken at once.</summary>
    public const int AtOnce = 4;

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly ConcurrentBag<AsyncServiceScope> _idle = [];
    private readonly List<Task<MailboxMessage?>> _running = [];

    /// <summary>Begins with a message as soon as there is a place; its content is disposed of once it is taken.</summary>
    public async Task BeginAsync(Mailbox mailbox, SeenMessage seen, MessageVerdict verdict, Stream content, CancellationToken token)
    {
        try
        {
            await _places.WaitAsync(token);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }

        _running.Add(Task.Run(() => TakeAsync(mailbox, seen, verdict, content, token), CancellationToken.None));
    }

    /// <summary>Waits for all that were begun.</summary>
    /// <returns>Their rows, to be saved; an answer has saved its own.</returns>
    public async Task<IEnumerable<MailboxMessage>> EndAsync()
    {
        var rows = await Task.WhenAll(_running);
        _running.Clear();
        return rows.OfType<MailboxMessage>();
    }

    public async ValueTask DisposeAsync()
    {
        await ((Task)Task.WhenAll(_running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var scope in _idle)
        {
            await scope.DisposeAsync();
        }

        _places.Dispose();
    }

    private async Task<MailboxMessage?> TakeAsync(
        Mailbox mailbox, SeenMessage seen, MessageVerdict verdict, Stream content, CancellationToken token)
    {
        var scope = _idle.TryTake(out var known) ? known : Open();
        try
        {
            await using (content)
            {
                var row = await scope.ServiceProvider.GetRequiredService<TakeMessage>().RunAsync(mailbox, seen, verdict, content, token);
                _idle.Add(scope);
                return row;
            }
        }
        catch
        {
            // What it had begun to write is nobody else's.
            await scope.DisposeAsync();
            throw;
        }
        finally
        {
            _places.Release();
        }
    }

    private AsyncServiceScope Open()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(tenant.Company);
        return scope;
    }
}
