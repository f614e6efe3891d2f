using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Pupitre.Evidence.Events;

/// <summary>
/// The columns of whole numbers of the row that a reader stands on. Over half a million rows of nine columns the driver of SQLite spends
/// more on guarding the handle of its statement, once per value, than SQLite on the values: here the handle is taken once.
/// </summary>
/// <remarks>To be used between two reads of a reader that stays open meanwhile; columns must hold whole numbers and no nulls.</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct WholeNumbers(DbDataReader reader)
{
    private readonly nint _statement = (reader as SqliteDataReader)?.Handle?.DangerousGetHandle() ?? 0;

    public long Long(int column) => _statement == 0 ? reader.GetInt64(column) : Column(_statement, column);

    public int Int(int column) => _statement == 0 ? reader.GetInt32(column) : checked((int)Column(_statement, column));

    // A few nanoseconds on the row at hand, no callback and nothing to wait for: so the garbage collector need not be told.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_column_int64", ExactSpelling = true)]
    [SuppressGCTransition]
    private static extern long Column(nint statement, int column);
}
