using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Commitments;

/// <summary>A clock rule ready to be replayed over cases with one version of a calendar. Immutable and safe to share between threads.</summary>
public sealed class Clock
{
    private readonly OpenTime _open;

    /// <param name="rule">The rule.</param>
    /// <param name="calendar">The version of the calendar that the cases are measured with.</param>
    /// <param name="days">Business days of the company's zone of holidays: a <see cref="DateTarget"/> needs them.</param>
    public Clock(ClockRule rule, BusinessCalendar calendar, BusinessDays? days = null)
    {
        if (rule.Target is DateTarget)
        {
            ArgumentNullException.ThrowIfNull(days);
        }

        (Rule, Calendar, Days, _open) = (rule, calendar, days, new OpenTime(calendar));
    }

    public ClockRule Rule { get; }

    public BusinessCalendar Calendar { get; }

    internal BusinessDays? Days { get; }

    /// <summary>Judges one case in one reading. Allocates nothing when all instants are exact.</summary>
    /// <param name="events">Events of the case as <see cref="Order"/> leaves them.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="asOf">The last instant for which the source is known; later events are ignored.</param>
    /// <param name="facts">What is known of the case besides its events.</param>
    public ClockVerdict Judge(ReadOnlySpan<ClockEvent> events, Reading reading, Instant asOf, ClockCase facts = default) =>
        DayPrecision.IsIn(events)
            ? DayPrecision.Judge(this, events, reading, asOf.ToUnixTimeTicks(), facts)
            : Judge(events, reading, asOf.ToUnixTimeTicks(), facts, comparesDates: false);

    /// <summary>Judges one case in the three readings, in the order of <see cref="Readings.All"/>; once, when they cannot differ.</summary>
    public void JudgeAll(ReadOnlySpan<ClockEvent> events, Instant asOf, Span<ClockVerdict> verdicts, ClockCase facts = default)
    {
        verdicts[0] = Judge(events, Reading.Declared, asOf, facts);
        verdicts[1] = AnyLeftOut(events, Reading.Evidenced) ? Judge(events, Reading.Evidenced, asOf, facts) : verdicts[0];
        verdicts[2] = AnyLeftOut(events, Reading.Proven) ? Judge(events, Reading.Proven, asOf, facts) : verdicts[1];
    }

    /// <summary>Puts the events of one case into the order of replay; events of one instant keep the order that they have in the span.</summary>
    /// <remarks>So hand them in by position in the source file, then by recording number.</remarks>
    public static void Order(Span<ClockEvent> events)
    {
        const int insertionSortUpTo = 64;
        if (IsOrdered(events))
        {
            return;
        }

        if (events.Length > insertionSortUpTo)
        {
            events.ToArray().OrderBy(item => item.Order).ToArray().CopyTo(events);
            return;
        }

        for (var i = 1; i < events.Length; i++)
        {
            var item = events[i];
            var at = i;
            for (; at > 0 && events[at - 1].Order > item.Order; at--)
            {
                events[at] = events[at - 1];
            }

            events[at] = item;
        }
    }

    /// <summary>Replays one case in one reading and tells the whole story.</summary>
    /// <param name="events">Events of the case in any order: positions and recording numbers break the ties.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="asOf">The last instant for which the source is known; later events are ignored.</param>
    /// <param name="facts">What is known of the case besides its events.</param>
    /// <param name="caseAttributes">Attributes of the case, or null.</param>
    /// <param name="performer">Who performs the commitment: whose delay it is unless something stood in the way.</param>
    public ClockReplay Replay(
        IReadOnlyCollection<CaseEvent> events,
        Reading reading,
        Instant asOf,
        ClockCase facts = default,
        IReadOnlyDictionary<string, string>? caseAttributes = null,
        Party performer = Party.Provider) =>
        ClockStory.Tell(this, EventsOf(events, caseAttributes), reading, asOf, facts, performer);

    /// <summary>The same from events as <see cref="Order"/> leaves them, for one who has many cases at hand.</summary>
    public ClockReplay Replay(ReadOnlySpan<ClockEvent> events, Reading reading, Instant asOf, ClockCase facts, Party performer) =>
        ClockStory.Tell(this, events, reading, asOf, facts, performer);

    /// <summary>The events of a case for <see cref="Judge(ReadOnlySpan{ClockEvent}, Reading, Instant, ClockCase)"/>, in order of replay.</summary>
    public ClockEvent[] EventsOf(IReadOnlyCollection<CaseEvent> events, IReadOnlyDictionary<string, string>? caseAttributes = null)
    {
        var ordered = events.OrderBy(item => item.Position).ThenBy(item => item.Recording).Select(item => EventOf(item, caseAttributes)).ToArray();
        Order(ordered);
        return ordered;
    }

    /// <summary>Whose delay a case is that was not kept, and why; null when it was.</summary>
    /// <param name="verdict">What became of it.</param>
    /// <param name="performer">Who performs the commitment.</param>
    public Responsibility? DelayOf(in ClockVerdict verdict, Party performer) => Responsibilities.Of(Rule, verdict, performer);

    internal ClockVerdict Judge(ReadOnlySpan<ClockEvent> events, Reading reading, long asOf, ClockCase facts, bool comparesDates)
    {
        if (StartOf(events, asOf) is not { } start)
        {
            return new() { Outcome = Outcome.NotApplicable };
        }

        var due = DueStart.Of(this, events, start, asOf, reading, facts);
        var sweep = new ClockSweep(Rule, _open, reading, new(due.At, due.Moves));
        sweep.Run(events, asOf);
        return new ClockOutcome(this, due, asOf, comparesDates).Of(ref sweep);
    }

    internal static long? StartOf(ReadOnlySpan<ClockEvent> events, long asOf)
    {
        foreach (ref readonly var item in events)
        {
            if (item.Ticks > asOf)
            {
                return null;
            }

            if (item.Roles.Has(EventRoles.Start))
            {
                return item.Ticks;
            }
        }

        return null;
    }

    private ClockEvent EventOf(CaseEvent item, IReadOnlyDictionary<string, string>? caseAttributes)
    {
        var roles = Rule.RolesOf(item, caseAttributes);
        return item.Time.Day is { } day
            ? ClockEvent.On(day, Calendar.Zone, roles, item.Source, item.Confirmed)
            : ClockEvent.At(item.Time.Instant!.Value, roles, item.Source, item.Confirmed);
    }

    private static bool IsOrdered(ReadOnlySpan<ClockEvent> events)
    {
        for (var i = 1; i < events.Length; i++)
        {
            if (events[i - 1].Order > events[i].Order)
            {
                return false;
            }
        }

        return true;
    }

    private static bool AnyLeftOut(ReadOnlySpan<ClockEvent> events, Reading reading)
    {
        foreach (ref readonly var item in events)
        {
            if (reading.LeavesOut(item.Source, item.Confirmed))
            {
                return true;
            }
        }

        return false;
    }
}
