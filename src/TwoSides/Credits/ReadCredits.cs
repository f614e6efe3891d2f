using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel.Time;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Credits;

/// <summary>Reads the credits of a contract, with what they would have come to over the last twelve whole months.</summary>
internal sealed class ReadCredits(Db db, Tenant tenant, IClock clock, ReadCompanyFacts readFacts, MeasureCommitment measure)
{
    public const int Months = 12;

    private const int MonthsOfQuarter = 3;

    /// <exception cref="NotFound">There is no such contract, or the reader sees one provider alone.</exception>
    public async Task<CreditsView> RunAsync(Guid contractId, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var contract = facts.Contracts.FirstOrDefault(row => row.Id == contractId);
        if (contract is null || tenant.Scope is not null)
        {
            throw new NotFound();
        }

        var plan = await db.Set<CreditPlan>().AsNoTracking().Include(row => row.Rules)
            .SingleOrDefaultAsync(row => row.ContractId == contractId, token);
        var invoices = await db.Set<ProviderInvoice>().AsNoTracking().Where(row => row.ContractId == contractId).ToListAsync(token);
        var index = await db.Set<PriceIndex>().AsNoTracking().Include(row => row.Values)
            .SingleOrDefaultAsync(row => row.ContractId == contractId, token);
        var price = new ContractPrice(contract, index);
        var provider = facts.Providers.FirstOrDefault(row => row.Id == contract.ProviderId)?.Name ?? "";
        if (plan is null)
        {
            return new CreditsView(contract, provider, null, [], [], []);
        }

        var rules = plan.Rules.Select(row => (Row: row, Commitment: facts.Find(row.CommitmentId)))
            .Where(item => item.Commitment is not null).OrderBy(item => item.Commitment!.Name, StringComparer.Ordinal)
            .Select(item => new PlannedRule(item.Commitment!, item.Row.Rule)).ToList();
        var counts = new List<Dictionary<int, CreditCount>>();
        foreach (var rule in rules)
        {
            counts.Add(await CountAsync(facts, rule.Commitment, token));
        }

        var claims = await db.Set<CreditClaim>().AsNoTracking().Where(row => row.ContractId == contractId)
            .OrderByDescending(row => row.Month).ToListAsync(token);
        return new CreditsView(contract, provider, plan, rules, Simulate(plan.Terms, rules, counts, new AmountOfMonth(invoices, price)),
            claims);
    }

    private IReadOnlyList<SimulatedPeriod> Simulate(
        CreditTerms terms, IReadOnlyList<PlannedRule> rules, List<Dictionary<int, CreditCount>> counts, AmountOfMonth amounts)
    {
        var length = terms.Period == CreditPeriod.Quarter ? MonthsOfQuarter : 1;
        var periods = Enumerable.Range(0, Months / length).Select(at =>
            new MonthSpan(FirstMonth(terms.Period) + (at * length), length)).ToList();
        var sums = ComputeCredits.Run(terms, [.. rules.Select(rule => rule.Rule)],
        [
            .. periods.Select(period => new CreditBasis(
                Math.Max(0, period.Months.Sum(amounts.Of)),
                [.. counts.Select(months => period.Months.Select(month =>
                    months.GetValueOrDefault(month)).Aggregate(default(CreditCount), (sum, one) => sum.Add(one)))])),
        ]);
        return [.. periods.Zip(sums, (period, sum) =>
            new SimulatedPeriod(period, period.Months.Sum(amounts.Of), period.Months.All(amounts.IsInvoiced), sum))];
    }

    // Whole months, and whole quarters: what is not over yet has no rate.
    private int FirstMonth(CreditPeriod period)
    {
        var last = CurrentMonth - 1;
        var end = period == CreditPeriod.Month ? last : last - ((last + 1) % MonthsOfQuarter);
        return end - Months + 1;
    }

    public int CurrentMonth => MonthNumber.Of(clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly());

    private async Task<Dictionary<int, CreditCount>> CountAsync(CompanyFacts facts, CommitmentFacts commitment, CancellationToken token)
    {
        return commitment.IsClock
            ? CountForCredits.Of((await measure.RunAsync(commitment.Terms, facts.Stamp.Evidence, token)).Cases)
            : CountForCredits.Of(new JudgeOccurrences(facts, clock.GetCurrentInstant())
                .Run(commitment, CurrentMonth - Months - MonthsOfQuarter, CurrentMonth - 1));
    }
}

/// <summary>Everything that the page of a contract's credits shows.</summary>
/// <param name="Plan">Null while nobody has written one.</param>
internal sealed record CreditsView(
    Contract Contract, string Provider, CreditPlan? Plan, IReadOnlyList<PlannedRule> Rules, IReadOnlyList<SimulatedPeriod> Periods,
    IReadOnlyList<CreditClaim> Claims)
{
    public decimal Total => Periods.Sum(period => period.Sum.Total);
}

/// <summary>A rule with its commitment.</summary>
internal sealed record PlannedRule(CommitmentFacts Commitment, CreditRule Rule);

/// <summary>Months one after the other, the first by its number.</summary>
internal sealed record MonthSpan(int First, int Length)
{
    public IEnumerable<int> Months => Enumerable.Range(First, Length);
}

/// <summary>What a period would have come to.</summary>
/// <param name="Invoiced">In euros before tax: the invoices that were entered, and the contract's price for the months without one.</param>
/// <param name="IsInvoiced">Whether every month of it has an invoice.</param>
internal sealed record SimulatedPeriod(MonthSpan Span, decimal Invoiced, bool IsInvoiced, CreditSum Sum);
