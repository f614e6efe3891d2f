using System.Collections.Immutable;
using NodaTime;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Evidence.Events;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Tables;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// Writes cases down with the events that they are measured by. Of what an event says it keeps the values that the commitment's rules name:
/// nothing else plays a part, and nothing else can name a person.
/// </summary>
internal sealed class StateCases(MeasureCommitment measure)
{
    /// <param name="asOf">What is told of later plays no part.</param>
    public async Task<IEnumerable<StatedObligation>> RunAsync(
        SelectedCommitment selected, Adjustments adjustments, StatedTexts texts, Instant asOf, CancellationToken token)
    {
        var terms = selected.Commitment.Terms;
        var wanted = selected.Cases.ToDictionary(item => item.CaseKey);
        var stated = new List<StatedObligation>(wanted.Count);
        foreach (var source in await measure.SourcesAsync(terms, token))
        {
            if (source.KnownUntil is not { } known)
            {
                continue;
            }

            var values = new RuleValues(terms, source);
            var stopless = !values.HasStop;
            for (var place = 0; place < source.CaseCount; place++)
            {
                if (!wanted.TryGetValue(source.CaseKeys[place], out var item))
                {
                    continue;
                }

                var key = DelayCorrection.KeyOf(item.CaseKey);
                stated.Add(new StatedObligation
                {
                    Key = key,
                    Name = texts.Clear.Conceal(item.Case),
                    KnownUntil = Instant.Min(known, asOf),
                    IsOfStoplessSource = stopless,
                    Events = Events(source, place, values, adjustments, asOf),
                    Delay = adjustments.CorrectionOf(terms.Id, key) is { } delay
                        ? new StatedDelay(delay.Whose, texts.Clear.Conceal(delay.Reason)) : null,
                    Dispute = texts.Disputes.Of(terms.Id, key),
                });
            }
        }

        return stated;
    }

    private static ImmutableArray<StatedEvent> Events(
        SourceCases source, int place, RuleValues values, Adjustments adjustments, Instant asOf)
    {
        var events = source.EventsOf(place);
        var first = source.FirstEventOf(place);
        var stated = ImmutableArray.CreateBuilder<StatedEvent>(events.Length);
        for (var at = 0; at < events.Length; at++)
        {
            ref readonly var item = ref events[at];
            if (item.At > EvidenceTime.Of(asOf))
            {
                continue;
            }

            var against = adjustments.AgainstOf(item.Id, item.AttestedBy) is { } word && values.IsWait(item, first + at) ? word : null;
            stated.Add(new StatedEvent(
                item.Time, item.AttestedBy, adjustments.IsConfirmed(item.Id),
                against is { EndsOn: null } ? [] : values.Of(item, first + at), source.Words[item.Transition] == Arrivals.SeenInFile));
            if (against?.EndsOn is { } day && EvidenceTime.Of(day) <= EvidenceTime.Of(asOf))
            {
                stated.Add(new StatedEvent(EventTime.On(day), WordAgainst.By(item.AttestedBy), false, values.OfEnd));
            }
        }

        return stated.ToImmutable();
    }
}

/// <summary>The values of events that the rules of a commitment name.</summary>
internal sealed class RuleValues
{
    private readonly SourceCases _source;
    private readonly List<(string Name, HashSet<string> Values)> _named;
    private readonly Dictionary<(int, int), ImmutableArray<StatedValue>>? _known;
    private readonly List<RoleTable> _tables;

    public RuleValues(MeasuredTerms terms, SourceCases source)
    {
        _source = source;
        var rules = terms.Versions.Select(version => version.Rule.Clock).OfType<ClockRule>().ToList();
        _named =
        [
            .. rules.SelectMany(rule => rule.Patterns).SelectMany(pattern => pattern.Alternatives)
                .SelectMany(alternative => alternative.Parts)
                .GroupBy(part => part.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, group.SelectMany(part => part.Values).ToHashSet(StringComparer.Ordinal))),
        ];
        _known = _named.TrueForAll(part => part.Name is EventPattern.ActivityName or EventPattern.TransitionName) ? [] : null;
        var tables = rules.ConvertAll(rule => new RoleTable(rule, source));
        _tables = tables;
        OfEnd = rules.ConvertAll(AnsweredWaits.ValuesOfEnd).Find(found => found.Length > 0);
        OfEnd = OfEnd.IsDefault ? [] : OfEnd;
        HasStop = Enumerable.Range(0, source.EventCount)
            .Any(at => tables.Exists(table => table.Of(source.Events[at], at).HasFlag(EventRoles.Stop)));
    }

    /// <summary>What the end of a wait says.</summary>
    public ImmutableArray<StatedValue> OfEnd { get; }

    /// <summary>Whether an event opens a wait and does nothing else.</summary>
    public bool IsWait(in RecordedEvent item, int place)
    {
        foreach (var table in _tables)
        {
            if (table.Of(item, place) == EventRoles.Pause)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether any event of the source stops anything.</summary>
    public bool HasStop { get; }

    public ImmutableArray<StatedValue> Of(in RecordedEvent item, int place)
    {
        if (_known is null)
        {
            return Find(item, place);
        }

        if (!_known.TryGetValue((item.Activity, item.Transition), out var values))
        {
            _known[(item.Activity, item.Transition)] = values = Find(item, place);
        }

        return values;
    }

    private ImmutableArray<StatedValue> Find(RecordedEvent item, int place) =>
    [
        .. _named.Select(part => (part.Name, part.Values, Value: ValueOf(item, place, part.Name)))
            .Where(part => part.Value is not null && part.Values.Contains(part.Value))
                .Select(part => new StatedValue(part.Name, part.Value!)),
    ];

    private string? ValueOf(in RecordedEvent item, int place, string name) => name switch
    {
        EventPattern.ActivityName or "concept:name" => _source.Words[item.Activity],
        EventPattern.TransitionName or "lifecycle:transition" => _source.Words[item.Transition],
        "resource" or "org:resource" => _source.Words[item.Resource],
        _ => _source.Attributes.TryGetValue(name, out var values) ? _source.Words[values[place]] : null,
    };
}
