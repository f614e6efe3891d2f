using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.ServiceLevels.Evidence.Events;

/// <summary>
/// One import at a time writes into a source, so that numbers of cases, words and events are handed out without a gap; two imports
/// into two sources run side by side. On PostgreSQL the lock holds over all nodes.
/// </summary>
internal sealed class SourceWriting : IDisposable
{
    private const int LockSpace = 0x7075;

    private readonly ConcurrentDictionary<(string Place, int Source), SemaphoreSlim> _sources = new();

    public async Task<IAsyncDisposable> EnterAsync(Db db, int source, CancellationToken token)
    {
        var gate = _sources.GetOrAdd((db.Database.GetConnectionString() ?? "", source), _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(token);
        try
        {
            await db.Database.OpenConnectionAsync(token);
            if (db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlAsync($"select pg_advisory_lock({LockSpace}, {source})", token);
            }
        }
        catch
        {
            gate.Release();
            throw;
        }

        return new Turn(db, source, gate);
    }

    public void Dispose()
    {
        foreach (var gate in _sources.Values)
        {
            gate.Dispose();
        }
    }

    private sealed class Turn(Db db, int source, SemaphoreSlim gate) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (db.Database.IsNpgsql())
            {
                await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({LockSpace}, {source})", CancellationToken.None);
            }

            await db.Database.CloseConnectionAsync();
            gate.Release();
        }
    }
}
