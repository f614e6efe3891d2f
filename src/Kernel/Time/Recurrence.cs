using System.Runtime.InteropServices;

namespace Pupitre.Kernel.Time;

/// <summary>One date of a recurrence.</summary>
/// <param name="Key">Unique within the rule: the date before any roll, as <c>yyyy-MM-dd</c>. What it makes is made once, whatever restarts.</param>
/// <param name="Date">The date that the rule gives.</param>
/// <param name="Rolled">That date after the roll convention.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecurrenceDate(string Key, DateOnly Date, DateOnly Rolled);

/// <summary>Dates that come again: an RRULE (RFC 5545) anchored at a first date, read by Ical.Net, with a roll convention.</summary>
public sealed class Recurrence
{
    private Recurrence(string rule, DateOnly anchor, RollConvention roll) => (Rule, Anchor, Roll) = (rule, anchor, roll);

    public string Rule { get; }

    public DateOnly Anchor { get; }

    public RollConvention Roll { get; }

    public static Recurrence Parse(string rule, DateOnly anchor, RollConvention roll = RollConvention.None) => new(rule, anchor, roll);

    public IReadOnlyList<RecurrenceDate> Occurrences(DateOnly from, DateOnly to, BusinessDays days) => throw new NotImplementedException(Rule + from + to + days.Zone);
}
