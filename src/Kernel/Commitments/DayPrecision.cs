using System.Buffers;

namespace Pupitre.Kernel.Commitments;

/// <summary>
/// Cases with events of which only the day is known. Day targets compare dates. Otherwise the case is judged at both extremes, the longest
/// and the shortest running time that the days allow; when they disagree the outcome is <see cref="Outcome.Imprecise"/>.
/// </summary>
internal static class DayPrecision
{
    private const EventRoles OpensRunning = EventRoles.Start | EventRoles.Reopen | EventRoles.PauseEnd;
    private const EventRoles EndsRunning = EventRoles.Stop | EventRoles.Pause;

    public static bool IsIn(ReadOnlySpan<ClockEvent> events)
    {
        foreach (ref readonly var item in events)
        {
            if (item.IsDay)
            {
                return true;
            }
        }

        return false;
    }

    public static ClockVerdict Judge(Clock clock, ReadOnlySpan<ClockEvent> events, Reading reading, long asOf, ClockCase facts)
    {
        var rented = ArrayPool<ClockEvent>.Shared.Rent(events.Length);
        try
        {
            var comparesDates = clock.Rule.Target is DayTarget && facts.FixedDue is null;
            var longest = clock.Judge(Extreme(clock.Rule, events, asOf, rented, isLongest: true), reading, asOf, facts, comparesDates);
            var shortest = clock.Judge(Extreme(clock.Rule, events, asOf, rented, isLongest: false), reading, asOf, facts, comparesDates);
            return longest.Outcome == shortest.Outcome || (IsOpen(longest.Outcome) && IsOpen(shortest.Outcome)) ? longest : longest with { Outcome = Outcome.Imprecise };
        }
        finally
        {
            ArrayPool<ClockEvent>.Shared.Return(rented);
        }
    }

    // Not due at either extreme: it is open, whether or not the hour would already warn.
    private static bool IsOpen(Outcome outcome) => outcome is Outcome.Pending or Outcome.AtRisk or Outcome.Paused;

    /// <summary>The events at exact instants, chosen for the longest or the shortest running time, in order of time.</summary>
    public static ReadOnlySpan<ClockEvent> Extreme(ClockRule rule, ReadOnlySpan<ClockEvent> events, long asOf, ClockEvent[] into, bool isLongest)
    {
        var isStateForm = rule.Pause is { To: null };
        var count = 0;
        foreach (ref readonly var item in events)
        {
            // An event without a role only matters where it ends a pause; elsewhere it must not bound its neighbours.
            if (item.Roles != EventRoles.None || isStateForm)
            {
                into[count++] = item;
            }
        }

        var chosen = into.AsSpan(0, count);
        var latest = long.MaxValue;
        for (var i = count - 1; i >= 0; i--)
        {
            latest = Math.Min(latest, chosen[i].IsDay ? long.MaxValue : chosen[i].Ticks);
            if (chosen[i].IsDay)
            {
                chosen[i] = Choose(chosen[i], Math.Min(latest, asOf), isLongest);
            }
        }

        for (var i = 1; i < count; i++)
        {
            chosen[i] = chosen[i].Ticks < chosen[i - 1].Ticks ? chosen[i].MovedTo(chosen[i - 1].Ticks) : chosen[i];
        }

        return chosen;
    }

    private static ClockEvent Choose(in ClockEvent item, long atMost, bool isLongest)
    {
        var first = item.Ticks;
        var last = Math.Max(first, Math.Min(item.LastTicks, atMost));
        var isEarly = item.Roles.Has(OpensRunning) ? isLongest : item.Roles.Has(EndsRunning) ? !isLongest : isLongest;
        return item.MovedTo(isEarly ? first : last);
    }
}
