using System.Buffers;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Evidence.Events;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Holds the cases of sources against a clock commitment, in the three readings. Pure: no database, no clock on the wall.</summary>
/// <param name="terms">The commitment.</param>
/// <param name="zone">The company's zone, in which a case's day and month are counted.</param>
/// <param name="adjustments">Words confirmed and delays corrected by people.</param>
internal sealed class MeasureCases(MeasuredTerms terms, DateTimeZone zone, Adjustments adjustments)
{
    private readonly LocalDays _days = new(zone);
    private readonly Dictionary<(int Version, Guid Calendar), Clock> _clocks = [];

    public MeasuredCases Run(IReadOnlyList<SourceCases> sources)
    {
        var measured = new List<CaseObligation>(sources.Sum(source => source.CaseCount));
        foreach (var source in sources)
        {
            Measure(source, measured);
        }

        var known = sources.Where(source => source.KnownUntil is not null).Select(source => source.KnownUntil!.Value).ToList();
        return new MeasuredCases(terms, [.. measured], known.Count == 0 ? null : known.Min());
    }

    private void Measure(SourceCases source, List<CaseObligation> measured)
    {
        if (source.KnownUntil is not { } asOf)
        {
            return;
        }

        var roles = terms.Versions.Select(version => version.Rule.Clock is { } rule ? new RoleTable(rule, source.Words) : null).ToList();
        var buffer = ArrayPool<ClockEvent>.Shared.Rent(64);
        for (var place = 0; place < source.CaseCount; place++)
        {
            var events = source.EventsOf(place);
            if (buffer.Length < events.Length)
            {
                ArrayPool<ClockEvent>.Shared.Return(buffer);
                buffer = ArrayPool<ClockEvent>.Shared.Rent(events.Length);
            }

            if (VersionOf(events, roles) is var version and >= 0)
            {
                measured.Add(Measure(source, place, version, roles[version]!, buffer.AsSpan(0, events.Length), asOf));
            }
        }

        ArrayPool<ClockEvent>.Shared.Return(buffer);
    }

    // A start counts for the version that is in force on its day. A case without any start belongs to nothing.
    private int VersionOf(ReadOnlySpan<RecordedEvent> events, List<RoleTable?> roles)
    {
        for (var version = roles.Count - 1; version >= 0; version--)
        {
            if (roles[version] is { } table && table.FirstStart(events) is var first and >= 0 && terms.VersionOn(DayOf(events[first])) == version)
            {
                return version;
            }
        }

        return -1;
    }

    private CaseObligation Measure(SourceCases source, int place, int version, RoleTable roles, Span<ClockEvent> clockEvents, Instant asOf)
    {
        var events = source.EventsOf(place);
        var first = events[roles.FirstStart(events)];
        var day = DayOf(first);
        var clock = ClockOf(version, day);
        for (var i = 0; i < events.Length; i++)
        {
            clockEvents[i] = ToClock(events[i], roles.Of(events[i]), clock.Calendar.Zone);
        }

        Clock.Order(clockEvents);
        var declared = clock.Judge(clockEvents, Reading.Declared, asOf);
        var evidenced = clock.Judge(clockEvents, Reading.Evidenced, asOf);
        var proven = clock.Judge(clockEvents, Reading.Proven, asOf);
        var standing = Standings.Of(declared.Outcome, evidenced.Outcome, proven.Outcome);
        return new CaseObligation
        {
            Case = source.CaseNames[place],
            SourceId = source.SourceId,
            CaseId = source.CaseNumbers[place],
            Version = version,
            Month = MonthNumber.Of(day),
            Start = Moment.Of(declared.Start),
            Declared = ToReading(declared),
            Evidenced = ToReading(evidenced),
            Proven = ToReading(proven),
            Standing = standing,
            Delay = standing == Standing.Late ? adjustments.DelayOf(terms.Id, source.CaseNumbers[place]) ?? DelayOf(clock, terms.Performer) : null,
        };
    }

    // What ran was nobody else's: waits are already out of it. Only a date that does not move with waits needs the whole story,
    // which the case's page tells.
    private static Imputation DelayOf(Clock clock, Party performer) => clock.Rule.Target is DateTarget || clock.Rule.Prerequisite is not null
        ? Imputation.Undetermined
        : performer switch
        {
            Party.Company => Imputation.Company,
            Party.ThirdParty => Imputation.ThirdParty,
            _ => Imputation.Provider,
        };

    private Clock ClockOf(int version, DateOnly day)
    {
        var calendar = terms.Versions[version].CalendarOn(day);
        if (!_clocks.TryGetValue((version, calendar.Id), out var clock))
        {
            _clocks[(version, calendar.Id)] = clock = new Clock(terms.Versions[version].Rule.Clock!, calendar.Calendar);
        }

        return clock;
    }

    private ClockEvent ToClock(in RecordedEvent item, EventRoles roles, DateTimeZone calendarZone)
    {
        var confirmed = adjustments.IsConfirmed(item.Id);
        return item.IsDay
            ? ClockEvent.On(EvidenceTime.ToDay(item.At), calendarZone, roles, item.AttestedBy, confirmed)
            : ClockEvent.At(item.At * NodaConstants.TicksPerMillisecond / 1000, roles, item.AttestedBy, confirmed);
    }

    private DateOnly DayOf(in RecordedEvent item) => item.IsDay ? EvidenceTime.ToDay(item.At) : _days.Of(item.At);

    private static CaseReading ToReading(in ClockVerdict verdict) =>
        new(verdict.Outcome, Moment.Of(verdict.Stop), verdict.Running.BclCompatibleTicks);
}
