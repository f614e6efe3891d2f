using Microsoft.EntityFrameworkCore;
using Pupitre.ClosedMonths.Credits;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;
using Pupitre.TwoSides.Credits;

namespace Pupitre.TwoSides.Statements;

/// <summary>Writes down what the credits of a month are computed from; nothing where none are claimed, or a quarter is not over.</summary>
internal sealed class StateCredits(Db db, ReadClosed readClosed, Tenant tenant)
{
    private const int MonthsOfQuarter = 3;

    public async Task<StatedCredits?> RunAsync(Contract contract, int month, CancellationToken token)
    {
        var plan = await db.Set<CreditPlan>().AsNoTracking().Include(row => row.Rules)
            .SingleOrDefaultAsync(row => row.ContractId == contract.Id && row.FirstMonth != null && row.FirstMonth <= month, token);
        if (plan is null || (plan.Period == CreditPeriod.Quarter && (month + 1) % MonthsOfQuarter != 0))
        {
            return null;
        }

        var first = Math.Max(plan.FirstMonth!.Value, plan.Period == CreditPeriod.Quarter ? month - MonthsOfQuarter + 1 : month);
        var earlier = await EarlierAsync(contract.Id, first, month, token);
        return new StatedCredits(plan.Terms, await InvoicedAsync(contract, first, month, token),
        [
            .. plan.Rules.OrderBy(row => row.CommitmentId).Select(row => new StatedCreditRule(row.CommitmentId, row.Rule,
                earlier.Select(closed => JudgeCredits.CountOf(row.CommitmentId, closed.Statement, closed.Results.Commitments, tenant.Zone))
                    .Aggregate(default(CreditCount), (sum, one) => sum.Add(one)))),
        ]);
    }

    private async Task<decimal> InvoicedAsync(Contract contract, int first, int month, CancellationToken token)
    {
        var invoices = await db.Set<ProviderInvoice>().AsNoTracking()
            .Where(row => row.ContractId == contract.Id && row.Month >= first && row.Month <= month).ToListAsync(token);
        var index = await db.Set<PriceIndex>().AsNoTracking().Include(row => row.Values)
            .SingleOrDefaultAsync(row => row.ContractId == contract.Id, token);
        var amounts = new AmountOfMonth(invoices, new ContractPrice(contract, index));
        return Math.Max(0, Enumerable.Range(first, month - first + 1).Sum(amounts.Of));
    }

    // The statements of the months themselves: a correction counts what they counted, once more.
    private async Task<IReadOnlyList<ClosedStatement>> EarlierAsync(Guid contractId, int first, int month, CancellationToken token)
    {
        var hashes = await db.Set<MonthStatement>().AsNoTracking()
            .Where(row => row.ContractId == contractId && row.Number == 0 && row.Month >= first && row.Month < month && row.Hash != null)
            .OrderBy(row => row.Month).Select(row => row.Hash!).ToListAsync(token);
        var closed = new List<ClosedStatement>();
        foreach (var hash in hashes)
        {
            closed.Add(await readClosed.RunAsync(hash, token));
        }

        return closed;
    }
}
