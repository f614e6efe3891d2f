using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pupitre.Platform.Data;

/// <summary>
/// What each SQLite connection is told. <c>recursive_triggers</c> makes INSERT OR REPLACE pass the triggers that refuse a delete;
/// without it, the append-only tables would have a hole. A commit does not wait for the disk; an answer does: see <see cref="DurableCommits"/>.
/// </summary>
/// <remarks>
/// The pool gives the same few connections out again and again, and each keeps what it was told: it is told once, not at every query.
/// </remarks>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas = "pragma journal_mode = wal; pragma synchronous = normal; pragma recursive_triggers = on; pragma temp_store = memory; pragma cache_size = -16000;";

    private readonly ConditionalWeakTable<object, object> _told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Command(connection) is { } command)
        {
            using (command)
            {
                command.ExecuteNonQuery();
            }

            Remember(connection);
        }
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Command(connection) is { } command)
        {
            await using (command)
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            Remember(connection);
        }
    }

    private DbCommand? Command(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle } && _told.TryGetValue(handle, out _))
        {
            return null;
        }

        var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        return command;
    }

    private void Remember(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            _told.TryAdd(handle, handle);
        }
    }
}
