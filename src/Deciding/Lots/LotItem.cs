using System.Runtime.InteropServices;

namespace Pupitre.Deciding.Lots;

/// <summary>How a process comes in the order, from the quickest to win to the heaviest.</summary>
public enum LotKind
{
    /// <summary>Few days, little risk, and something is known to be won.</summary>
    QuickWin,

    Middle,

    /// <summary>Many days, or much risk.</summary>
    Heavy,
}

/// <summary>One process to move, as far as the order is concerned.</summary>
/// <param name="Value">Euros of a year that would be won; negative where it costs more, null for unknown.</param>
/// <param name="Days">Days of work to move it, 1 to <see cref="MaxDays"/>.</param>
/// <param name="Risk">Points from 0 to 100.</param>
public sealed record LotItem(decimal? Value, int Days, int Risk)
{
    public const int MaxDays = 2_000;
    public const int MaxRisk = 100;

    /// <summary>Most days of a quick win.</summary>
    public const int QuickDays = 8;

    /// <summary>Days from which it is heavy.</summary>
    public const int HeavyDays = 20;

    /// <summary>Points of risk from which nothing is a quick win.</summary>
    public const int SomeRisk = 50;

    /// <summary>Points of risk from which it is heavy.</summary>
    public const int MuchRisk = 70;

    /// <summary>Month in which it has to start, from 0; null for any.</summary>
    public int? Fixed { get; init; }

    /// <summary>Month before which it may not start, from 0; null for none.</summary>
    public int? NotBefore { get; init; }

    /// <summary>Place that somebody gave it by hand, smaller first; null for none. What has one goes before what has none.</summary>
    public int? Place { get; init; }

    public LotKind Kind =>
        Days >= HeavyDays || Risk >= MuchRisk ? LotKind.Heavy
        : Days <= QuickDays && Risk < SomeRisk && Value > 0 ? LotKind.QuickWin
        : LotKind.Middle;

    /// <summary>Euros a year for each day of work, halved at the most risk: what the order compares within a kind.</summary>
    public decimal? Worth => Value is { } value ? value / Days * (1 - (Risk / (2m * MaxRisk))) : null;
}

/// <summary>That one process has to be moved before another.</summary>
/// <param name="First">Number of the one.</param>
/// <param name="Then">Number of the other.</param>
/// <param name="IsTyped">Somebody said so; else it is a link of the map, which gives way first where they make a circle.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LotBefore(int First, int Then, bool IsTyped);

/// <summary>What the company can do at a time.</summary>
/// <param name="DaysAMonth">Days of work a month for all lots, 1 to <see cref="MaxDaysAMonth"/>.</param>
/// <param name="AtOnce">Processes that are worked on in the same month, 1 to <see cref="MaxAtOnce"/>.</param>
public sealed record LotCapacity(int DaysAMonth, int AtOnce)
{
    public const int MaxDaysAMonth = 500;
    public const int MaxAtOnce = 100;

    /// <summary>What stands until somebody says better: a day a week or so, two at once.</summary>
    public static readonly LotCapacity Usual = new(6, 2);
}
