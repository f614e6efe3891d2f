using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;
using Pupitre.TwoSides.Credits;

namespace Pupitre.TwoSides.Sides;

/// <summary>A credit that is claimed from a provider, with the contract that it stands on.</summary>
public sealed record SideCredit(CreditClaim Claim, string Contract);

/// <summary>Reads the credits that are claimed from one provider, the newest first; what the company gave up is not among them.</summary>
internal sealed class ReadSideCredits(Db db)
{
    private const int Most = 24;

    public async Task<IReadOnlyList<SideCredit>> RunAsync(Guid providerId, CancellationToken token) =>
    [
        .. (await (from claim in db.Set<CreditClaim>().AsNoTracking()
                   join contract in db.Set<Contract>() on claim.ContractId equals contract.Id
                   where contract.ProviderId == providerId && claim.GivenUpAt == null
                   orderby claim.Month descending
                   select new { claim, contract.Title }).Take(Most).ToListAsync(token)).Select(row => new SideCredit(row.claim, row.Title)),
    ];
}
