using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Jobs;

/// <summary>
/// Shows other nodes on PostgreSQL that a piece of work is still at it: a lock on a session of its own, which the server lets go the
/// moment the program dies. On SQLite there is one program to a folder, and nothing to show.
/// </summary>
internal sealed class AliveJob : IAsyncDisposable
{
    private const int LockSpace = 0x7076;

    private readonly AsyncServiceScope _scope;
    private readonly Guid _runId;

    private AliveJob(AsyncServiceScope scope, Guid runId) => (_scope, _runId) = (scope, runId);

    public static async Task<AliveJob> BeginAsync(IServiceScopeFactory scopes, Guid runId, CancellationToken token)
    {
        var job = new AliveJob(scopes.CreateAsyncScope(), runId);
        if (job.Db.Database.IsNpgsql())
        {
            try
            {
                await job.Db.Database.OpenConnectionAsync(token);
                await job.Db.Database.ExecuteSqlAsync($"select pg_advisory_lock({LockSpace}, {Key(runId)})", token);
            }
            catch
            {
                await job._scope.DisposeAsync();
                throw;
            }
        }

        return job;
    }

    /// <summary>Whether some node is at work on it; asked on PostgreSQL only.</summary>
    public static Task<bool> IsAsync(Db db, Guid runId, CancellationToken token) => db.Database.SqlQuery<bool>($"""
        select exists (select 1 from pg_locks where locktype = 'advisory' and classid = {LockSpace}::oid and objid = {Key(runId)}::oid
          and database = (select oid from pg_database where datname = current_database())) as "Value"
        """).SingleAsync(token);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (Db.Database.IsNpgsql())
            {
                // The connection goes back to the pool and its session lives on.
                await Db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({LockSpace}, {Key(_runId)})", CancellationToken.None);
            }
        }
        catch (DbException)
        {
            // The session is gone, and its lock with it.
        }
        finally
        {
            await _scope.DisposeAsync();
        }
    }

    private Db Db => _scope.ServiceProvider.GetRequiredService<Db>();

    private static int Key(Guid runId) => BitConverter.ToInt32(runId.ToByteArray(), 12) & int.MaxValue;
}
