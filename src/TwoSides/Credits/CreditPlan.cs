using System.Collections.Immutable;
using NodaTime;
using Pupitre.ClosedMonths.Credits;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Credits;

/// <summary>
/// What a contract says of service credits (avoirs): what is at risk, and a rule for each commitment. It is only simulated until somebody
/// says from which month on credits are claimed. It is the company's own, and no provider's reader sees it.
/// </summary>
public sealed class CreditPlan : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a plan in the history.</summary>
    public const string Kind = "credit-plan";

    private readonly List<CreditPlanRule> _rules = [];

    private CreditPlan()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public Guid ContractId { get; private init; }

    public CreditPeriod Period { get; private set; }

    /// <summary>In percent of the invoices of a period.</summary>
    public decimal AtRiskPercent { get; private set; }

    /// <summary>In percent of what is at risk.</summary>
    public decimal PoolPercent { get; private set; }

    /// <summary>The first month for which credits are claimed; null while they are only simulated.</summary>
    public int? FirstMonth { get; private set; }

    public Instant ChangedAt { get; private set; }

    public IReadOnlyList<CreditPlanRule> Rules => _rules;

    public CreditTerms Terms => new(Period, AtRiskPercent, PoolPercent);

    public SubjectRef Ref => new(Kind, Id);

    internal static CreditPlan Create(Guid contractId) => new() { ContractId = contractId };

    internal void Say(CreditTerms terms, IReadOnlyDictionary<Guid, CreditRule> rules, Instant now)
    {
        (Period, AtRiskPercent, PoolPercent, ChangedAt) = (terms.Period, terms.AtRiskPercent, terms.PoolPercent, now);
        _rules.RemoveAll(row => !rules.ContainsKey(row.CommitmentId));
        foreach (var (commitment, rule) in rules)
        {
            var row = _rules.Find(known => known.CommitmentId == commitment);
            if (row is null)
            {
                _rules.Add(row = CreditPlanRule.Create(Id, commitment));
            }

            row.Say(rule);
        }
    }

    internal void ClaimFrom(int? month, Instant now) => (FirstMonth, ChangedAt) = (month, now);
}

/// <summary>The rule of one commitment.</summary>
public sealed class CreditPlanRule : ICompanyOwned
{
    public const int MaxStepsLength = 200;

    private CreditPlanRule()
    {
    }

    public Guid PlanId { get; private init; }

    public Guid CommitmentId { get; private init; }

    public Guid CompanyId { get; private init; }

    public decimal Allocation { get; private set; }

    /// <summary>As <see cref="StepsText"/> writes them; empty for a straight line.</summary>
    public string Steps { get; private set; } = "";

    public decimal? NothingAt { get; private set; }

    public decimal? AllAt { get; private set; }

    public decimal? EarnBackAt { get; private set; }

    public CreditRule Rule => new()
    {
        Allocation = Allocation,
        Steps = StepsText.Parse(Steps) ?? [],
        NothingAt = NothingAt,
        AllAt = AllAt,
        EarnBackAt = EarnBackAt,
    };

    internal static CreditPlanRule Create(Guid planId, Guid commitmentId) => new() { PlanId = planId, CommitmentId = commitmentId };

    internal void Say(CreditRule rule) => (Allocation, Steps, NothingAt, AllAt, EarnBackAt) =
        (rule.Allocation, StepsText.Write(rule.Steps), rule.NothingAt, rule.AllAt, rule.EarnBackAt);
}
