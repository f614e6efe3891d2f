using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Time;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Credits;

/// <summary>Reads the invoices of a contract month by month, each beside what it should have been: three queries.</summary>
internal sealed class ReadInvoices(Db db, Tenant tenant, IClock clock)
{
    public const int PageSize = 24;

    private const int MonthsShown = 12;

    /// <exception cref="NotFound">There is no such contract, or the reader sees one provider alone.</exception>
    public async Task<InvoicesView> RunAsync(Guid contractId, CancellationToken token)
    {
        var contract = tenant.Scope is not null ? null
            : await db.Set<Contract>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == contractId, token);
        if (contract is null)
        {
            throw new NotFound();
        }

        var invoices = (await db.Set<ProviderInvoice>().AsNoTracking().Where(row => row.ContractId == contractId).OrderBy(row => row.Date)
            .ToListAsync(token)).ToLookup(row => row.Month);
        var index = await db.Set<PriceIndex>().AsNoTracking().Include(row => row.Values)
            .SingleOrDefaultAsync(row => row.ContractId == contractId, token);
        var price = new ContractPrice(contract, index);
        var current = MonthNumber.Of(clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly());
        var first = invoices.Select(group => group.Key).Append(current - MonthsShown + 1).Min();
        return new InvoicesView(contract, index, price, current,
        [
            .. Enumerable.Range(first, current - first + 1).Reverse().Select(month => new InvoicedMonth(
                month, [.. invoices[month]], price.In(month), price.Revision(month))),
        ]);
    }
}

/// <summary>The invoices of a contract.</summary>
internal sealed record InvoicesView(Contract Contract, PriceIndex? Index, ContractPrice Price, int CurrentMonth,
    IReadOnlyList<InvoicedMonth> Months)
{
    /// <summary>Those whose invoices are not what they should be.</summary>
    public IReadOnlyList<InvoicedMonth> Differing => [.. Months.Where(month => month.Difference is { } difference && difference != 0)];
}

/// <summary>A month with its invoices.</summary>
/// <param name="Expected">What it should be invoiced at, in euros before tax; null when that is not known.</param>
/// <param name="Revision">The value of the index that it follows; null when it follows none.</param>
internal sealed record InvoicedMonth(int Month, IReadOnlyList<ProviderInvoice> Invoices, decimal? Expected, PriceIndexValue? Revision)
{
    public decimal? Invoiced => Invoices.Count == 0 ? null : Invoices.Sum(row => row.Amount);

    /// <summary>What was invoiced beyond what it should be; null where one of both is not known.</summary>
    public decimal? Difference => Invoiced - Expected;
}
