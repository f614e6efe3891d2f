using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>Judges the cases of a statement. Calendars are compiled and patterns decided once each.</summary>
internal sealed class JudgeCases(Statement statement, DateTimeZone zone)
{
    private readonly LocalDays _days = new(zone);
    private readonly BusinessDays _business = BusinessDays.For(statement.Company.Holidays);
    private readonly Dictionary<int, BusinessCalendar> _calendars = [];
    private readonly Dictionary<(int Commitment, int Version, int Calendar), Clock> _clocks = [];
    private readonly Dictionary<(int Commitment, int Version, string? Activity, string? Transition), EventRoles> _known = [];

    /// <param name="place">Place of the commitment.</param>
    /// <param name="at">Place of the case among its obligations.</param>
    public ObligationResult Judge(int place, int at)
    {
        var (commitment, item) = (statement.Commitments[place], statement.Commitments[place].Obligations[at]);
        if (VersionOf(place, item) is not ({ } version, var day))
        {
            return new ObligationResult
            {
                Version = 0,
                Month = statement.Month,
                Place = default,
                Declared = Outcome.NotApplicable,
                Evidenced = Outcome.NotApplicable,
                Proven = Outcome.NotApplicable,
                Standing = Standing.Outside,
            };
        }

        var clock = ClockOf(place, version, day);
        var events = EventsOf(place, version, item, clock.Calendar.Zone);
        Span<ClockVerdict> verdicts = stackalloc ClockVerdict[3];
        clock.JudgeAll(events, item.KnownUntil!.Value, verdicts);
        foreach (ref var verdict in verdicts)
        {
            verdict = IsDatedByArrival(verdict, item) ? verdict with { Outcome = Outcome.Undated } : verdict;

            // What both sides agree on stands, whatever the events say.
            verdict = item.Agreed?.Outcome is { } outcome ? verdict with { Outcome = outcome } : verdict;
        }

        var declared = verdicts[0];
        var standing = Standings.Of(declared.Outcome, verdicts[1].Outcome, verdicts[2].Outcome);
        return new ObligationResult
        {
            Version = version,
            Month = MonthNumber.Of(day),
            Place = default,
            Declared = declared.Outcome,
            Evidenced = verdicts[1].Outcome,
            Proven = verdicts[2].Outcome,
            Standing = standing,
            Delay = !standing.IsLate() ? null
                : item.Agreed?.Delay ?? item.Delay?.Whose
                    ?? (item.IsOfStoplessSource ? Imputation.Undetermined : clock.DelayOf(declared, commitment.Performer)?.Imputation),
            Stop = StopOf(declared, events, clock.Calendar.Zone),
            Running = declared.Running,
            Late = declared.Late,
        };
    }

    // A start counts for the version that is in force on its day.
    private (int? Version, DateOnly Day) VersionOf(int place, StatedObligation item)
    {
        var commitment = statement.Commitments[place];
        for (var version = commitment.Versions.Length - 1; version >= 0; version--)
        {
            if (commitment.Versions[version].Rule.Clock is null || FirstStart(place, version, item) is not { } day)
            {
                continue;
            }

            if (commitment.VersionOn(day) == version)
            {
                return (version, day);
            }
        }

        return (null, default);
    }

    private DateOnly? FirstStart(int place, int version, StatedObligation item)
    {
        DateOnly? first = null;
        Instant? at = null;
        foreach (var told in item.Events)
        {
            if (RolesOf(place, version, told).Has(EventRoles.Start) && told.Time.Earliest(zone) is var begin && !(begin >= at))
            {
                (first, at) = (told.Time.Day ?? _days.Of(begin.ToUnixTimeTicks() / TicksPerMicrosecond), begin);
            }
        }

        return first;
    }

    private const long TicksPerMicrosecond = 10;

    private ClockEvent[] EventsOf(int place, int version, StatedObligation item, DateTimeZone calendarZone)
    {
        var events = new ClockEvent[item.Events.Length];
        for (var i = 0; i < events.Length; i++)
        {
            var told = item.Events[i];
            var roles = RolesOf(place, version, told);
            events[i] = told.Time.Day is { } day
                ? ClockEvent.On(day, calendarZone, roles, told.Source, told.Confirmed)
                : ClockEvent.At(told.Time.Instant!.Value, roles, told.Source, told.Confirmed);
        }

        Clock.Order(events);
        return events;
    }

    private EventRoles RolesOf(int place, int version, StatedEvent told)
    {
        string? activity = null, transition = null;
        foreach (var (name, value) in told.Values)
        {
            if (name == EventPattern.ActivityName)
            {
                activity = value;
            }
            else if (name == EventPattern.TransitionName)
            {
                transition = value;
            }
            else
            {
                return Decide(place, version, told);
            }
        }

        var key = (place, version, activity, transition);
        if (!_known.TryGetValue(key, out var roles))
        {
            _known[key] = roles = Decide(place, version, told);
        }

        return roles;
    }

    private EventRoles Decide(int place, int version, StatedEvent told) =>
        statement.Commitments[place].Versions[version].Rule.Clock!.RolesOf(name => ValueOf(told, name));

    private static string? ValueOf(StatedEvent told, string name)
    {
        foreach (var value in told.Values)
        {
            if (value.Name == name)
            {
                return value.Value;
            }
        }

        return null;
    }

    // What a file held at its arrival was done by then: late by that instant is done at an unknown date.
    private static bool IsDatedByArrival(in ClockVerdict verdict, StatedObligation item)
    {
        if (verdict.Outcome != Outcome.Missed || verdict.Stop is not { } stop)
        {
            return false;
        }

        foreach (var told in item.Events)
        {
            if (told.IsUpperBound && told.Time.Instant == stop)
            {
                return true;
            }
        }

        return false;
    }

    private static EventTime? StopOf(in ClockVerdict verdict, ReadOnlySpan<ClockEvent> events, DateTimeZone calendarZone)
    {
        if ((verdict.Stop ?? verdict.CancelledAt) is not { } at)
        {
            return null;
        }

        var ticks = at.ToUnixTimeTicks();
        foreach (ref readonly var item in events)
        {
            if (item.IsDay && item.Roles.Has(EventRoles.Stop | EventRoles.Cancel) && item.Ticks <= ticks && ticks <= item.LastTicks)
            {
                return EventTime.On(Instant.FromUnixTimeTicks(item.Ticks).InZone(calendarZone).Date.ToDateOnly());
            }
        }

        return EventTime.At(at);
    }

    private Clock ClockOf(int place, int version, DateOnly day)
    {
        var calendar = CalendarOn(place, version, day);
        if (!_clocks.TryGetValue((place, version, calendar), out var clock))
        {
            if (!_calendars.TryGetValue(calendar, out var compiled))
            {
                _calendars[calendar] = compiled = BusinessCalendar.Compile(statement.Calendars[calendar].Definition);
            }

            _clocks[(place, version, calendar)] = clock = new Clock(
                statement.Commitments[place].Versions[version].Rule.Clock!, compiled, _business);
        }

        return clock;
    }

    // Before its first version, the first one counts, so that a year can be opened up.
    private int CalendarOn(int place, int version, DateOnly day)
    {
        var places = statement.Commitments[place].Versions[version].Calendars;
        var chosen = places[0];
        foreach (var calendar in places)
        {
            chosen = statement.Calendars[calendar].From <= day ? calendar : chosen;
        }

        return chosen;
    }
}
