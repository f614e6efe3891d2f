using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Links;

/// <summary>Makes, renews and revokes the current person's own key for a purpose: one works at a time.</summary>
public sealed class HoldAccessKey(Db db, Tenant tenant, IClock clock)
{
    /// <summary>The key that works; null when there is none.</summary>
    public async Task<AccessKey?> FindAsync(string purpose, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var own = await Own(purpose).AsNoTracking().OrderByDescending(row => row.MadeAt).FirstOrDefaultAsync(token);
        return own?.IsGood(now) == true ? own : null;
    }

    /// <summary>Makes a key; the one before ceases to work at that moment.</summary>
    /// <returns>Its secret, which nobody is shown again.</returns>
    public async Task<string> RunAsync(string purpose, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        await using var transaction = await db.BeginAloneAsync(token);
        var before = await Own(purpose).ToListAsync(token);
        before.ForEach(key => key.Revoke(now));
        var (made, secret) = AccessKey.Make(tenant.CompanyId, Person, purpose, now, until: null);
        db.Add(made);
        db.Record(before.Count == 0 ? "AccessKeyMade" : "AccessKeyRenewed", made.Ref, new { made.Purpose });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return secret;
    }

    /// <summary>Revokes the key, if there is one that works.</summary>
    public async Task RevokeAsync(string purpose, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        foreach (var key in await Own(purpose).ToListAsync(token))
        {
            key.Revoke(now);
            db.Record("AccessKeyRevoked", key.Ref, new { key.Purpose });
        }

        await db.SaveChangesAsync(token);
    }

    private Guid Person => tenant.AccountId ?? throw new NotFound();

    private IQueryable<AccessKey> Own(string purpose)
    {
        var person = Person;
        return db.Set<AccessKey>()
            .Where(row => row.CompanyId == tenant.CompanyId && row.AccountId == person && row.Purpose == purpose && row.RevokedAt == null);
    }
}
