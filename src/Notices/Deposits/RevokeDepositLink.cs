using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Notices.Deposits;

/// <summary>Revokes a deposit link: none of its secrets works any more. What came by it stays.</summary>
internal sealed class RevokeDepositLink(Db db, Tenant tenant, UseLink links, IClock clock)
{
    /// <exception cref="NotFound">The contract has no such link.</exception>
    public async Task RunAsync(Guid contractId, Guid id, CancellationToken token)
    {
        var link = await db.Set<DepositLink>().SingleOrDefaultAsync(row => row.Id == id && row.ContractId == contractId, token)
            ?? throw new NotFound();
        if (link.RevokedAt is not null)
        {
            return;
        }

        var title = await db.Set<Contract>().Where(row => row.Id == contractId).Select(row => row.Title).SingleAsync(token);
        link.Revoke(clock.GetCurrentInstant());
        await links.RevokeAsync(DepositLink.Purpose, link.Ref, tenant.CompanyId, token);
        db.Record("DepositLinkRevoked", link.Ref, new { link.ContractId, Title = title, By = link.PersonName });
        await db.SaveChangesAsync(token);
    }
}
