using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.Evidence.Events;

/// <summary>
/// One import at a time writes into a source, so that numbers of cases, words and events are handed out without a gap; two imports
/// into two sources run side by side. On PostgreSQL the lock holds over all nodes.
/// </summary>
public sealed class SourceWriting : IDisposable
{
    private const int LockSpace = 0x7075;

    private readonly ConcurrentDictionary<(string Place, int Source), SemaphoreSlim> _sources = new();

    /// <summary>Waits for its turn; for what is over in a moment. Long work asks with <see cref="TryEnterAsync"/>.</summary>
    public async Task<IAsyncDisposable> EnterAsync(Db db, int source, CancellationToken token)
    {
        var gate = GateOf(db, source);
        await gate.WaitAsync(token);
        return await LockAsync(db, source, gate, isPatient: true, token) ?? throw new InvalidOperationException("A turn that is waited for comes.");
    }

    /// <summary>Null when another import is at work in the source, on this node or on another one.</summary>
    public async Task<IAsyncDisposable?> TryEnterAsync(Db db, int source, CancellationToken token)
    {
        var gate = GateOf(db, source);
        return await gate.WaitAsync(TimeSpan.Zero, token) ? await LockAsync(db, source, gate, isPatient: false, token) : null;
    }

    public void Dispose()
    {
        foreach (var gate in _sources.Values)
        {
            gate.Dispose();
        }
    }

    private SemaphoreSlim GateOf(Db db, int source) => _sources.GetOrAdd((db.Database.GetConnectionString() ?? "", source), _ => new SemaphoreSlim(1, 1));

    // Asked for again and again: a statement that waits for another node's import would run into the time limit of statements.
    private static async Task<Turn?> LockAsync(Db db, int source, SemaphoreSlim gate, bool isPatient, CancellationToken token)
    {
        var isOpen = false;
        try
        {
            await db.Database.OpenConnectionAsync(token);
            isOpen = true;
            while (db.Database.IsNpgsql() && !await db.Database.SqlQuery<bool>($"select pg_try_advisory_lock({LockSpace}, {source}) as \"Value\"").SingleAsync(token))
            {
                if (!isPatient)
                {
                    await db.Database.CloseConnectionAsync();
                    gate.Release();
                    return null;
                }

                await Task.Delay(_pause, token);
            }
        }
        catch
        {
            gate.Release();
            if (isOpen)
            {
                await db.Database.CloseConnectionAsync();
            }

            throw;
        }

        return new Turn(db, source, gate);
    }

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    private sealed class Turn(Db db, int source, SemaphoreSlim gate) : IAsyncDisposable
    {
        // The gate first: it opens whatever becomes of the connection. Others of this node then ask the server as those of another one do.
        public async ValueTask DisposeAsync()
        {
            gate.Release();
            try
            {
                if (db.Database.IsNpgsql())
                {
                    await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({LockSpace}, {source})", CancellationToken.None);
                }
            }
            catch (Exception lost) when (lost is DbException or InvalidOperationException)
            {
                // The session is gone, and its lock with it.
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        }
    }
}
