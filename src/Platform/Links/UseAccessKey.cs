using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Links;

/// <summary>
/// Finds the key of a secret, and notes that it was used. A key is found by letters that are no secret, then held against its hash.
/// </summary>
public sealed class UseAccessKey(Db db, IClock clock)
{
    /// <returns>Null for a secret that is cut, unknown, of another purpose, expired or revoked: nobody is told which.</returns>
    public async Task<AccessKey?> FindAsync(string purpose, string? secret, CancellationToken token)
    {
        if (secret is not { Length: AccessKey.SecretLength })
        {
            return null;
        }

        var prefix = secret[..AccessKey.PrefixLength];
        var key = await db.Set<AccessKey>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Prefix == prefix && row.Purpose == purpose, token);
        return key?.Opens(secret, clock.GetCurrentInstant()) == true ? key : null;
    }

    /// <summary>Revokes all keys of somebody who leaves a company: none works again should they come back.</summary>
    public Task<int> RevokeAsync(Guid accountId, Guid companyId, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        return db.Set<AccessKey>().Where(row => row.AccountId == accountId && row.CompanyId == companyId && row.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), token);
    }

    /// <summary>Notes the day of its use: written once a day, however often a calendar asks.</summary>
    public Task NoteAsync(AccessKey key, DateOnly today, CancellationToken token) => key.LastUsedOn >= today
        ? Task.CompletedTask
        : db.Set<AccessKey>().Where(row => row.Id == key.Id && (row.LastUsedOn == null || row.LastUsedOn < today))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedOn, today), token);
}
