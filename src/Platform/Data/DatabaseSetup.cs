using Microsoft.EntityFrameworkCore;

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
