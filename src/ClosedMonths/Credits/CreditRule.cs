using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pupitre.Kernel;

namespace Pupitre.ClosedMonths.Credits;

/// <summary>One step: below a rate, a share of what the rule has.</summary>
/// <param name="Below">A rate in percent: the step is reached by every rate below it, and not by the rate itself.</param>
/// <param name="Share">The share that is owed then, in percent of the rule's allocation.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CreditStep(decimal Below, decimal Share);

/// <summary>How often a commitment was kept, of the obligations that count for credits.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CreditCount(int Kept, int Base)
{
    public static CreditCount operator +(CreditCount left, CreditCount right) => new(left.Kept + right.Kept, left.Base + right.Base);

    /// <summary>Adds another count.</summary>
    public CreditCount Add(CreditCount other) => this + other;
}

/// <summary>
/// What a commitment that was not kept often enough costs its provider: in steps, or along a straight line. Rates are exact fractions, kept
/// over base, and never rounded before they are compared. Immutable.
/// </summary>
public sealed record CreditRule
{
    public const int MostSteps = 8;

    private const decimal Hundred = 100;

    /// <summary>Its part of what is at risk, in percent; above 0, at most 100.</summary>
    public required decimal Allocation { get; init; }

    /// <summary>From the mildest to the hardest: rates fall, shares rise. Empty for a straight line.</summary>
    public ImmutableArray<CreditStep> Steps { get; init; } = [];

    /// <summary>Of a straight line: the rate, in percent, at which nothing is owed.</summary>
    public decimal? NothingAt { get; init; }

    /// <summary>Of a straight line: the rate, in percent, at which all of the allocation is owed; below <see cref="NothingAt"/>.</summary>
    public decimal? AllAt { get; init; }

    /// <summary>Earn-back: a credit falls when the next period reaches this rate, in percent; null when none does.</summary>
    public decimal? EarnBackAt { get; init; }

    public bool IsLinear => Steps.IsEmpty;

    /// <exception cref="Refused">A figure is out of its range, or the steps are out of order; the field is named.</exception>
    public void Check()
    {
        if (Allocation is <= 0 or > Hundred)
        {
            throw new Refused(Texts.Credit_Allocation, nameof(Allocation));
        }

        if (EarnBackAt is < 0 or > Hundred)
        {
            throw new Refused(Texts.Credit_EarnBack, nameof(EarnBackAt));
        }

        if (!IsLinear)
        {
            CheckSteps();
        }
        else if (NothingAt is not ({ } nothing and > 0 and <= Hundred) || AllAt is not ({ } all and >= 0) || all >= nothing)
        {
            throw new Refused(Texts.Credit_Line, nameof(NothingAt));
        }
    }

    /// <summary>The share of the allocation that is owed, in percent, from 0 to 100; 0 where nothing counted.</summary>
    public decimal ShareOf(CreditCount count)
    {
        if (count.Base <= 0)
        {
            return 0;
        }

        if (IsLinear)
        {
            var (nothing, all) = (NothingAt!.Value, AllAt!.Value);
            return Math.Clamp(Hundred * ((nothing * count.Base) - (Hundred * count.Kept)) / ((nothing - all) * count.Base), 0, Hundred);
        }

        return Steps.Where(step => Hundred * count.Kept < step.Below * count.Base).Select(step => step.Share).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether a period's rate gives the credit of the one before back.</summary>
    public bool IsEarnedBackBy(CreditCount next) => EarnBackAt is { } at && next.Base > 0 && Hundred * next.Kept >= at * next.Base;

    private void CheckSteps()
    {
        var before = new CreditStep(Hundred, 0);
        foreach (var (place, step) in Steps.Index())
        {
            var isInOrder = place == 0 ? step.Below <= before.Below : step.Below < before.Below;
            if (!isInOrder || step.Below <= 0 || step.Share <= before.Share || step.Share > Hundred)
            {
                throw new Refused(Texts.Credit_Steps.With(place + 1), nameof(Steps));
            }

            before = step;
        }

        if (Steps.Length > MostSteps)
        {
            throw new Refused(Texts.Credit_TooManySteps.With(MostSteps), nameof(Steps));
        }
    }
}
