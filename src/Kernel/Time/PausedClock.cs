using NodaTime;

namespace Pupitre.Kernel.Time;

/// <summary>Due instants and running time of a clock with pauses: the one definition behind commitments and the command <c>clock</c>.</summary>
/// <remarks>All methods are pure and allocate nothing. Those that take <c>merged</c> pauses expect what <see cref="Merge"/> leaves.</remarks>
public static class PausedClock
{
    /// <summary>Puts pauses in order, clips them at <paramref name="start"/>, joins those that overlap or touch, and drops empty ones.</summary>
    /// <param name="pauses">The pauses in any order; the result is left at its beginning. One whose end is before its beginning is empty.</param>
    /// <param name="start">Start of the clock.</param>
    /// <returns>How many are left.</returns>
    public static int Merge(Span<Pause> pauses, Instant start)
    {
        pauses.Sort(static (left, right) => left.From.CompareTo(right.From));
        var count = 0;
        foreach (var pause in pauses)
        {
            var clipped = pause with { From = Instant.Max(pause.From, start) };
            if (clipped.To <= clipped.From)
            {
                continue;
            }

            if (count > 0 && Touch(pauses[count - 1], clipped))
            {
                pauses[count - 1] = pauses[count - 1] with { To = Later(pauses[count - 1].To, clipped.To) };
                continue;
            }

            pauses[count++] = clipped;
        }

        return count;
    }

    /// <summary>The first instant at which the running (not paused) open time from <paramref name="start"/> reaches <paramref name="target"/>.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="start">Start of the clock.</param>
    /// <param name="target">Zero or more; zero is due at the start when it is open, else at the next opening.</param>
    /// <param name="merged">The pauses, as <see cref="Merge"/> leaves them.</param>
    /// <exception cref="Refused">The target is negative, or the search leaves the years that the calendar knows.</exception>
    public static DueInstant DueForDuration(BusinessCalendar calendar, Instant start, Duration target, ReadOnlySpan<Pause> merged)
    {
        var paused = Duration.Zero;
        var due = calendar.Add(start, target);
        foreach (var pause in merged)
        {
            if (pause.From >= due)
            {
                break;
            }

            if (pause.To is not { } end)
            {
                return new(null, paused);
            }

            paused += calendar.Elapsed(pause.From, end);
            due = calendar.Add(start, target + paused);
        }

        return new(due, paused);
    }

    /// <summary>The <paramref name="days"/>-th business day after <paramref name="start"/>, moved by the open time of each pause that begins before it.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="start">Start of the clock.</param>
    /// <param name="days">Business days, zero or more.</param>
    /// <param name="endOfDay">Due at the last closing of that day.</param>
    /// <param name="merged">The pauses, as <see cref="Merge"/> leaves them.</param>
    /// <exception cref="Refused">The search leaves the years that the calendar knows.</exception>
    public static DueInstant DueForDays(BusinessCalendar calendar, Instant start, int days, bool endOfDay, ReadOnlySpan<Pause> merged) =>
        Moved(calendar, calendar.AddDays(start, days, endOfDay), merged);

    /// <summary>A due instant moved by the open time of each pause that begins before it, pause after pause.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="due">The due instant without pauses.</param>
    /// <param name="merged">The pauses, as <see cref="Merge"/> leaves them.</param>
    /// <exception cref="Refused">The search leaves the years that the calendar knows.</exception>
    public static DueInstant Moved(BusinessCalendar calendar, Instant due, ReadOnlySpan<Pause> merged)
    {
        var paused = Duration.Zero;
        foreach (var pause in merged)
        {
            if (pause.From >= due)
            {
                break;
            }

            if (pause.To is not { } end)
            {
                return new(null, paused);
            }

            var open = calendar.Elapsed(pause.From, end);
            if (open > Duration.Zero)
            {
                paused += open;
                due = calendar.Add(due, open);
            }
        }

        return new(due, paused);
    }

    /// <summary>Open time inside <c>[from, to)</c> that is covered by a pause; an open pause covers all that follows.</summary>
    /// <exception cref="Refused">The interval leaves the years that the calendar knows.</exception>
    public static Duration Paused(BusinessCalendar calendar, Instant from, Instant to, ReadOnlySpan<Pause> merged) => calendar.Split(from, to, merged).Paused;

    /// <summary>Open time inside <c>[from, to)</c> that is not covered by a pause.</summary>
    /// <exception cref="Refused">The interval leaves the years that the calendar knows.</exception>
    public static Duration Running(BusinessCalendar calendar, Instant from, Instant to, ReadOnlySpan<Pause> merged) => calendar.Split(from, to, merged).Running;

    private static bool Touch(Pause earlier, Pause later) => earlier.To is not { } end || later.From <= end;

    private static Instant? Later(Instant? left, Instant? right) => left is { } one && right is { } other ? Instant.Max(one, other) : null;
}
