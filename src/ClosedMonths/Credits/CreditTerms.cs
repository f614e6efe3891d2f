using Pupitre.Kernel;

namespace Pupitre.ClosedMonths.Credits;

/// <summary>Over what a credit is counted.</summary>
public enum CreditPeriod
{
    Month,

    /// <summary>January to March, and so on.</summary>
    Quarter,
}

/// <summary>What a contract says of credits as a whole.</summary>
/// <param name="Period">Over what they are counted.</param>
/// <param name="AtRiskPercent">
/// The most that a period's credits may come to, in percent of its invoices before tax; above 0, at most 100.
/// </param>
/// <param name="PoolPercent">
/// How much the rules may share out in all, in percent of what is at risk: 100 when they divide it, up to 300 when together they may
/// come to more than is at risk, and the cap decides.
/// </param>
public sealed record CreditTerms(CreditPeriod Period, decimal AtRiskPercent, decimal PoolPercent)
{
    public const decimal MostPool = 300;

    private const decimal Hundred = 100;

    /// <summary>Checks the terms and that the rules do not share out more than the pool.</summary>
    /// <exception cref="Refused">A figure is out of its range; the field is named.</exception>
    public void Check(IReadOnlyCollection<CreditRule> rules)
    {
        if (AtRiskPercent is <= 0 or > Hundred)
        {
            throw new Refused(Texts.Credit_AtRisk, nameof(AtRiskPercent));
        }

        if (PoolPercent is < Hundred or > MostPool)
        {
            throw new Refused(Texts.Credit_Pool.With(MostPool), nameof(PoolPercent));
        }

        foreach (var rule in rules)
        {
            rule.Check();
        }

        if (rules.Sum(rule => rule.Allocation) is var shared && shared > PoolPercent)
        {
            throw new Refused(Texts.Credit_PoolExceeded.With(shared, PoolPercent), nameof(PoolPercent));
        }
    }
}
