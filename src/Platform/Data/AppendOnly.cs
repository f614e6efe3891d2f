using Microsoft.EntityFrameworkCore;

namespace Pupitre.Platform.Data;

/// <summary>
/// Makes the database itself refuse to change or delete the rows of tables that only grow. Rows of a company created as a sample
/// may be deleted with the company; the flag that says so can never be changed. Of the history, details are never changed (they may be
/// erased), and its head only moves on.
/// </summary>
/// <remarks>
/// SQLite rebuilds a table to change a column, and drops its triggers without a word: hence each start looks for them. Only what is missing
/// or differs is made: on PostgreSQL that takes the table from everybody else for a moment.
/// </remarks>
internal static class AppendOnly
{
    private const string Details = "ledger_details";
    private const string Heads = "ledger_heads";

    public static async Task EnforceAsync(Db db, IEnumerable<string> tables, IEnumerable<(string Table, string Column)> erasable, CancellationToken token)
    {
        var columns = erasable.ToLookup(named => named.Table, named => named.Column, StringComparer.Ordinal);
        var wanted = tables.Select(table => new Grown(table, [.. columns[table]], ColumnsOf(db, table))).ToList();
        await (db.Database.IsNpgsql() ? OnPostgresAsync(db, wanted, token) : OnSqliteAsync(db, wanted, token));
    }

    private static async Task OnSqliteAsync(Db db, List<Grown> tables, CancellationToken token)
    {
        var made = await db.Database.SqlQuery<Trigger>($"select name as \"Name\", sql as \"Text\" from sqlite_master where type = 'trigger'").ToDictionaryAsync(row => row.Name, row => row.Text, token);
        var script = tables.SelectMany(Sqlite).Concat(SqliteOthers()).Where(trigger => made.GetValueOrDefault(trigger.Name)?.Equals(trigger.Text, StringComparison.OrdinalIgnoreCase) != true)
            .Select(trigger => $"drop trigger if exists {trigger.Name};\n{trigger.Text};").ToList();
        if (script.Count > 0)
        {
            await db.Database.ExecuteSqlRawAsync(string.Join('\n', script), token);
        }
    }

    private static IEnumerable<Trigger> Sqlite(Grown table)
    {
        yield return Sqlite(table.Name, "no_update", $"before update on {table.Name}", table.Erasable.Count == 0 ? null : $"not ({string.Join(" and ", table.Columns.Select(column => Unchanged(table, column)))})");
        yield return Sqlite(table.Name, "no_delete", $"before delete on {table.Name}", NotASample);
    }

    private static string Unchanged(Grown table, string column) =>
        table.Erasable.Contains(column, StringComparer.Ordinal) ? $"(new.\"{column}\" is old.\"{column}\" or new.\"{column}\" = '')" : $"new.\"{column}\" is old.\"{column}\"";

