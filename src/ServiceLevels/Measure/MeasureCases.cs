using System.Buffers;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Recognition.Tables;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Holds the cases of sources against a clock commitment, in the three readings. Pure: no database, no clock on the wall.</summary>
/// <param name="terms">The commitment.</param>
/// <param name="zone">The company's zone, in which a case's day and month are counted.</param>
/// <param name="adjustments">Words confirmed and delays corrected by people.</param>
public sealed partial class MeasureCases(MeasuredTerms terms, DateTimeZone zone, Adjustments adjustments)
{
    private const int FirstBuffer = 64;

    private readonly LocalDays _days = new(zone);
    private readonly Dictionary<(int Version, Guid Calendar), Clock> _clocks = [];

    // Of the source that is being measured: the word under which files bound what they hold, and the roles that its events have.
    private int _arrival;
    private EventRoles _stops;

    public MeasuredCases Run(IReadOnlyList<SourceCases> sources)
    {
        var measured = new CaseObligation[sources.Sum(source => source.CaseCount)];
        var count = 0;
        foreach (var source in sources.Where(source => source.KnownUntil is not null))
        {
            count += Measure(source, measured.AsSpan(count));
        }

        var known = sources.Select(source => source.KnownUntil).OfType<Instant>().ToList();
        return new MeasuredCases(terms, count == measured.Length ? measured : measured[..count], known.Count == 0 ? null : known.Min());
    }

    /// <summary>Fills <paramref name="measured"/> from its start, and says how many cases belong to the commitment.</summary>
    private int Measure(SourceCases source, Span<CaseObligation> measured)
    {
        var filled = 0;
        var roles = terms.Versions.Select(version => version.Rule.Clock is { } rule ? new RoleTable(rule, source) : null).ToList();
        _arrival = IndexOf(source.Words, Arrivals.SeenInFile);
        _stops = EventRoles.None;
        var buffer = ArrayPool<ClockEvent>.Shared.Rent(FirstBuffer);
        for (var place = 0; place < source.CaseCount; place++)
        {
            var events = RoomFor(source.EventsOf(place).Length);
            if (buffer.Length < events)
            {
                ArrayPool<ClockEvent>.Shared.Return(buffer);
                buffer = ArrayPool<ClockEvent>.Shared.Rent(events);
            }

            if (Start(source, place, roles) is { Version: >= 0 } start)
            {
                measured[filled++] = Measure(source, place, start, roles[start.Version]!, buffer.AsSpan(0, events));
            }
        }

        ArrayPool<ClockEvent>.Shared.Return(buffer);
        if ((_stops & EventRoles.Stop) == EventRoles.None)
        {
            BlameNobody(measured[..filled]);
        }

        return filled;
    }

    private static int IndexOf(IReadOnlyList<string?> words, string word)
    {
        for (var number = words.Count - 1; number > 0; number--)
        {
            if (words[number] == word)
            {
                return number;
            }
        }

        return -1;
    }

    // No event of the source is a stop: it may be written there under another name, and until somebody has looked the delays are nobody's.
    private void BlameNobody(Span<CaseObligation> measured)
    {
        foreach (ref var item in measured)
        {
            if (item.Delay is not null && adjustments.DelayOf(terms.Id, item.CaseKey) is null
                && adjustments.Disputes.AgreedOf(terms.Id, DelayCorrection.KeyOf(item.CaseKey))?.Delay() is null)
            {
                item = item with { Delay = Imputation.Undetermined };
            }
        }
    }

    // A start counts for the version that is in force on its day. A case without any start belongs to nothing.
    private (int Version, DateOnly Day) Start(SourceCases source, int place, List<RoleTable?> roles)
    {
        var events = source.EventsOf(place);
        for (var version = roles.Count - 1; version >= 0; version--)
        {
            if (roles[version]?.FirstStart(events, source.FirstEventOf(place)) is { } first and >= 0)
            {
                var day = DayOf(events[first]);
                if (terms.VersionOn(day) == version)
                {
                    return (version, day);
                }
            }
        }

        return (-1, default);
    }

