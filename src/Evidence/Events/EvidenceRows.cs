using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.Evidence.Events;

/// <summary>
/// Raw inserts and reads of the narrow tables. SQLite runs one prepared statement per row inside the transaction, PostgreSQL takes
/// whole columns as arrays in one round trip; everything else is the same.
/// </summary>
internal sealed class EvidenceRows(Db db)
{
    private readonly bool _isPostgres = db.Database.IsNpgsql();

    public DbConnection Connection => db.Database.GetDbConnection();

    /// <summary>Condition that <paramref name="column"/> is among the keys of parameter <paramref name="name"/>.</summary>
    public string Among(string column, string name) =>
        _isPostgres ? $"{column} = any({name})" : $"{column} in (select value from json_each({name}))";

    public object Keys(IReadOnlyCollection<long> keys) => _isPostgres ? keys.ToArray() : "[" + string.Join(',', keys) + "]";

    /// <summary>Inserts rows given as columns.</summary>
    public async Task InsertAsync(string table, IReadOnlyList<Column> columns, int count, DbTransaction transaction, CancellationToken token)
    {
        if (count == 0)
        {
            return;
        }

        var names = string.Join(", ", columns.Select(column => column.Name));
        var places = string.Join(", ", columns.Select((_, place) => "@p" + place));
        if (!_isPostgres)
        {
            SqliteRows.Insert((SqliteConnection)Connection, $"insert into {table} ({names}) values ({places})", columns, count);
            return;
        }

        await using var command = Connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"insert into {table} ({names}) select * from unnest({places})";
        foreach (var (place, column) in columns.Index())
        {
            Add(command, "@p" + place, column.ToArray(count));
        }

        await command.ExecuteNonQueryAsync(token);
    }

    public static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
