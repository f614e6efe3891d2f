using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Commitments;

/// <summary>The due instant of one case before any pause moves it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct DueStart
{
    private DueStart(long? at, bool moves, bool isWholeDay, long? notBefore, bool isMissing) =>
        (At, Moves, IsWholeDay, NotBefore, IsMissing) = (at, moves, isWholeDay, notBefore, isMissing);

    /// <summary>The instant, or null for a duration.</summary>
    public long? At { get; }

    /// <summary>Pauses move it.</summary>
    public bool Moves { get; }

    /// <summary>It is the end of a day; <see cref="At"/> is then the last tick of it.</summary>
    public bool IsWholeDay { get; }

    /// <summary>For a duration: what the prerequisite allows at least.</summary>
    public long? NotBefore { get; }

    /// <summary>The date that the rule counts from is not known: there is no obligation to judge.</summary>
    public bool IsMissing { get; }

    public static DueStart Of(Clock clock, ReadOnlySpan<ClockEvent> events, long start, long asOf, Reading reading, ClockCase facts)
    {
        if (facts.FixedDue is { } fixedDue)
        {
            return new(fixedDue.ToUnixTimeTicks(), moves: false, isWholeDay: false, null, isMissing: false);
        }

        var prerequisite = Prerequisite(clock, events, asOf, reading);
        switch (clock.Rule.Target)
        {
            case DayTarget target:
                var day = clock.Calendar.AddDays(OpenTime.InstantOf(start), target.Days, target.EndOfDay).ToUnixTimeTicks();
                return new(Math.Max(day, prerequisite ?? long.MinValue), moves: true, isWholeDay: false, null, isMissing: false);
            case DateTarget target:
                return OfDate(clock, target, Anchor(clock, target, events, start, facts), prerequisite);
            default:
                return new(null, moves: true, isWholeDay: false, prerequisite, isMissing: false);
        }
    }

    private static DueStart OfDate(Clock clock, DateTarget target, DateOnly? anchor, long? prerequisite)
    {
        if (anchor is not { } from)
        {
            return new(null, moves: false, isWholeDay: false, null, isMissing: true);
        }

        var days = clock.Days!;
        var date = DueDate.Roll(days.AddDays(from.AddMonths(target.Months), target.Days, target.Count), target.Roll, days);
        var due = DueDate.InstantOf(date, target.At, clock.Calendar.Zone).ToUnixTimeTicks() - (target.At is null ? 1 : 0);
        return new(Math.Max(due, prerequisite ?? long.MinValue), target.PauseMovesDate, target.At is null, null, isMissing: false);
    }

    private static DateOnly? Anchor(Clock clock, DateTarget target, ReadOnlySpan<ClockEvent> events, long start, ClockCase facts)
    {
        if (target.Attribute is not null)
        {
            return facts.TargetDate;
        }

        // A planned date may lie after the as-of instant: it is known, although it has not come.
        return target.Event is null ? DateOf(clock, start)
            : First(events, EventRoles.Anchor) is { } anchor ? DateOf(clock, anchor.Ticks)
            : null;
    }

    private static long? Prerequisite(Clock clock, ReadOnlySpan<ClockEvent> events, long asOf, Reading reading)
    {
        if (clock.Rule.Prerequisite is not { } rule)
        {
            return null;
        }

        foreach (ref readonly var item in events)
        {
            if (item.Roles.Has(EventRoles.Prerequisite) && item.Ticks <= asOf && !reading.LeavesOut(item.Source, item.Confirmed))
            {
                return clock.Calendar.AddDays(OpenTime.InstantOf(item.Ticks), rule.Days, endOfDay: true).ToUnixTimeTicks();
            }
        }

        return null;
    }

    private static ClockEvent? First(ReadOnlySpan<ClockEvent> events, EventRoles role)
    {
        foreach (ref readonly var item in events)
        {
            if (item.Roles.Has(role))
            {
                return item;
            }
        }

        return null;
    }

    private static DateOnly DateOf(Clock clock, long ticks) => new OpenTime(clock.Calendar).DateOf(ticks);
}
