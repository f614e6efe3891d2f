using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Feeds;

/// <summary>Enters the company of a key as the person whose key it is, with what they may read there now.</summary>
internal sealed class EnterByKey(Db db, Tenant tenant)
{
    /// <returns>False when they no longer belong to the company.</returns>
    public async Task<bool> RunAsync(AccessKey key, CancellationToken token)
    {
        var member = await db.Memberships.AsNoTracking().Include(row => row.Company)
            .SingleOrDefaultAsync(row => row.AccountId == key.AccountId && row.CompanyId == key.CompanyId, token);
        if (member is null)
        {
            return false;
        }

        tenant.EnterAsMember(member.Company, member);
        return true;
    }
}
