using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.App;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.Platform;

/// <summary>A database in the shape that an older program left, with rows written straight into it.</summary>
internal sealed class OldData : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;
    private readonly WebApplication _server;
    private readonly DbConnection _connection;

    private OldData(WebApplication server)
    {
        _server = server;
        _scope = server.Services.CreateAsyncScope();
        _connection = Db.Database.GetDbConnection();
    }

    private Db Db => _scope.ServiceProvider.GetRequiredService<Db>();

    public static async Task<OldData> AtAsync(TestDatabase database, string migration)
    {
        var data = new OldData(Server.Build(database.Place, "http://127.0.0.1:0", new TestClock()));
        await data.Db.GetService<IMigrator>().MigrateAsync(migration);
        await data.Db.Database.OpenConnectionAsync();
        return data;
    }

    /// <summary>What the program does at its start.</summary>
    public Task UpgradeAsync() => Server.PrepareAsync(_server, TestContext.Current.CancellationToken);

    /// <summary>An instant as this database keeps it, so many days into 2026.</summary>
    public static string Day(int day) => TestDatabase.IsPostgres
        ? new DateOnly(2026, 1, 1).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : day.ToString(CultureInfo.InvariantCulture);

    /// <summary>Hides the rows of a table from whoever asks for no company, as the program does once it is prepared.</summary>
    public async Task HideAsync(params string[] tables)
    {
        foreach (var table in tables.Where(_ => TestDatabase.IsPostgres))
        {
            await ExecuteAsync($"alter table {table} enable row level security; alter table {table} force row level security; create policy of_nobody on {table} using (false) with check (true)");
        }
    }

    public async Task ShowAsync(params string[] tables)
    {
        foreach (var table in tables.Where(_ => TestDatabase.IsPostgres))
        {
            await ExecuteAsync($"drop policy of_nobody on {table}; alter table {table} no force row level security");
        }
    }

    /// <summary>Writes a row; columns that must hold something and are not named hold nothing in particular.</summary>
    public async Task InsertAsync(string table, params (string Column, string Value)[] values)
    {
        var named = values.ToDictionary(value => value.Column, value => value.Value, StringComparer.Ordinal);
        foreach (var (column, type) in await RequiredAsync(table))
        {
            named.TryAdd(column, type switch
            {
                "uuid" => Guid.Empty.ToString(),
                "boolean" => "0",
                "date" => "2026-01-01",
                _ when type.Contains("timestamp", StringComparison.Ordinal) => "2026-01-01",
                _ when type.Contains("int", StringComparison.OrdinalIgnoreCase) || type is "numeric" or "double precision" => "0",
                _ => "",
            });
        }

        await ExecuteAsync($"insert into {table} ({string.Join(", ", named.Keys.Select(column => $"\"{column}\""))}) values ({string.Join(", ", named.Values.Select(value => $"'{value}'"))})");
    }

    /// <summary>Rows as text, values separated by a blank.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string question)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = question;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(field => reader.IsDBNull(field) ? "-" : Shown(reader.GetValue(field)))));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string Shown(object value) => value switch
    {
        bool isSo => isSo ? "1" : "0",
        Guid id => id.ToString().ToUpperInvariant(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private async Task<List<(string Column, string Type)>> RequiredAsync(string table) =>
        [.. (await ReadAsync(TestDatabase.IsPostgres
            ? $"select column_name, replace(data_type, ' ', '_') from information_schema.columns where table_schema = 'public' and table_name = '{table}' and is_nullable = 'NO' and column_default is null and is_identity = 'NO'"
            : $"select name, type from pragma_table_info('{table}') where \"notnull\" = 1 and dflt_value is null")).Select(row => row.Split(' ')).Select(row => (row[0], row[1].Replace('_', ' ')))];

    private async Task ExecuteAsync(string statement)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
