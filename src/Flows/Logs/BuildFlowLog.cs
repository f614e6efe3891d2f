using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Mining;
using Pupitre.Recognition.Tables;

namespace Pupitre.Flows.Logs;

/// <summary>
/// Turns loaded sources into one log. Cases of the same name are one case, whichever source tells of them: so the provider's table and
/// the company's own show one path. A day without an hour is the first instant of that day in the company's zone.
/// </summary>
/// <param name="zone">The company's zone.</param>
/// <param name="steps">What a step is named after.</param>
/// <param name="attribute">The one attribute to keep, or null.</param>
internal sealed class BuildFlowLog(DateTimeZone zone, StepNames steps, string? attribute)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<long> _caseKeys = [];
    private readonly Dictionary<DateOnly, Instant> _days = [];
    private readonly Dictionary<Guid, IReadOnlyList<DeducedStep>> _stepsBySource = [];
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    private EventLogBuilder _builder = new();
    private int _timed;
    private int _byDay;

    /// <summary>How exactly the moments of its events are known.</summary>
    public MomentsOfLog Moments => _byDay == 0 ? MomentsOfLog.Exact : _timed == 0 ? MomentsOfLog.Days : MomentsOfLog.Mixed;

    public (EventLog Log, long[] CaseKeys, StepsOfLog Steps) Run(IReadOnlyList<(SourceCases Cases, FlowSource Source)> sources, CancellationToken token)
    {
        _builder = new(attribute is null ? null : [attribute], expected: sources.Sum(source => source.Cases.EventCount));
        foreach (var (cases, source) in sources)
        {
            Add(cases, new StepParties(cases, source.Doers, source.Owed), token);
        }

        return (_builder.Build(token), [.. _caseKeys], new StepsOfLog(_stepsBySource, _said));
    }

    private void Add(SourceCases source, StepParties parties, CancellationToken token)
    {
        _stepsBySource[source.SourceId] = parties.Deduced();
        var names = new Dictionary<long, string>();
        var values = attribute is null ? null : source.Attributes.GetValueOrDefault(attribute);
        for (var place = 0; place < source.CaseCount; place++)
        {
            token.ThrowIfCancellationRequested();
            if (_places.TryAdd(source.CaseNames[place], _caseKeys.Count))
            {
                _caseKeys.Add(source.CaseKeys[place]);
            }

            var events = source.EventsOf(place);
            for (var i = 0; i < events.Length; i++)
            {
                ref readonly var item = ref events[i];
                var value = values is null ? 0 : values[source.FirstEventOf(place) + i];
                ReadOnlySpan<LogAttribute> kept = value == 0 ? default : [new LogAttribute(attribute!, source.Words[value]!)];
                var name = NameOf(item, source, names);
                _builder.Add(source.CaseNames[place], name, At(item), source.Words[item.Transition], source.Words[item.Resource], parties.Of(item), kept);
                if (parties.IsSaid(item))
                {
                    _said.Add(name);
                }
            }
        }
    }

    private string NameOf(in RecordedEvent item, SourceCases source, Dictionary<long, string> names)
    {
        if (steps == StepNames.Activity || item.Transition == 0)
        {
            return source.Words[item.Activity] ?? "";
        }

        var pair = ((long)item.Activity << 32) | (uint)item.Transition;
        if (!names.TryGetValue(pair, out var name))
        {
            names.Add(pair, name = $"{source.Words[item.Activity]} ({source.Words[item.Transition]})");
        }

        return name;
    }

    private Instant At(in RecordedEvent item)
    {
        if (!item.IsDay)
        {
            _timed++;
            return EvidenceTime.ToInstant(item.At);
        }

        _byDay++;
        var day = EvidenceTime.ToDay(item.At);
        if (!_days.TryGetValue(day, out var start))
        {
            _days.Add(day, start = LocalDate.FromDateOnly(day).AtStartOfDayInZone(zone).ToInstant());
        }

        return start;
    }
}

/// <summary>How exactly a log knows when its events happened.</summary>
public enum MomentsOfLog
{
    /// <summary>To the hour.</summary>
    Exact,

    /// <summary>Some to the hour, of some the day alone.</summary>
    Mixed,

    /// <summary>Of all the day alone.</summary>
    Days,
}

/// <summary>What that means for a moment.</summary>
internal static class LogMoments
{
    /// <summary>Whether a moment of such a log is shown as a day: a day without an hour is its first instant.</summary>
    public static bool IsDay(this MomentsOfLog moments, LocalDateTime local) => moments == MomentsOfLog.Days || (moments == MomentsOfLog.Mixed && local.TimeOfDay == LocalTime.Midnight);
}

/// <summary>What a step of a flow is named after.</summary>
public enum StepNames
{
    /// <summary>The activity alone.</summary>
    Activity,

    /// <summary>The activity with its transition: a log that says "Accepted" over and over says in the transition what it waits for.</summary>
    ActivityAndTransition,
}
