using System.Collections.Immutable;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>A step that every monthly cycle should take.</summary>
/// <param name="Activity">Its exact name.</param>
/// <param name="Due">The instant until which it should have happened, for the month of the cycle.</param>
public sealed record PlannedStep(string Activity, Func<YearMonth, Instant> Due);

/// <summary>
/// Monthly work as planned beside as it went: each case is one cycle (a month's payroll, a month's books), each planned step is late, in time,
/// still to come or missing. A cycle passed at the first go when every planned step happened in it exactly once (first-pass yield, in the sense of
/// "done right the first time").
/// </summary>
/// <param name="Basis">What the figures stand on.</param>
/// <param name="Cycles">The cycles, by month, then in the order of the log.</param>
public sealed record PlannedCycles(Basis Basis, ImmutableArray<PlannedCycle> Cycles)
{
    /// <summary>Cycles in which every planned step happened, once, of the cycles in which every planned step happened; null when there are none.</summary>
    public double? FirstPassYield => Cycles.Count(cycle => cycle.IsComplete) is > 0 and var complete ? (double)Cycles.Count(cycle => cycle.IsFirstPass) / complete : null;

    /// <param name="view">The cases, one per cycle.</param>
    /// <param name="steps">What is planned.</param>
    /// <param name="monthOf">The month that a case, given by its number, is the cycle of.</param>
    /// <param name="asOf">Now: a step that has not happened is missing once its due instant has passed.</param>
    public static PlannedCycles Of(LogView view, IReadOnlyList<PlannedStep> steps, Func<int, YearMonth> monthOf, Instant asOf)
    {
        int[] activities = [.. steps.Select(step => view.Log.Activities.NumberOf(step.Activity))];
        var cycles = new List<PlannedCycle>();
        for (var i = 0; i < view.CaseCount; i++)
        {
            var number = view.CaseAt(i);
            var month = monthOf(number);
            cycles.Add(new(number, month, [.. steps.Select((step, place) => Actual(view, number, activities[place], step, step.Due(month), asOf))]));
        }

        return new(view.Basis, [.. cycles.OrderBy(cycle => cycle.Month)]);
    }

    private static CycleStep Actual(LogView view, int number, int activity, PlannedStep step, Instant due, Instant asOf)
    {
        var (times, first) = (0, (Instant?)null);
        foreach (var item in view.EventsOf(number))
        {
            if (view.Log.EventActivities[item] == activity)
            {
                first ??= Instant.FromUnixTimeTicks(view.Log.EventTicks[item]);
                times++;
            }
        }

        return new(step.Activity, due, first, times, IsMissing: first is null && asOf > due);
    }
}

/// <summary>One cycle.</summary>
/// <param name="Case">Number of its case in the log.</param>
/// <param name="Month">Its month.</param>
/// <param name="Steps">The planned steps, in the order of the plan.</param>
public sealed record PlannedCycle(int Case, YearMonth Month, ImmutableArray<CycleStep> Steps)
{
    /// <summary>Every planned step happened.</summary>
    public bool IsComplete => Steps.All(step => step.Times > 0);

    /// <summary>Every planned step happened exactly once.</summary>
    public bool IsFirstPass => Steps.All(step => step.Times == 1);
}

/// <summary>A planned step as it went.</summary>
/// <param name="Activity">Its name.</param>
/// <param name="Due">Until when it should have happened.</param>
/// <param name="Actual">When it first happened, or null.</param>
/// <param name="Times">How often it happened.</param>
/// <param name="IsMissing">It has not happened, and should have.</param>
public sealed record CycleStep(string Activity, Instant Due, Instant? Actual, int Times, bool IsMissing)
{
    /// <summary>How much after the due instant it happened: negative when before, null when it has not happened.</summary>
    public Duration? Late => Actual - Due;
}
