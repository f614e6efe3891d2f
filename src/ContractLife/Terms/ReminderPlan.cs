using System.Runtime.InteropServices;

namespace Pupitre.ContractLife.Terms;

/// <summary>A reminder as it is due.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlannedReminder(int Level, DateOnly DueOn);

/// <summary>When a term is recalled to mind: 90, 60, 30 and 7 days before the last safe posting day. Pure.</summary>
internal static class ReminderPlan
{
    public static readonly IReadOnlyList<int> Levels = [90, 60, 30, 7];

    /// <summary>All reminders of a term, the first one first.</summary>
    public static IReadOnlyList<PlannedReminder> Of(DecisionTerm term) =>
        [.. Levels.Where(level => term.RemindFrom.DayNumber >= level)
            .Select(level => new PlannedReminder(level, term.RemindFrom.AddDays(-level)))];

    /// <summary>What is to be written today and what is passed over: of several that are due at once only the nearest is written.</summary>
    /// <param name="term">A term that nobody has decided about.</param>
    /// <param name="known">Levels that were written or passed over.</param>
    /// <returns>Nothing to write when nothing is due that is not known.</returns>
    public static (PlannedReminder? Write, IReadOnlyList<PlannedReminder> Skip) Due(DecisionTerm term, IReadOnlyCollection<int> known,
        DateOnly today)
    {
        var due = Of(term).Where(planned => planned.DueOn <= today).ToList();
        if (due.Count == 0 || known.Contains(due[^1].Level))
        {
            return (null, [.. due.Where(planned => !known.Contains(planned.Level))]);
        }

        return (due[^1], [.. due.SkipLast(1).Where(planned => !known.Contains(planned.Level))]);
    }
}
