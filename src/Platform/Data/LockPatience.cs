using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Pupitre.Platform.Data;

/// <summary>
/// Changes a table of the shared database while other nodes work on it. Waiting for it without end would make everybody else wait behind:
/// it gives up after a moment, lets them through, and tries again.
/// </summary>
internal static class LockPatience
{
    private const int Tries = 60;

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    public static async Task RunAsync(Db db, Func<Task> act, CancellationToken token)
    {
        await db.Database.OpenConnectionAsync(token);
        try
        {
            await db.Database.ExecuteSqlRawAsync("set lock_timeout = '2s'", token);
            for (var tried = 1; ; tried++)
            {
                try
                {
                    await act();
                    return;
                }
                catch (PostgresException busy) when (tried < Tries && busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
                {
                    await Task.Delay(_pause, token);
                }
            }
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("reset lock_timeout", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }
}
