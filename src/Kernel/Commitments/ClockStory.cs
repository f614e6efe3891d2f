using System.Collections.Immutable;
using NodaTime;

namespace Pupitre.Kernel.Commitments;

/// <summary>Tells the whole story of one case: what the case page draws.</summary>
internal static class ClockStory
{
    public static ClockReplay Tell(Clock clock, ReadOnlySpan<ClockEvent> events, Reading reading, Instant asOf, ClockCase facts, Party performer)
    {
        var verdict = clock.Judge(events, reading, asOf, facts);
        var until = asOf.ToUnixTimeTicks();
        var exact = DayPrecision.IsIn(events) ? DayPrecision.Extreme(clock.Rule, events, until, new ClockEvent[events.Length], isLongest: true) : events;
        if (Clock.StartOf(exact, until) is not { } start)
        {
            return new() { Reading = reading, Verdict = verdict };
        }

        var due = DueStart.Of(clock, exact, start, until, reading, facts);
        var stretches = new List<Stretch>();
        var sweep = new ClockSweep(clock.Rule, new(clock.Calendar), reading, new(due.At, due.Moves), stretches);
        sweep.Run(exact, until);
        var openPause = sweep.Stop is null && sweep.CancelledAt is null ? sweep.OpenPauseSince : null;
        if (openPause is null)
        {
            sweep.PassLast();
        }

        return new()
        {
            Reading = reading,
            Verdict = verdict,
            Due = DueOf(clock, due, sweep, stretches, openPause),
            DueDay = openPause is null || !due.Moves ? DueDayOf(clock, events, due, sweep, facts) : null,
            DueExplanation = Explain(clock, due, facts),
            Stretches = Join(stretches),
            UndoneStops = [.. stretches.Where(stretch => stretch.Kind == StretchKind.Stopped).Select(stretch => stretch.From)],
            CancelledAt = sweep.CancelledAt is { } cancelled ? OpenTime.InstantOf(cancelled) : null,
            WaitingOn = openPause is null ? null : clock.Rule.Pause!.WaitsOn,
            Delay = clock.DelayOf(verdict, performer),
        };
    }

    private static Instant? DueOf(Clock clock, in DueStart due, in ClockSweep sweep, List<Stretch> stretches, long? openPause)
    {
        if (due.IsMissing || sweep.Due.IsUnknownWhilePausedSince(openPause))
        {
            return null;
        }

        if (sweep.Due.At is { } at)
        {
            return OpenTime.InstantOf(at + (due.IsWholeDay ? 1 : 0));
        }

        var reached = DueOfDuration(clock, ((DurationTarget)clock.Rule.Target).Length, OpenTime.InstantOf(sweep.Start!.Value), stretches, openPause is not null);
        return due.NotBefore is { } notBefore && reached < OpenTime.InstantOf(notBefore) ? OpenTime.InstantOf(notBefore) : reached;
    }

    private static DateOnly? DueDayOf(Clock clock, ReadOnlySpan<ClockEvent> events, in DueStart due, in ClockSweep sweep, ClockCase facts)
    {
        var isDay = due.IsWholeDay || (facts.FixedDue is null && clock.Rule.Target is DayTarget { EndOfDay: false } && IsStartKnownByDay(events));
        return isDay && sweep.Due.At is { } at ? new OpenTime(clock.Calendar).DateOf(at) : null;
    }

    private static bool IsStartKnownByDay(ReadOnlySpan<ClockEvent> events)
    {
        foreach (ref readonly var item in events)
        {
            if (item.Roles.Has(EventRoles.Start))
            {
                return item.IsDay;
            }
        }

        return false;
    }

    /// <summary>The first instant at which running open time reaches <paramref name="target"/>.</summary>
    private static Instant? DueOfDuration(Clock clock, Duration target, Instant start, List<Stretch> stretches, bool isPaused)
    {
        var remaining = target;
        var from = start;
        foreach (var stretch in stretches)
        {
            if (stretch.Kind == StretchKind.Running)
            {
                if (stretch.Open >= remaining)
                {
                    return clock.Calendar.Add(stretch.From, remaining);
                }

                remaining -= stretch.Open;
            }

            from = stretch.To;
        }

        return isPaused ? null : clock.Calendar.Add(from, remaining);
    }

    private static ImmutableArray<Explanation> Explain(Clock clock, in DueStart due, ClockCase facts) =>
        facts.FixedDue is { } fixedDue ? [Explanation.Of(ExplanationCode.FixedByHand, fixedDue)]
        : clock.Rule.Target is DateTarget { At: { } hour } ? [Explanation.Of(ExplanationCode.AtHour, hour)]
        : due.IsWholeDay ? [Explanation.Of(ExplanationCode.EndOfDay)]
        : [];

    /// <summary>Stretches of one kind that touch are one on the drawing.</summary>
    private static ImmutableArray<Stretch> Join(List<Stretch> stretches)
    {
        var joined = ImmutableArray.CreateBuilder<Stretch>(stretches.Count);
        foreach (var stretch in stretches)
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Kind == stretch.Kind && last.Source == stretch.Source && last.To == stretch.From)
            {
                joined[^1] = last with { To = stretch.To, Open = last.Open + stretch.Open };
            }
            else
            {
                joined.Add(stretch);
            }
        }

        return joined.DrainToImmutable();
    }
}
