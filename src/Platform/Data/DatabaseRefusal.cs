using Microsoft.Data.Sqlite;
using Npgsql;

namespace Pupitre.Platform.Data;

/// <summary>
/// What the database refuses of a row, when two come at once or one does not fit: its rules are the last to speak, and what they say is an
/// answer to a person, not a defect.
/// </summary>
public static class DatabaseRefusal
{
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    /// <summary>Whether somebody else has just taken the key that <paramref name="problem"/> is about.</summary>
    public static bool IsTaken(Exception? problem) => problem switch
    {
        null => false,
        SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey or SqliteUnique } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => IsTaken(problem.InnerException),
    };

    /// <summary>Whether a text or a number is larger than its column. SQLite has no such rule.</summary>
    public static bool IsTooLong(Exception? problem) => problem switch
    {
        null => false,
        PostgresException { SqlState: PostgresErrorCodes.StringDataRightTruncation or PostgresErrorCodes.NumericValueOutOfRange } => true,
        _ => IsTooLong(problem.InnerException),
    };
}
