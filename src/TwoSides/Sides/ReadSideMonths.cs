using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;
using Pupitre.TwoSides.Statements;

namespace Pupitre.TwoSides.Sides;

/// <summary>A closed month of one of a provider's contracts.</summary>
public sealed record SideMonth(MonthStatement Month, string Contract);

/// <summary>Reads the closed months of one provider's contracts, the newest first.</summary>
internal sealed class ReadSideMonths(Db db)
{
    private const int Most = 60;

    public async Task<IReadOnlyList<SideMonth>> RunAsync(Guid providerId, CancellationToken token) =>
    [
        .. (await (from month in Of(providerId)
                   join contract in db.Set<Contract>() on month.ContractId equals contract.Id
                   orderby month.Month descending, contract.Title, month.Number descending
                   select new { month, contract.Title }).Take(Most).ToListAsync(token)).Select(row => new SideMonth(row.month, row.Title)),
    ];

    /// <summary>One of them; null when it is another provider's, or not closed.</summary>
    public async Task<MonthStatement?> OneAsync(Guid providerId, Guid id, CancellationToken token) =>
        await Of(providerId).SingleOrDefaultAsync(row => row.Id == id, token);

    private IQueryable<MonthStatement> Of(Guid providerId) => db.Set<MonthStatement>().AsNoTracking()
        .Where(row => row.Hash != null)
        .Where(row => db.Set<Contract>().Any(contract => contract.Id == row.ContractId && contract.ProviderId == providerId));
}
