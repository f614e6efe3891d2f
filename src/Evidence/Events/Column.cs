using SQLitePCL;

namespace Pupitre.Evidence.Events;

/// <summary>A column of rows to insert.</summary>
internal abstract class Column(string name)
{
    public string Name => name;

    /// <summary>Whether all rows have the same value: it is given to the statement once.</summary>
    public virtual bool IsFixed => false;

    /// <summary>Gives the value of a row to a statement of SQLite, and returns what SQLite says of it.</summary>
    /// <param name="statement">The prepared statement.</param>
    /// <param name="place">Place of the parameter, from 1.</param>
    /// <param name="row">The row, from 0.</param>
    public abstract int Bind(sqlite3_stmt statement, int place, int row);

    public abstract Array ToArray(int count);

    public static Column Number(string name, Func<int, long> value) => new Column<long>(name, value, raw.sqlite3_bind_int64);

    public static Column Small(string name, Func<int, int> value) => new Column<int>(name, value, raw.sqlite3_bind_int);

    public static Column Small(string name, int value) => new FixedColumn<int>(name, value, raw.sqlite3_bind_int);

    public static Column Text(string name, Func<int, string> value) => new Column<string>(name, value, raw.sqlite3_bind_text);

    public static Column Bytes(string name, Func<int, byte[]?> value) => new Column<byte[]?>(name, value, BindBytes);

    public static Column Company(Guid company) => new FixedColumn<Guid>(
        "company_id", company, (statement, place, value) => raw.sqlite3_bind_text(statement, place, value.ToString().ToUpperInvariant()));

    private static int BindBytes(sqlite3_stmt statement, int place, byte[]? value) =>
        value is null ? raw.sqlite3_bind_null(statement, place) : raw.sqlite3_bind_blob(statement, place, value);
}

/// <summary>A column whose values differ.</summary>
internal sealed class Column<T>(string name, Func<int, T> value, Func<sqlite3_stmt, int, T, int> bind) : Column(name)
{
    public override int Bind(sqlite3_stmt statement, int place, int row) => bind(statement, place, value(row));

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

/// <summary>A column with one value in all rows.</summary>
internal sealed class FixedColumn<T>(string name, T value, Func<sqlite3_stmt, int, T, int> bind) : Column(name)
{
    public override bool IsFixed => true;

    public override int Bind(sqlite3_stmt statement, int place, int row) => bind(statement, place, value);

    public override Array ToArray(int count)
    {
        var rows = new T[count];
        Array.Fill(rows, value);
        return rows;
    }
}
