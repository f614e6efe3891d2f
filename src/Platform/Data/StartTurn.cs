using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Pupitre.Platform.Data;

/// <summary>One node at a time prepares the shared database: held on a session of its own, let go by the server when the node dies.</summary>
internal sealed class StartTurn : IAsyncDisposable
{
    private const long Key = 0x7075_7069_7472_65;

    private readonly NpgsqlConnection? _connection;

    private StartTurn(NpgsqlConnection? connection) => _connection = connection;

    public static async Task<StartTurn> TakeAsync(Db db, DataPlace place, CancellationToken token)
    {
        if (!place.IsPostgres)
        {
            return new StartTurn(null);
        }

        await CreateAsync(db, token);
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(place.Postgres!) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await connection.OpenAsync(token);
            await using var command = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { Parameters = { new() { Value = Key } } };
            await command.ExecuteNonQueryAsync(token);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        return new StartTurn(connection);
    }

    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    // A role that may make databases finds its own made; of two nodes that do so at once, one is told that it is there.
    private static async Task CreateAsync(Db db, CancellationToken token)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(token))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(token);
        }
        catch (PostgresException made) when (made.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            NpgsqlConnection.ClearAllPools();
        }
    }
}
