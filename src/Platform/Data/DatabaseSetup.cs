using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Data;

/// <summary>Where the data are: a folder for files (and for SQLite), and a connection to PostgreSQL when one is given.</summary>
/// <param name="Folder">Data folder, made when it is missing.</param>
/// <param name="Postgres">Connection string to PostgreSQL; null means SQLite inside the folder.</param>
public sealed record DataPlace(string Folder, string? Postgres)
{
    public bool IsPostgres => Postgres is not null;

    public string SqliteFile => Path.Combine(Folder, "pupitre.db");
}

/// <summary>Points the one context at SQLite or PostgreSQL.</summary>
public static class DatabaseSetup
{
    private const int BusyTimeoutSeconds = 30;

    /// <summary>
    /// Builds the model of the tables, a quarter of what a start costs, for whoever starts the program: on one processor while the rest of
    /// it is put together on the other. The framework keeps it under the options that all contexts of the program share.
    /// </summary>
    public static Task BuildModelAsync(DataPlace place, IReadOnlyList<Module> modules, IClock clock, CancellationToken token) => Task.Run(
        () =>
        {
            // The program's services come first among the options of its contexts: in another order the framework takes them for others.
            var options = new DbContextOptionsBuilder<Db>().UseApplicationServiceProvider(null);
            Configure(options, place);
            using var db = new Db(options.Options, modules, new Tenant(), clock);
            _ = db.Model;
        },
        token);

    public static void Configure(DbContextOptionsBuilder options, DataPlace place)
    {
        options.UseSnakeCaseNamingConvention();
        if (place.IsPostgres)
        {
            options.UseNpgsql(place.Postgres, npgsql => npgsql.UseNodaTime().MigrationsAssembly("Pupitre.Migrations.Postgres"));
            options.AddInterceptors(RowSecuritySession.Instance);
            return;
        }

        options.UseSqlite(
            $"Data Source={place.SqliteFile};Foreign Keys=True;Default Timeout={BusyTimeoutSeconds}",
            sqlite => sqlite.MigrationsAssembly("Pupitre.Migrations.Sqlite"));
        options.AddInterceptors(SqlitePragmas.Instance);
    }
}
