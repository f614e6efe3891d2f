using Microsoft.Data.Sqlite;
using Npgsql;

namespace Pupitre.Platform.Data;

/// <summary>
/// Knows a full disk by whatever says so: the file system, SQLite or PostgreSQL. It is no defect and no refusal: what was being done
/// was undone, and the person is told to make room.
/// </summary>
public static class DiskFull
{
    private const int SqliteFull = 13;

    /// <summary>Whether <paramref name="problem"/>, or what caused it, is a full disk.</summary>
    public static bool Is(Exception? problem) => problem switch
    {
        null => false,
        IOException io when IsFull(io) => true,
        SqliteException { SqliteErrorCode: SqliteFull } => true,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        _ => Is(problem.InnerException),
    };

    // ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows, ENOSPC and EDQUOT elsewhere: the same numbers mean other things there.
    private static bool IsFull(IOException problem) => OperatingSystem.IsWindows() ? (problem.HResult & 0xFFFF) is 112 or 39 : problem.HResult is 28 or 122;
}
