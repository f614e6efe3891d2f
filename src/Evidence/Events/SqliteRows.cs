using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Pupitre.Evidence.Events;

/// <summary>
/// Inserts rows into SQLite by one statement that is prepared once. The driver's own commands look each parameter up by its name and box
/// its value again for every row, which costs more than the insert itself; half a million events have six million values.
/// </summary>
/// <remarks>SQLite is in the process: nothing is awaited. To be used inside a transaction, which holds the lock.</remarks>
internal static class SqliteRows
{
    /// <exception cref="SqliteException">The database refuses a row.</exception>
    public static void Insert(SqliteConnection connection, string sql, IReadOnlyList<Column> columns, int count)
    {
        var database = connection.Handle!;
        Check(database, raw.sqlite3_prepare_v2(database, sql, out var statement));
        using (statement)
        {
            Bind(database, statement, columns, 0, isFixed: true);
            for (var row = 0; row < count; row++)
            {
                Bind(database, statement, columns, row, isFixed: false);
                Check(database, raw.sqlite3_step(statement));
                Check(database, raw.sqlite3_reset(statement));
            }
        }
    }

    // What is bound stays bound until it is bound anew.
    private static void Bind(sqlite3 database, sqlite3_stmt statement, IReadOnlyList<Column> columns, int row, bool isFixed)
    {
        for (var place = 0; place < columns.Count; place++)
        {
            if (columns[place].IsFixed == isFixed)
            {
                Check(database, columns[place].Bind(statement, place + 1, row));
            }
        }
    }

    private static void Check(sqlite3 database, int answer)
    {
        if (answer is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(answer, database);
        }
    }
}
