using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Notices.Deposits;

/// <summary>A deposit link, with what came by it.</summary>
public sealed record DepositLinkRow(DepositLink Link, string Contract, int Files, Instant? LastAt);

/// <summary>Lists the deposit links of a contract, or of a provider, the newest first: one query.</summary>
internal sealed class ReadDepositLinks(Db db)
{
    private const int MostShown = 50;

    public async Task<IReadOnlyList<DepositLinkRow>> RunAsync(Guid? contractId, Guid? providerId, CancellationToken token) =>
        await (from link in db.Set<DepositLink>().AsNoTracking()
               join contract in db.Set<Contract>() on link.ContractId equals contract.Id
               where (contractId == null || link.ContractId == contractId) && (providerId == null || link.ProviderId == providerId)
               orderby link.MadeAt descending
               select new DepositLinkRow(
                   link,
                   contract.Title,
                   db.Set<DepositedFile>().Count(file => db.Set<Deposit>().Any(row => row.Id == file.DepositId && row.LinkId == link.Id)),
                   db.Set<Deposit>().Where(row => row.LinkId == link.Id).Max(row => (Instant?)row.At)))
            .Take(MostShown).ToListAsync(token);
}
