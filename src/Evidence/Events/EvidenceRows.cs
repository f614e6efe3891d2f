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

    /// <summary>Inserts rows given as columns; <paramref name="fixedColumns"/> have the same value in all rows.</summary>
    public async Task InsertAsync(string table, IReadOnlyList<Column> columns, int count, DbTransaction transaction, CancellationToken token)
    {
        if (count == 0)
        {
            return;
        }

        await using var command = Connection.CreateCommand();
        command.Transaction = transaction;
        var names = string.Join(", ", columns.Select(column => column.Name));
        if (_isPostgres)
        {
            command.CommandText = $"insert into {table} ({names}) select * from unnest({string.Join(", ", columns.Select((_, place) => "@p" + place))})";
            foreach (var (place, column) in columns.Index())
            {
                Add(command, "@p" + place, column.ToArray(count));
            }

            await command.ExecuteNonQueryAsync(token);
            return;
        }

        command.CommandText = $"insert into {table} ({names}) values ({string.Join(", ", columns.Select((_, place) => "@p" + place))})";
        InsertOneByOne((SqliteCommand)command, columns, count);
    }

    public static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }

    // SQLite is in the process: nothing is awaited, and 4,000 rows take some 50 ms.
    private static void InsertOneByOne(SqliteCommand command, IReadOnlyList<Column> columns, int count)
    {
        var parameters = columns.Select((column, place) => new SqliteParameter("@p" + place, column.Sqlite)).ToArray();
        command.Parameters.AddRange(parameters);
        command.Prepare();
        for (var row = 0; row < count; row++)
        {
            for (var place = 0; place < parameters.Length; place++)
            {
                parameters[place].Value = columns[place].At(row) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }
}

/// <summary>A column of rows to insert.</summary>
internal abstract class Column(string name, SqliteType sqlite)
{
    public string Name => name;

    public SqliteType Sqlite => sqlite;

    public abstract object? At(int row);

    public abstract Array ToArray(int count);

    public static Column Number(string name, Func<int, long> value) => new Column<long>(name, SqliteType.Integer, value);

    public static Column Small(string name, Func<int, int> value) => new Column<int>(name, SqliteType.Integer, value);

    public static Column Text(string name, Func<int, string> value) => new Column<string>(name, SqliteType.Text, value);

    public static Column Bytes(string name, Func<int, byte[]?> value) => new Column<byte[]?>(name, SqliteType.Blob, value);

    public static Column Company(Guid company, bool isPostgres) => isPostgres
        ? new Column<Guid>("company_id", SqliteType.Text, _ => company)
        : Text("company_id", Fixed(company.ToString().ToUpperInvariant()));

    private static Func<int, string> Fixed(string value) => _ => value;
}

internal sealed class Column<T>(string name, SqliteType sqlite, Func<int, T> value) : Column(name, sqlite)
{
    public override object? At(int row) => value(row);

    public override Array ToArray(int count)
    {
        var rows = new T[count];
        for (var row = 0; row < count; row++)
        {
            rows[row] = value(row);
        }

        return rows;
    }
}
