using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pupitre.Platform.Data;

/// <summary>
/// What each SQLite connection is told. <c>recursive_triggers</c> makes INSERT OR REPLACE pass the triggers that refuse a delete;
/// without it, the append-only tables would have a hole.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas = "pragma journal_mode = wal; pragma synchronous = normal; pragma recursive_triggers = on; pragma temp_store = memory; pragma cache_size = -16000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
