using System.Collections.Immutable;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Escalations;

/// <summary>
/// At which instants an open obligation reaches the levels of a ladder. Pure, linear in the stretches of a case; what lies beyond the years
/// that a calendar knows is never reached and is left out.
/// </summary>
public static class Ladder
{
    private const int Quarters = 4;
    private const int WarnAtQuarters = 3;

    /// <summary>The levels of a case: three quarters of its running open time, its due instant, one and five business days after.</summary>
    /// <param name="replay">Its story up to the last instant that is known of it. It is taken to run on from there.</param>
    /// <param name="hours">When notices may go; business days are those of its calendar (days with an opening).</param>
    /// <returns>In order. Empty without a due instant: a pause is open that began before it, or the case never began. A warning that would
    /// not come before the due instant is left out.</returns>
    public static ImmutableArray<RungMoment> OfCase(ClockReplay replay, LadderHours hours)
    {
        if (DueOf(replay, hours.Calendar.Zone) is not { } due || replay.Verdict.Start is not { } start)
        {
            return [];
        }

        try
        {
            var warns = WarnsAt(replay, start, due, hours.Calendar);
            var after = new[] { Rung.AfterOne, Rung.AfterFive }
                .Select(rung => (Rung: rung, At: DaysAfter(due, replay.DueDay, rung.DaysAfter(), hours.Calendar)));
            return InOrder([(Rung.Before, warns), (Rung.Due, due), .. after], due, hours);
        }
        catch (Refused)
        {
            // The calendar does not reach so far: nothing of it will ever come.
            return [];
        }
    }

    /// <summary>When a case is due: where its day alone is known, as that day is over.</summary>
    /// <returns>Null while a pause is open that began before, or without a start.</returns>
    public static Instant? DueOf(ClockReplay replay, DateTimeZone zone) =>
        replay.Due is null ? null : replay.DueDay is { } day ? LocalTimes.StartOf(day.AddDays(1), zone) : replay.Due;

    /// <summary>The levels of a due date: two business days before, the due instant, one and five business days after.</summary>
    /// <param name="due">The due instant as things went.</param>
    /// <param name="wholeDay">The local day by whose end it is due; null for one that is due at an hour. The warning comes as that day
    /// begins
    /// then, the others as their day is over.</param>
    /// <param name="days">Business days of the company's zone of holidays: Monday to Friday.</param>
    /// <param name="zone">The company's zone, in which the local hour stays the same through clock changes.</param>
    /// <param name="hours">When notices may go.</param>
    public static ImmutableArray<RungMoment> OfDueDate(
        Instant due, DateOnly? wholeDay, BusinessDays days, DateTimeZone zone, LadderHours hours)
    {
        try
        {
            var local = due.InZone(zone).LocalDateTime;
            var day = wholeDay ?? local.Date.ToDateOnly();
            Instant On(int count, bool isOver) => days.AddDays(day, count, DayCount.Business) is var on && wholeDay is null
                ? LocalTimes.First(LocalDate.FromDateOnly(on) + local.TimeOfDay, zone)
                : LocalTimes.StartOf(isOver ? on.AddDays(1) : on, zone);
            return InOrder(
                [
                    (Rung.Before, On(-Rungs.DaysBefore, isOver: false)), (Rung.Due, due),
                    (Rung.AfterOne, On(Rung.AfterOne.DaysAfter(), isOver: true)),
                    (Rung.AfterFive, On(Rung.AfterFive.DaysAfter(), isOver: true)),
                ],
                due, hours);
        }
        catch (Refused)
        {
            return [];
        }
    }

    private static ImmutableArray<RungMoment> InOrder(IReadOnlyList<(Rung Rung, Instant At)> reached, Instant due, LadderHours hours) =>
        [.. reached.Where(item => item.Rung != Rung.Before || item.At < due)
            .Select(item => new RungMoment(item.Rung, item.At, hours.FirstOpen(item.At)))];

    private static Instant DaysAfter(Instant due, DateOnly? wholeDay, int days, BusinessCalendar calendar)
    {
        if (wholeDay is not { } day)
        {
            return calendar.AddDays(due, days);
        }

        var on = calendar.AddDays(LocalTimes.StartOf(day, calendar.Zone), days).InZone(calendar.Zone).Date;
        return LocalTimes.StartOf(on.PlusDays(1).ToDateOnly(), calendar.Zone);
    }

    // Three quarters of the open time that runs between the start and the due instant, pauses left out.
    private static Instant WarnsAt(ClockReplay replay, Instant start, Instant due, BusinessCalendar calendar)
    {
        var running = RunningBefore(replay, start, due).ToList();
        var total = running.Aggregate(Duration.Zero, (sum, span) => sum + calendar.Elapsed(span.From, span.To));
        var left = total * WarnAtQuarters / Quarters;
        foreach (var (from, to) in running)
        {
            var open = calendar.Elapsed(from, to);
            if (open >= left && left > Duration.Zero)
            {
                return calendar.Add(from, left);
            }

            left -= open;
        }

        return due;
    }

    private static IEnumerable<(Instant From, Instant To)> RunningBefore(ClockReplay replay, Instant start, Instant due)
    {
        var known = start;
        foreach (var stretch in replay.Stretches)
        {
            if (stretch.Kind == StretchKind.Running && stretch.From < due)
            {
                yield return (stretch.From, Instant.Min(stretch.To, due));
            }

            known = stretch.To;
        }

        if (known < due)
        {
            yield return (known, due);
        }
    }
}
