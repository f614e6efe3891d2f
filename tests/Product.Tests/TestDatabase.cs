using Npgsql;
using Pupitre.App;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests;

/// <summary>
/// An empty place for data, thrown away afterwards: a folder with SQLite, or a database of its own on the PostgreSQL server named by
/// <c>PUPITRE_TEST_POSTGRES</c> when <c>PUPITRE_TEST_DATABASE</c> says <c>postgres</c>. There the program signs in as a role that
/// neither owns the server nor passes row-level security.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Marks a test that holds for one database only; the run on the other leaves it out.</summary>
    public const string Trait = "Database";

    public const string SqliteOnly = "SQLite";

    /// <summary>Of a class that asks no database: once is enough.</summary>
    public const string None = "None";

    private const string Role = "pupitre_app";

    private static readonly SemaphoreSlim _making = new(1, 1);

    // Made once in a run and copied: a migration writes some hundred statements, and each class of tests would wait for them.
    private static TestDatabase? _prepared;

    private readonly string? _database;

    private TestDatabase(DataPlace place, string? database)
    {
        Place = place;
        _database = database;
    }

    public static bool IsPostgres => Environment.GetEnvironmentVariable("PUPITRE_TEST_DATABASE") == "postgres";

    public DataPlace Place { get; }

    private static string PostgresServer => Environment.GetEnvironmentVariable("PUPITRE_TEST_POSTGRES")
        ?? throw new InvalidOperationException("PUPITRE_TEST_POSTGRES names no server; run the tests with dotnet dev.cs test.");

    public static Task<TestDatabase> CreateAsync() => CreateAsync(template: null);

    /// <summary>A place that the program has brought to its version, and nobody has used.</summary>
    public static async Task<TestDatabase> CreatePreparedAsync()
    {
        var prepared = await PreparedAsync();
        var database = await CreateAsync(prepared._database);
        if (!IsPostgres)
        {
            File.Copy(prepared.Place.SqliteFile, database.Place.SqliteFile);
        }

        return database;
    }

    private static async Task<TestDatabase> PreparedAsync()
    {
        await _making.WaitAsync();
        try
        {
            if (_prepared is null)
            {
                var made = await CreateAsync();
                await using (var server = Server.Build(made.Place, "http://127.0.0.1:0"))
                {
                    await Server.PrepareAsync(server, CancellationToken.None);
                }

                await made.CloseAsync();
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(made.Place.Folder, recursive: true);
                _prepared = made;
            }

            return _prepared;
        }
        finally
        {
            _making.Release();
        }
    }

    // Closed, a database is one file again; PostgreSQL copies none that somebody is connected to, and a connection in the pool is somebody.
    private async Task CloseAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_database is not null)
        {
            await ExecuteAsync(PostgresServer, $"alter database {_database} allow_connections false");
            await ExecuteAsync(PostgresServer, $"select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '{_database}'");
        }
    }

    private static async Task<TestDatabase> CreateAsync(string? template)
    {
        var folder = Directory.CreateTempSubdirectory("pupitre-test-").FullName;
        if (!IsPostgres)
        {
            return new TestDatabase(new DataPlace(folder, null), null);
        }

        var name = "test_" + Guid.CreateVersion7().ToString("N");
        await ExecuteAsync(PostgresServer, $"""
            do $$ begin
              perform pg_advisory_xact_lock(5080);
              if not exists (select 1 from pg_roles where rolname = '{Role}') then create role {Role} login nosuperuser nobypassrls; end if;
            end $$
            """);
        await ExecuteAsync(PostgresServer, $"create database {name} owner {Role} template {template ?? "template1"}");
        var connection = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, Username = Role, MaxPoolSize = 10 }.ConnectionString;
        return new TestDatabase(new DataPlace(folder, connection), name);
    }

    /// <summary>Lets the time pass after which a node that no longer says that it lives is missed. On SQLite one program serves a folder, and nothing is waited for.</summary>
    public async Task MissNodesAsync()
    {
        if (IsPostgres)
        {
            await ExecuteAsync(Place.Postgres!, "update nodes set seen_at = seen_at - interval '1 hour'");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(PostgresServer, $"drop database {_database} with (force)");
        }
        else
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }

        Directory.Delete(Place.Folder, recursive: true);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
