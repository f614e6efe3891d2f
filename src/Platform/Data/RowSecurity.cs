using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Data;

/// <summary>
/// The third wall between companies, on PostgreSQL: each session says which company it works for, and the database itself hides the
/// rows of all others, even from the owner of the tables, even when a query forgot to ask.
/// </summary>
internal static class RowSecurity
{
    private const string Setting = "pupitre.company";

    public static async Task EnforceAsync(Db db, CancellationToken token)
    {
        if (!db.Database.IsNpgsql())
        {
            return;
        }

        var tables = db.Model.GetEntityTypes().Where(entity => typeof(ICompanyOwned).IsAssignableFrom(entity.ClrType)).Select(entity => entity.GetTableName()!).Distinct();
        await db.Database.ExecuteSqlRawAsync(string.Join('\n', tables.Select(Policy)), token);
    }

    /// <summary>Tells a session for which company it works.</summary>
    public static async Task SayAsync(DbConnection connection, DbTransaction? transaction, Guid companyId, CancellationToken token)
    {
        await using var command = Command(connection, transaction, companyId);
        await command.ExecuteNonQueryAsync(token);
    }

    public static void Say(DbConnection connection, Guid companyId)
    {
        using var command = Command(connection, transaction: null, companyId);
        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, Guid companyId)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"select set_config('{Setting}', @company, false)";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("company", companyId.ToString());
        command.Parameters.Add(parameter);
        return command;
    }

    private static string Policy(string table) => $"""
        alter table {table} enable row level security;
        alter table {table} force row level security;
        drop policy if exists of_company on {table};
        create policy of_company on {table} using (company_id = nullif(current_setting('{Setting}', true), '')::uuid);
        """;
}

/// <summary>Says the company each time that a context opens its connection: the pool forgets it when the connection comes back.</summary>
internal sealed class RowSecuritySession : DbConnectionInterceptor
{
    public static readonly RowSecuritySession Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (eventData.Context is Db db)
        {
            RowSecurity.Say(connection, db.CompanyId);
        }
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        eventData.Context is Db db ? RowSecurity.SayAsync(connection, null, db.CompanyId, cancellationToken) : Task.CompletedTask;
}