    private CaseObligation Measure(SourceCases source, int place, (int Version, DateOnly Day) start, RoleTable roles, Span<ClockEvent> clockEvents)
    {
        var clock = ClockOf(start.Version, start.Day);
        clockEvents = clockEvents[..Fill(clockEvents, source, place, roles, clock.Calendar.Zone, out var hasDays)];
        var asOf = source.KnownUntil!.Value;
        Span<ClockVerdict> verdicts = stackalloc ClockVerdict[3];
        clock.JudgeAll(clockEvents, asOf, verdicts);
        if (_arrival > 0)
        {
            foreach (ref var verdict in verdicts)
            {
                verdict = IsDatedByArrival(verdict, source.EventsOf(place)) ? verdict with { Outcome = Outcome.Undated } : verdict;
            }
        }

        var key = source.CaseKeys[place];
        var agreed = adjustments.Disputes.IsEmpty ? null : adjustments.Disputes.AgreedOf(terms.Id, DelayCorrection.KeyOf(key));
        if (agreed?.Outcome() is { } outcome)
        {
            // What both sides agree on stands, whatever the events say.
            foreach (ref var verdict in verdicts)
            {
                verdict = verdict with { Outcome = outcome };
            }
        }

        var (declared, evidenced, proven) = (verdicts[(int)Reading.Declared], verdicts[(int)Reading.Evidenced], verdicts[(int)Reading.Proven]);
        var standing = Standings.Of(declared.Outcome, evidenced.Outcome, proven.Outcome);
        return new CaseObligation
        {
            Case = source.CaseNames[place],
            CaseKey = key,
            Version = start.Version,
            Month = MonthNumber.Of(start.Day),
            Start = MomentOf(declared.Start, clockEvents, hasDays, EventRoles.Start),
            Declared = ToReading(declared, clockEvents, hasDays),
            Evidenced = ToReading(evidenced, clockEvents, hasDays),
            Proven = ToReading(proven, clockEvents, hasDays),
            AllowedTicks = declared.AllowedTicks,
            ProviderPausedTicks = declared.PausedByProviderOnly.BclCompatibleTicks,
            Standing = standing,
            Disputed = adjustments.Disputes.IsEmpty ? null : adjustments.Disputes.WishOf(terms.Id, DelayCorrection.KeyOf(key)),
            Delay = standing.IsLate() ? agreed?.Delay() ?? adjustments.DelayOf(terms.Id, key)
                ?? clock.DelayOf(declared, terms.Performer)?.Imputation : null,
        };
    }

    // What a file held at its arrival was done by then: late by that instant is done at an unknown date.
    private bool IsDatedByArrival(in ClockVerdict verdict, ReadOnlySpan<RecordedEvent> events)
    {
        if (verdict.Outcome != Outcome.Missed || verdict.Stop is not { } stop)
        {
            return false;
        }

        var at = EvidenceTime.Of(stop);
        foreach (ref readonly var item in events)
        {
            if (item.At == at && item.Transition == _arrival)
            {
                return true;
            }
        }

        return false;
    }

    // A wait that the other side says ended adds its end to what the source tells.
    private int RoomFor(int events) => events + Math.Min(events, adjustments.Against.Count);

    /// <param name="hasDays">Whether the day alone is known of some event.</param>
    /// <returns>How many there are.</returns>
    private int Fill(
        Span<ClockEvent> clockEvents, SourceCases source, int place, RoleTable roles, DateTimeZone calendarZone, out bool hasDays)
    {
        var events = source.EventsOf(place);
        var (first, count) = (source.FirstEventOf(place), events.Length);
        hasDays = false;
        for (var i = 0; i < events.Length; i++)
        {
            ref readonly var item = ref events[i];
            hasDays |= item.IsDay;
            var confirmed = adjustments.IsConfirmed(item.Id);
            var role = roles.Of(item, first + i);
            _stops |= role;
            if (role == EventRoles.Pause && adjustments.AgainstOf(item.Id, item.AttestedBy) is { } against)
            {
                // Denied, it pauses nothing until both sides say the same; ended, it does until that day.
                role = against.EndsOn is null ? EventRoles.None : role;
                if (against.EndsOn is { } day)
                {
                    hasDays = true;
                    clockEvents[count++] = ClockEvent.On(
                        day, calendarZone, EventRoles.PauseEnd, WordAgainst.By(item.AttestedBy), confirmed: false);
                }
            }

            clockEvents[i] = item.IsDay
                ? ClockEvent.On(EvidenceTime.ToDay(item.At), calendarZone, role, item.AttestedBy, confirmed)
                : ClockEvent.At(item.At * TicksPerMicrosecond, role, item.AttestedBy, confirmed);
        }

        Clock.Order(clockEvents[..count]);
        return count;
    }

    private const long TicksPerMicrosecond = NodaConstants.TicksPerMillisecond / 1000;

    private Clock ClockOf(int version, DateOnly day)
    {
        var calendar = terms.Versions[version].CalendarOn(day);
        if (!_clocks.TryGetValue((version, calendar.Id), out var clock))
        {
            _clocks[(version, calendar.Id)] = clock = new Clock(terms.Versions[version].Rule.Clock!, calendar.Calendar, terms.Days);
        }

        return clock;
    }

    private DateOnly DayOf(in RecordedEvent item) => item.IsDay ? EvidenceTime.ToDay(item.At) : _days.Of(item.At);

    private static CaseReading ToReading(in ClockVerdict verdict, ReadOnlySpan<ClockEvent> events, bool hasDays) =>
        new(verdict.Outcome, MomentOf(verdict.Stop ?? verdict.CancelledAt, events, hasDays, EventRoles.Stop | EventRoles.Cancel), verdict.Running.BclCompatibleTicks);

    // A verdict is an instant even where only the day is known; the list must not show an hour that nobody gave.
    private static Moment MomentOf(Instant? at, ReadOnlySpan<ClockEvent> events, bool hasDays, EventRoles role)
    {
        if (hasDays && at is { } instant)
        {
            var ticks = instant.ToUnixTimeTicks();
            foreach (ref readonly var item in events)
            {
                if (item.IsDay && (item.Roles & role) != EventRoles.None && item.Ticks <= ticks && ticks <= item.LastTicks)
                {
                    return Moment.On(Instant.FromUnixTimeTicks(item.Ticks));
                }
            }
        }

        return Moment.Of(at);
    }
}
