using System.Globalization;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Mining;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Flows.Cycles;

/// <summary>
/// The last twelve months of a monthly process: each month is a cycle, each commitment with a monthly due date a step of it, planned for
/// that date and done when its proofs say so.
/// </summary>
/// <param name="Steps">The commitments, those due first in the month first.</param>
/// <param name="Months">Newest first, each with what became of its due dates.</param>
/// <param name="Planned">The same as cycles.</param>
internal sealed record FlowCycles(IReadOnlyList<CommitmentFacts> Steps, IReadOnlyList<CycleMonth> Months, PlannedCycles Planned)
{
    public const int MonthsShown = 12;

    /// <summary>Cycles of which every step happened.</summary>
    public IReadOnlyList<PlannedCycle> Complete => [.. Planned.Cycles.Where(cycle => cycle.IsComplete)];

    /// <summary>Complete cycles of which every step happened once and by its date.</summary>
    public int InTime => Complete.Count(cycle => cycle.Steps.All(step => step.Late <= Duration.Zero));

    public static FlowCycles Of(CompanyFacts facts, Guid processId, Instant now)
    {
        var last = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        var judge = new JudgeOccurrences(facts, now);
        var steps = facts.Commitments.Where(commitment => commitment.Row.ProcessId == processId && IsMonthly(commitment)).ToList();
        var items = steps.SelectMany(step => judge.Run(step, last - MonthsShown + 1, last)).ToList();
        var ordered = steps.OrderBy(step => items.Where(item => item.Commitment == step).Select(item => item.Occurrence.DueDate).DefaultIfEmpty(DateOnly.MaxValue).Max()).ToList();
        var planned = Plan(ordered, items, facts.Zone, now);
        var cycles = planned.Cycles.ToDictionary(cycle => MonthNumber.Of(cycle.Month));
        var months = items.GroupBy(item => item.Month).OrderByDescending(month => month.Key).Select(month => new CycleMonth(month.Key, [.. month], cycles.GetValueOrDefault(month.Key)));
        return new FlowCycles(ordered, [.. months], planned);
    }

    /// <summary>Processes that have such a cycle.</summary>
    public static IReadOnlySet<Guid> ProcessesOf(CompanyFacts facts) => facts.Commitments.Where(IsMonthly).Select(commitment => commitment.Row.ProcessId).ToHashSet();

    private static bool IsMonthly(CommitmentFacts commitment) => commitment.Schedules[^1]?.Rule.Every == PeriodLength.Month;

    private static PlannedCycles Plan(IReadOnlyList<CommitmentFacts> steps, IReadOnlyList<JudgedOccurrence> items, DateTimeZone zone, Instant now)
    {
        var builder = new EventLogBuilder();
        var due = new Dictionary<(Guid, int), Instant>();
        foreach (var item in items)
        {
            due.TryAdd((item.Commitment.Id, item.Month), item.Declared.Due);
            foreach (var at in TimesOf(item, zone))
            {
                builder.Add(item.Month.ToString(CultureInfo.InvariantCulture), NameOf(item.Commitment), at);
            }
        }

        var log = builder.Build();
        return PlannedCycles.Of(
            log.Whole,
            [.. steps.Select(step => new PlannedStep(NameOf(step), month => due.GetValueOrDefault((step.Id, MonthNumber.Of(month)), Instant.MaxValue)))],
            number => MonthNumber.ToMonth(int.Parse(log.CaseNames[number], CultureInfo.InvariantCulture)),
            now);
    }

    // A second file on a later day is the work done again. Only files whose hour of arrival is known are compared: a table that tells of the
    // same act is no second one.
    private static List<Instant> TimesOf(JudgedOccurrence item, DateTimeZone zone)
    {
        if (item.Declared.Stop is not { } stop)
        {
            // What had arrived in time was done in time; what arrived later was done, and the cycle does not say when.
            return item.Declared is { Outcome: Outcome.Met, NoLaterThan: { } arrived } ? [arrived] : [];
        }

        var files = item.Proofs.Where(proof => proof is { Role: ProofRole.Stop, At: not null, FileId: not null, IsUpperBound: false }).Select(proof => proof.At!.Value).Order().DistinctBy(at => at.InZone(zone).Date).ToList();
        return files.Count > 1 ? files : [stop.Earliest(zone)];
    }

    private static string NameOf(CommitmentFacts step) => step.Id.ToString("N");
}

/// <summary>One month of a process.</summary>
/// <param name="Items">Its due dates, judged.</param>
/// <param name="Cycle">The month as a cycle; null while nothing has happened.</param>
internal sealed record CycleMonth(int Number, IReadOnlyList<JudgedOccurrence> Items, PlannedCycle? Cycle)
{
    /// <summary>The step of a commitment in the cycle, by its place in <see cref="FlowCycles.Steps"/>.</summary>
    public CycleStep? StepAt(int place) => Cycle?.Steps[place];
}
