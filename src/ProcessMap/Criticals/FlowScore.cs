using System.Runtime.InteropServices;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;

namespace Pupitre.ProcessMap.Criticals;

/// <summary>What makes a flow critical, in the order in which it is explained.</summary>
public enum FlowCriterion
{
    Criticality,
    Deadline,
    Dependency,
    ErrorCost,
    Volume,
    Target,
}

/// <summary>What is known of a process, as far as it counts for the ranking; null is unknown.</summary>
/// <param name="HasDeadline">Whether the law sets a deadline; null where nobody said.</param>
/// <param name="ErrorsAYear">Euros of the errors of a year.</param>
public sealed record FlowFacts(
    Criticality Criticality, bool? HasDeadline, Dependency Dependency, decimal? ErrorsAYear,
    int? YearlyVolume, bool HasTarget);

/// <summary>What one criterion adds.</summary>
/// <param name="Points">Null for unknown: anything from 0 to <paramref name="Most"/>.</param>
/// <param name="Most">Points at most.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FlowPoints(FlowCriterion Criterion, int? Points, int Most);

/// <summary>
/// How critical a process is, from 0 to 100 points, each explained. What stops the company weighs most (35), then what the law wants by
/// a day, what hangs on one person and what errors cost (15 each), how often it comes round, and that no target is published (10 each).
/// The steps of volume and of errors are roughly a factor of five apart: estimates of a company are no finer. An unknown criterion makes
/// a range and is never taken for nothing.
/// </summary>
/// <param name="Parts">A part for each criterion, in the order of <see cref="FlowCriterion"/>.</param>
public sealed record FlowScore(IReadOnlyList<FlowPoints> Parts)
{
    /// <summary>Points from which a flow is called critical.</summary>
    public const int CriticalFrom = 50;

    /// <summary>Points of what is known: it is at least this.</summary>
    public int Known => Parts.Sum(part => part.Points ?? 0);

    /// <summary>Points if every unknown were at its worst: it is at most this.</summary>
    public int AtMost => Parts.Sum(part => part.Points ?? part.Most);

    public bool IsCritical => Known >= CriticalFrom;

    /// <summary>What is unknown decides whether it is critical.</summary>
    public bool MayBeCritical => !IsCritical && AtMost >= CriticalFrom;

    public int? this[FlowCriterion criterion] => Parts[(int)criterion].Points;

    public static FlowScore Of(FlowFacts facts) => new(
    [
        new(FlowCriterion.Criticality, OfCriticality(facts.Criticality), 35),
        new(FlowCriterion.Deadline, facts.HasDeadline switch { true => 15, false => 0, null => null }, 15),
        new(FlowCriterion.Dependency, facts.Dependency switch { Dependency.Unknown => null, Dependency.Shared => 0, _ => 15 }, 15),
        new(FlowCriterion.ErrorCost, facts.ErrorsAYear is { } errors ? OfErrors(errors) : null, 15),
        new(FlowCriterion.Volume, facts.YearlyVolume is { } volume ? OfVolume(volume) : null, 10),
        new(FlowCriterion.Target, facts.HasTarget ? 0 : 10, 10),
    ]);

    private static int OfCriticality(Criticality criticality) =>
        criticality switch { Criticality.Vital => 35, Criticality.High => 22, Criticality.Normal => 10, _ => 0 };

    private static int OfErrors(decimal euros) => euros switch { >= 20_000 => 15, >= 5_000 => 12, >= 1_000 => 8, >= 200 => 4, _ => 0 };

    private static int OfVolume(int units) => units switch { >= 5_000 => 10, >= 1_000 => 8, >= 250 => 6, >= 52 => 4, >= 12 => 2, _ => 0 };
}
