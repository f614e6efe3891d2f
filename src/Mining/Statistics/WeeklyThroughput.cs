using System.Collections.Immutable;
using NodaTime;
using NodaTime.Calendars;

namespace Pupitre.Mining;

/// <summary>
/// How much comes in, goes out and lies there, week by week: weeks of ISO 8601, Monday to Sunday, in a zone. A case comes in with its first event
/// and goes out with its last.
/// </summary>
/// <param name="Basis">What the figures stand on.</param>
/// <param name="Weeks">Every week from the first event to the last, those in which nothing happened included.</param>
public sealed record WeeklyThroughput(Basis Basis, ImmutableArray<ThroughputWeek> Weeks)
{
    private const int DaysPerWeek = 7;

    public static WeeklyThroughput Of(LogView view, DateTimeZone zone, CancellationToken token = default)
    {
        var (first, last) = view.Span;
        if (first is null || last is null)
        {
            return new(view.Basis, []);
        }

        var weeks = new WeekNumbers(zone, first.Value, last.Value);
        var (started, ended, events) = (new int[weeks.Count], new int[weeks.Count], new int[weeks.Count]);
        for (var i = 0; i < view.CaseCount; i++)
        {
            token.ThrowIfCancellationRequested();
            var number = view.CaseAt(i);
            var ends = view.EndsOf(number);
            started[weeks.Of(view.Log.EventTicks[ends.First])]++;
            ended[weeks.Of(view.Log.EventTicks[ends.Last])]++;
            foreach (var item in view.EventsOf(number))
            {
                events[weeks.Of(view.Log.EventTicks[item])]++;
            }
        }

        return new(view.Basis, Listed(weeks.FirstMonday, started, ended, events));
    }

    private static ImmutableArray<ThroughputWeek> Listed(LocalDate monday, int[] started, int[] ended, int[] events)
    {
        var rule = WeekYearRules.Iso;
        var listed = ImmutableArray.CreateBuilder<ThroughputWeek>(started.Length);
        var open = 0;
        for (var week = 0; week < started.Length; week++)
        {
            open += started[week] - ended[week];
            var day = monday.PlusDays(week * DaysPerWeek);
            listed.Add(new(rule.GetWeekYear(day), rule.GetWeekOfWeekYear(day), day, started[week], ended[week], events[week], open));
        }

        return listed.MoveToImmutable();
    }

    /// <summary>Numbers weeks from that of an instant on.</summary>
    private sealed class WeekNumbers
    {
        private readonly DateTimeZone _zone;
        private readonly long _firstLocalTicks;
        private long _from;
        private long _to;
        private long _offset;

        public WeekNumbers(DateTimeZone zone, Instant first, Instant last)
        {
            _zone = zone;
            var day = first.InZone(zone).Date;
            FirstMonday = day.PlusDays(1 - (int)day.DayOfWeek);
            _firstLocalTicks = FirstMonday.AtMidnight().InUtc().ToInstant().ToUnixTimeTicks();
            Enter(first);
            Count = Of(last.ToUnixTimeTicks()) + 1;
        }

        public LocalDate FirstMonday { get; }

        public int Count { get; }

        public int Of(long ticks)
        {
            if (ticks < _from || ticks >= _to)
            {
                Enter(Instant.FromUnixTimeTicks(ticks));
            }

            return (int)((ticks + _offset - _firstLocalTicks) / (DaysPerWeek * NodaConstants.TicksPerDay));
        }

        private void Enter(Instant instant)
        {
            var interval = _zone.GetZoneInterval(instant);
            _from = interval.HasStart ? interval.Start.ToUnixTimeTicks() : long.MinValue;
            _to = interval.HasEnd ? interval.End.ToUnixTimeTicks() : long.MaxValue;
            _offset = interval.WallOffset.Ticks;
        }
    }
}

/// <summary>A week of a <see cref="WeeklyThroughput"/>.</summary>
/// <param name="Year">Year that the week counts to.</param>
/// <param name="Week">1 to 53.</param>
/// <param name="Monday">Its first day.</param>
/// <param name="Started">Cases whose first event lies in it.</param>
/// <param name="Ended">Cases whose last event lies in it.</param>
/// <param name="Events">Events in it.</param>
/// <param name="Open">Cases that had begun by its end and had events still to come.</param>
public sealed record ThroughputWeek(int Year, int Week, LocalDate Monday, int Started, int Ended, int Events, int Open);
