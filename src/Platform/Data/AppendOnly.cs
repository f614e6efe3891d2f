using Microsoft.EntityFrameworkCore;

namespace Pupitre.Platform.Data;

/// <summary>
/// Makes the database itself refuse to change or delete the rows of tables that only grow. Rows of a company created as a sample
/// may be deleted with the company; the flag that says so can never be changed.
/// </summary>
/// <remarks>
/// SQLite rebuilds a table to change a column, and drops its triggers without a word: hence they are made again at each start.
/// </remarks>
internal static class AppendOnly
{
    public static async Task EnforceAsync(Db db, IEnumerable<string> tables, CancellationToken token)
    {
        var script = string.Join('\n', db.Database.IsNpgsql()
            ? tables.Select(Postgres).Prepend(PostgresFunctions)
            : tables.Select(Sqlite).Prepend(SqliteSampleFlag).Append(SqliteHistory));
        await db.Database.ExecuteSqlRawAsync(script, token);
    }

    private const string SqliteSampleFlag = """
        drop trigger if exists companies_sample_flag;
        create trigger companies_sample_flag before update of is_sample on companies when new.is_sample is not old.is_sample
        begin select raise(abort, 'the sample flag is set at creation for ever'); end;
        """;

    // INSERT OR REPLACE deletes without firing the triggers above for whoever opens the file without recursive_triggers.
    private const string SqliteHistory = """
        drop trigger if exists ledger_entries_no_replace;
        create trigger ledger_entries_no_replace before insert on ledger_entries
        when exists (select 1 from ledger_entries where company_id = new.company_id and number = new.number)
        begin select raise(abort, 'ledger_entries is append-only'); end;
        """;

    private static string Sqlite(string table) => $"""
        drop trigger if exists {table}_no_update;
        create trigger {table}_no_update before update on {table}
        begin select raise(abort, '{table} is append-only'); end;
        drop trigger if exists {table}_no_delete;
        create trigger {table}_no_delete before delete on {table}
        when not exists (select 1 from companies where id = old.company_id and is_sample = 1)
        begin select raise(abort, '{table} is append-only'); end;
        """;

    private const string PostgresFunctions = """
        create or replace function pupitre_refuse() returns trigger language plpgsql as $$
        begin raise exception '% is append-only', tg_table_name; end $$;
        create or replace function pupitre_refuse_delete() returns trigger language plpgsql as $$
        begin
          if exists (select 1 from companies where id = old.company_id and is_sample) then return old; end if;
          raise exception '% is append-only', tg_table_name;
        end $$;
        create or replace function pupitre_keep_sample_flag() returns trigger language plpgsql as $$
        begin
          if new.is_sample is distinct from old.is_sample then raise exception 'the sample flag is set at creation for ever'; end if;
          return new;
        end $$;
        create or replace trigger companies_sample_flag before update on companies for each row execute function pupitre_keep_sample_flag();
        """;

    private static string Postgres(string table) => $"""
        create or replace trigger {table}_no_update before update on {table} for each row execute function pupitre_refuse();
        create or replace trigger {table}_no_delete before delete on {table} for each row execute function pupitre_refuse_delete();
        create or replace trigger {table}_no_truncate before truncate on {table} for each statement execute function pupitre_refuse();
        """;
}
