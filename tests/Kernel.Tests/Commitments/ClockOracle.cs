using Pupitre.Kernel.Commitments;

namespace Pupitre.Kernel.Tests.Commitments;

/// <summary>
/// The sentences of section 3 done by brute force: one minute after the other, a list of intervals, no cleverness. Times are minutes from
/// Monday 1 June 2026, 00:00 UTC; open hours are 9-12 and 14-17 from Monday to Friday.
/// </summary>
internal sealed class ClockOracle(ClockRule rule, IReadOnlyList<ToldEvent> told, Reading reading, int asOf)
{
    private const int Day = 24 * 60;

    private readonly List<ToldEvent> _events = [.. told.Where(item => item.Minute <= asOf).OrderBy(item => item.Minute)];

    public static bool IsOpen(int minute) => (minute / Day) % 7 < 5 && (minute % Day / 60) is 9 or 10 or 11 or 14 or 15 or 16;

    public (Outcome Outcome, int? Running, int Paused, int ProviderPaused) Judge()
    {
        var start = _events.FindIndex(item => item.Is(EventRoles.Start));
        if (start < 0)
        {
            return (Outcome.NotApplicable, null, 0, 0);
        }

        var stop = -1;
        var gaps = new List<(int From, int To)>();
        var leftOutStop = false;
        for (var i = start + 1; i < _events.Count; i++)
        {
            if (stop >= 0)
            {
                if (rule.Reopen is not null && _events[i].Is(EventRoles.Reopen))
                {
                    gaps.Add((_events[stop].Minute, _events[i].Minute));
                    (stop, leftOutStop) = (-1, false);
                }

                continue;
            }

            if (_events[i].Is(EventRoles.Stop) && !LeavesOut(_events[i]))
            {
                stop = i;
                if (rule.Reopen is null)
                {
                    break;
                }
            }
            else if (_events[i].Is(EventRoles.Cancel) && !LeavesOut(_events[i]))
            {
                return (Outcome.Cancelled, null, 0, 0);
            }
            else if (_events[i].Is(EventRoles.Stop))
            {
                leftOutStop = true;
            }
            else if (_events[i].Is(EventRoles.Reopen))
            {
                leftOutStop = false;
            }
        }

        return Figures(_events[start].Minute, stop >= 0 ? _events[stop].Minute : null, gaps, leftOutStop);
    }

    private (Outcome Outcome, int? Running, int Paused, int ProviderPaused) Figures(int from, int? stop, List<(int From, int To)> gaps, bool leftOutStop)
    {
        var until = stop ?? asOf;
        bool IsGap(int minute) => gaps.Exists(gap => gap.From <= minute && minute < gap.To);
        var open = Enumerable.Range(from, until - from).Where(IsOpen).Where(minute => !IsGap(minute)).ToList();
        var paused = open.Count(minute => PausedBy(minute).Count > 0);
        var byProvider = open.Count(minute => PausedBy(minute) is { Count: > 0 } who && who.TrueForAll(source => source == SourceClass.Provider));
        var running = open.Count - paused;
        var held = Held(from, until, minute => IsGap(minute) || PausedBy(minute).Count > 0);
        var pauseIsOpen = stop is null && PausedBy(asOf).Count > 0;
        var outcome = stop is not null ? (IsKept(from, running, until, held) ? Outcome.Met : Outcome.Missed)
            : leftOutStop ? Outcome.NoEvidence
            : IsOverdue(from, running, held, pauseIsOpen) ? Outcome.Missed
            : pauseIsOpen ? Outcome.Paused
            : Outcome.Pending;
        return (outcome, running, paused, byProvider);
    }

    private bool IsKept(int from, int running, int at, List<(int From, int To)> held) =>
        rule.Target is DurationTarget target ? running <= target.Length.TotalMinutes : at <= Due(from, held, openFrom: null);

    private bool IsOverdue(int from, int running, List<(int From, int To)> held, bool pauseIsOpen)
    {
        if (rule.Target is DurationTarget target)
        {
            return running > target.Length.TotalMinutes;
        }

        var openFrom = pauseIsOpen ? (held.Count > 0 && held[^1].To >= asOf ? held[^1].From : asOf) : (int?)null;
        return Due(from, held, openFrom) is { } due && asOf > due;
    }

    /// <summary>d = AddDays(start, n), moved by the merged pauses in order; null while the one that is open began before it.</summary>
    private int? Due(int from, List<(int From, int To)> held, int? openFrom)
    {
        var target = (DayTarget)rule.Target;
        var due = from;
        for (var left = target.Days; left > 0;)
        {
            due += Day;
            left -= (due / Day) % 7 < 5 ? 1 : 0;
        }

        foreach (var (pauseFrom, pauseTo) in held)
        {
            if (pauseFrom >= due)
            {
                return due;
            }

            if (pauseFrom == openFrom)
            {
                return null;
            }

            for (var left = Enumerable.Range(pauseFrom, pauseTo - pauseFrom).Count(IsOpen); left > 0; due++)
            {
                left -= IsOpen(due) ? 1 : 0;
            }
        }

        return openFrom < due ? null : due;
    }

    private static List<(int From, int To)> Held(int from, int until, Func<int, bool> isHeld)
    {
        var held = new List<(int From, int To)>();
        for (var minute = from; minute < until; minute++)
        {
            if (!isHeld(minute))
            {
                continue;
            }

            if (held.Count > 0 && held[^1].To == minute)
            {
                held[^1] = (held[^1].From, minute + 1);
            }
            else
            {
                held.Add((minute, minute + 1));
            }
        }

        return held;
    }

    /// <summary>Who attests the pauses that are open in the minute that begins then.</summary>
    private List<SourceClass> PausedBy(int minute)
    {
        var open = new List<SourceClass>();
        foreach (var item in _events.TakeWhile(item => item.Minute <= minute))
        {
            if (rule.Pause is { To: null } || (rule.Pause is not null && item.Is(EventRoles.PauseEnd)))
            {
                open.Clear();
            }

            if (rule.Pause is not null && item.Is(EventRoles.Pause) && !LeavesOut(item))
            {
                open.Add(item.Source);
            }
        }

        return open;
    }

    private bool LeavesOut(ToldEvent item) => reading switch
    {
        Reading.Evidenced => item.Source == SourceClass.Provider,
        Reading.Proven => item.Source is SourceClass.Provider or SourceClass.Company,
        _ => false,
    };
}

/// <summary>An event of the oracle's world.</summary>
internal sealed record ToldEvent(int Minute, EventRoles Roles, SourceClass Source)
{
    public bool Is(EventRoles role) => (Roles & role) == role;
}
