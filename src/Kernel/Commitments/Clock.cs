using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Kernel.Commitments;

/// <summary>A clock rule ready to be replayed over cases with one version of a calendar. Immutable and safe to share between threads.</summary>
public sealed class Clock
{
    /// <param name="rule">The rule.</param>
    /// <param name="calendar">The version of the calendar that the cases are measured with.</param>
    /// <param name="days">Business days of the company's zone; only a <see cref="DateTarget"/> reads them.</param>
    public Clock(ClockRule rule, BusinessCalendar calendar, BusinessDays? days = null) => (Rule, Calendar, Days) = (rule, calendar, days);

    public ClockRule Rule { get; }

    public BusinessCalendar Calendar { get; }

    internal BusinessDays? Days { get; }

    /// <summary>Judges one case in one reading. Allocates nothing for cases of up to 64 pauses.</summary>
    /// <param name="events">Events of the case as <see cref="Order"/> leaves them.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="asOf">The last instant for which the source is known; later events are ignored.</param>
    /// <param name="facts">What is known of the case besides its events.</param>
    public ClockVerdict Judge(ReadOnlySpan<ClockEvent> events, Reading reading, Instant asOf, ClockCase facts = default) =>
        throw new NotImplementedException(events.Length + " " + reading + asOf + facts);

    /// <summary>Puts the events of one case into the order of replay; events of one instant keep the order that they have in the span.</summary>
    /// <remarks>So hand them in by position in the source file, then by recording number.</remarks>
    public static void Order(Span<ClockEvent> events) => throw new NotImplementedException(events.Length.ToString(provider: null));

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
        Party performer = Party.Provider) => throw new NotImplementedException(events.Count + " " + reading + asOf + facts + caseAttributes?.Count + performer);
}