    private static List<string> ColumnsOf(Db db, string table) => [.. db.Model.GetEntityTypes().Where(entity => entity.GetTableName() == table).SelectMany(entity => entity.GetProperties()).Select(property => property.GetColumnName()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<Trigger> SqliteOthers()
    {
        yield return new("companies_sample_flag", """
            create trigger companies_sample_flag before update of is_sample on companies when new.is_sample is not old.is_sample
            begin select raise(abort, 'the sample flag is set at creation for ever'); end
            """.ReplaceLineEndings("\n"));

        // INSERT OR REPLACE deletes without firing the triggers above for whoever opens the file without recursive_triggers.
        yield return Sqlite("ledger_entries", "no_replace", "before insert on ledger_entries", "exists (select 1 from ledger_entries where company_id = new.company_id and number = new.number)");
        yield return Sqlite(Details, "no_replace", $"before insert on {Details}", $"exists (select 1 from {Details} where company_id = new.company_id and number = new.number)");
        yield return Sqlite(Details, "no_update", $"before update on {Details}", null);
        yield return Sqlite(Heads, "no_return", $"before update on {Heads}", "new.number <= old.number or new.company_id is not old.company_id");
        yield return Sqlite(Heads, "no_delete", $"before delete on {Heads}", NotASample);
        yield return Sqlite(Heads, "no_replace", $"before insert on {Heads}", $"exists (select 1 from {Heads} where company_id = new.company_id)");
    }

    private const string NotASample = "not exists (select 1 from companies where id = old.company_id and is_sample = 1)";

    private static Trigger Sqlite(string table, string name, string moment, string? condition) => new(
        $"{table}_{name}",
        $"create trigger {table}_{name} {moment}{(condition is null ? "" : " when " + condition)} begin select raise(abort, '{table} is append-only'); end");

    private static async Task OnPostgresAsync(Db db, List<Grown> tables, CancellationToken token)
    {
        var known = await db.Database.SqlQuery<Trigger>($"select proname as \"Name\", prosrc as \"Text\" from pg_proc where pronamespace = current_schema()::regnamespace and proname like 'pupitre%'").ToListAsync(token);
        foreach (var script in _functions.Concat(tables.Where(table => table.Erasable.Count > 0).Select(Erasing)).Where(function => !known.Exists(row => row.Name == function.Name && row.Text == function.Text)).Select(Function))
        {
            await db.Database.ExecuteSqlRawAsync(script, token);
        }

        // Kind, moment and function of a trigger are what it is; its own text names them in the server's words.
        var made = await db.Database.SqlQuery<PostgresTrigger>($"""
            select t.tgname::text as "Name", c.relname::text as "Table", t.tgtype::int as "Type", p.proname::text as "Function" from pg_trigger t
            join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
            where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal and t.tgenabled = 'O' and t.tgqual is null
            """).ToListAsync(token);
        foreach (var trigger in tables.SelectMany(Postgres).Concat(PostgresOthers()).Where(trigger => !made.Contains(trigger)))
        {
            await LockPatience.RunAsync(db, () => db.Database.ExecuteSqlRawAsync(trigger.Text, token), token);
        }
    }

    private static string Function(Trigger function) => $"create or replace function {function.Name}() returns trigger language plpgsql as $${function.Text}$$";

    private static readonly Trigger[] _functions =
    [
        new("pupitre_refuse", "\nbegin raise exception '% is append-only', tg_table_name; end "),
        new("pupitre_refuse_delete", """

            begin
              if exists (select 1 from companies where id = old.company_id and is_sample) then return old; end if;
              raise exception '% is append-only', tg_table_name;
            end 
            """.ReplaceLineEndings("\n")),
        new("pupitre_keep_sample_flag", """

            begin
              if new.is_sample is distinct from old.is_sample then raise exception 'the sample flag is set at creation for ever'; end if;
              return new;
            end 
            """.ReplaceLineEndings("\n")),
        new("pupitre_only_on", """

            begin
              if new.number <= old.number or new.company_id is distinct from old.company_id then raise exception '% is append-only', tg_table_name; end if;
              return new;
            end 
            """.ReplaceLineEndings("\n")),
    ];

    private static Trigger Erasing(Grown table) => new($"pupitre_erase_{table.Name}", $"""

        begin
          if (select bool_and(field.value is not distinct from to_jsonb(old) -> field.key or (field.key in ({string.Join(", ", table.Erasable.Select(column => $"'{column}'"))}) and field.value = to_jsonb(''::text))) from jsonb_each(to_jsonb(new)) field) then return new; end if;
          raise exception '% is append-only', tg_table_name;
        end 
        """.ReplaceLineEndings("\n"));

    private static IEnumerable<PostgresTrigger> Postgres(Grown table) =>
    [
        new($"{table.Name}_no_update", table.Name, OnUpdate, table.Erasable.Count == 0 ? "pupitre_refuse" : $"pupitre_erase_{table.Name}"),
        new($"{table.Name}_no_delete", table.Name, OnDelete, "pupitre_refuse_delete"),
        new($"{table.Name}_no_truncate", table.Name, OnTruncate, "pupitre_refuse"),
    ];

    private static IEnumerable<PostgresTrigger> PostgresOthers() =>
    [
        new("companies_sample_flag", "companies", OnUpdate, "pupitre_keep_sample_flag"),
        new($"{Details}_no_update", Details, OnUpdate, "pupitre_refuse"),
        new($"{Details}_no_truncate", Details, OnTruncate, "pupitre_refuse"),
        new($"{Heads}_no_return", Heads, OnUpdate, "pupitre_only_on"),
        new($"{Heads}_no_delete", Heads, OnDelete, "pupitre_refuse_delete"),
        new($"{Heads}_no_truncate", Heads, OnTruncate, "pupitre_refuse"),
    ];

    // pg_trigger.tgtype: 1 for each row, 2 before, 8 delete, 16 update, 32 truncate.
    private const int OnUpdate = 1 + 2 + 16;
    private const int OnDelete = 1 + 2 + 8;
    private const int OnTruncate = 2 + 32;

    /// <summary>A table that only grows, with the columns that may become empty.</summary>
    private sealed record Grown(string Name, IReadOnlyList<string> Erasable, IReadOnlyList<string> Columns);

    private sealed record Trigger(string Name, string Text);

    private sealed record PostgresTrigger(string Name, string Table, int Type, string Function)
    {
        public string Text => $"create or replace trigger {Name} before {Moment} execute function {Function}()";

        private string Moment => Type switch
        {
            OnUpdate => $"update on {Table} for each row",
            OnDelete => $"delete on {Table} for each row",
            _ => $"truncate on {Table} for each statement",
        };
    }
}
