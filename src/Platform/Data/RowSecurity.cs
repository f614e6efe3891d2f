using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Pupitre.Kernel;
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
        var whole = await db.Database.SqlQuery<string>($"""
            select c.relname::text as "Value" from pg_class c join pg_policy p on p.polrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relrowsecurity and c.relforcerowsecurity
              and p.polname = {PolicyName} and p.polpermissive and p.polcmd = '*' and p.polroles = array[0::oid] and p.polwithcheck is null
              and pg_get_expr(p.polqual, p.polrelid) = {ShownCondition}
              and not exists (select 1 from pg_policy other where other.polrelid = c.oid and other.polname <> {PolicyName})
            """).ToListAsync(token);
        foreach (var table in tables.Except(whole))
        {
            await LockPatience.RunAsync(db, () => db.Database.ExecuteSqlRawAsync(Policy(table), token), token);
        }
    }

    /// <summary>The program must not work as somebody whom the database hides nothing from.</summary>
    /// <exception cref="Refused">The role is a superuser or bypasses row-level security.</exception>
    public static async Task RefuseRoleThatPassesItAsync(Db db, CancellationToken token)
    {
        if (db.Database.IsNpgsql()
            && await db.Database.SqlQuery<string?>($"select rolname::text as \"Value\" from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)").SingleOrDefaultAsync(token) is { } role)
        {
            throw new Refused(Texts.Data_RolePasses.With(role));
        }
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

    private const string PolicyName = "of_company";

    /// <summary>The condition in the server's words.</summary>
    private const string ShownCondition = $"(company_id = (NULLIF(current_setting('{Setting}'::text, true), ''::text))::uuid)";

    private static string Policy(string table) => $"""
        alter table {table} enable row level security;
        alter table {table} force row level security;
        drop policy if exists {PolicyName} on {table};
        create policy {PolicyName} on {table} using (company_id = nullif(current_setting('{Setting}', true), '')::uuid);
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
