using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Access.Sessions;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Access;

/// <summary>
/// Signs in whoever knows an account's address and password. It says yes or no, and takes as long to say no for an account that does not
/// exist, has no password yet or waits. Every wrong password counts, however many come at once.
/// </summary>
public sealed class SignInByPassword(UserManager<Account> accounts, IPasswordHasher<Account> hasher, OpenSession open, Db db, IClock clock)
{
    /// <summary>Wrong passwords in a row after which the account waits.</summary>
    public const int MaxTries = 5;

    public static readonly Duration Wait = Duration.FromMinutes(5);

    private static readonly Account _nobody = new();
    private static string? _nobodysPassword;

    public async Task<bool> RunAsync(string email, string password, bool stay, CancellationToken token)
    {
        _nobodysPassword ??= hasher.HashPassword(_nobody, Guid.CreateVersion7().ToString());
        var account = await accounts.FindByEmailAsync(email);
        if (account?.PasswordHash is null || await WaitsAsync(account.Id, token))
        {
            hasher.VerifyHashedPassword(_nobody, _nobodysPassword, password);
            await CountAsync(Guid.Empty, token);
            return false;
        }

        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await CountAsync(account.Id, token);
            return false;
        }

        // Of many tries at once the right one may not be the one too many.
        if (await WaitsAsync(account.Id, token))
        {
            return false;
        }

        await db.Users.Where(row => row.Id == account.Id && row.AccessFailedCount > 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.AccessFailedCount, 0), token);
        await open.RunAsync(account, stay, token);
        return true;
    }

    private async Task<bool> WaitsAsync(Guid accountId, CancellationToken token)
    {
        var until = await db.Users.Where(row => row.Id == accountId).Select(row => row.LockoutEnd).SingleOrDefaultAsync(token);
        return until > clock.GetCurrentInstant().ToDateTimeOffset();
    }

    // One statement, so that no try is lost between reading and writing.
    private Task<int> CountAsync(Guid accountId, CancellationToken token)
    {
        DateTimeOffset? until = (clock.GetCurrentInstant() + Wait).ToDateTimeOffset();
        return db.Users.Where(row => row.Id == accountId).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.LockoutEnd, row => row.AccessFailedCount + 1 >= MaxTries ? until : row.LockoutEnd)
                .SetProperty(row => row.AccessFailedCount, row => row.AccessFailedCount + 1 >= MaxTries ? 0 : row.AccessFailedCount + 1),
            token);
    }
}
