using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Pupitre.ClosedMonths.Credits;

/// <summary>What a period is computed from.</summary>
/// <param name="Invoice">What was invoiced for it, in euros before tax; zero or more.</param>
/// <param name="Counts">One for each rule, in their order.</param>
public sealed record CreditBasis(decimal Invoice, ImmutableArray<CreditCount> Counts);

/// <summary>What one rule comes to in a period.</summary>
/// <param name="Count">How often the commitment was kept.</param>
/// <param name="Share">The share of its allocation that is owed, in percent.</param>
/// <param name="Amount">In euros, to the cent; before the cap.</param>
/// <param name="IsEarnedBack">The next period gave it back: it is not in the sum.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CreditLine(CreditCount Count, decimal Share, decimal Amount, bool IsEarnedBack);

/// <summary>What a period comes to.</summary>
/// <param name="Lines">One for each rule, in their order.</param>
/// <param name="Sum">The lines that were not earned back.</param>
/// <param name="Cap">The most that it may come to.</param>
/// <param name="Total">The lesser of both.</param>
public sealed record CreditSum(ImmutableArray<CreditLine> Lines, decimal Sum, decimal Cap, decimal Total)
{
    public bool IsCapped => Sum > Cap;
}

/// <summary>
/// Computes service credits, exactly: amounts are decimals, a line is rounded to the cent once, halves away from zero, and the cap is cut
/// down to the cent. Pure; time is linear in periods and rules.
/// </summary>
/// <remarks>
/// line = invoice × at risk × allocation × share, each of the last three a percentage. What is earned back leaves the sum before the cap is
/// applied; the last period cannot be earned back yet.
/// </remarks>
public static class ComputeCredits
{
    private const decimal Hundred = 100;
    private const int Cents = 2;

    /// <param name="terms">What the contract says; checked by <see cref="CreditTerms.Check"/> before.</param>
    /// <param name="rules">One for each commitment.</param>
    /// <param name="periods">One after the other, without gaps, the oldest first.</param>
    /// <returns>As many as there are periods.</returns>
    public static IReadOnlyList<CreditSum> Run(CreditTerms terms, IReadOnlyList<CreditRule> rules, IReadOnlyList<CreditBasis> periods) =>
        [.. periods.Select((period, at) => Of(terms, rules, period, at + 1 < periods.Count ? periods[at + 1] : null))];

    private static CreditSum Of(CreditTerms terms, IReadOnlyList<CreditRule> rules, CreditBasis period, CreditBasis? next)
    {
        var atRisk = period.Invoice * terms.AtRiskPercent / Hundred;
        var lines = ImmutableArray.CreateBuilder<CreditLine>(rules.Count);
        for (var at = 0; at < rules.Count; at++)
        {
            var share = rules[at].ShareOf(period.Counts[at]);
            var amount = Math.Round(atRisk * rules[at].Allocation / Hundred * share / Hundred, Cents, MidpointRounding.AwayFromZero);
            lines.Add(new CreditLine(period.Counts[at], share, amount, amount > 0 && next is not null
                && rules[at].IsEarnedBackBy(next.Counts[at])));
        }

        var sum = lines.Where(line => !line.IsEarnedBack).Sum(line => line.Amount);
        var cap = Math.Round(atRisk, Cents, MidpointRounding.ToZero);
        return new CreditSum(lines.MoveToImmutable(), sum, cap, Math.Min(sum, cap));
    }
}
