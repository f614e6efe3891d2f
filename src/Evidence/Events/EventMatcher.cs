using System.Collections.Immutable;
using Pupitre.Kernel.Commitments;

namespace Pupitre.Evidence.Events;

/// <summary>
/// A pattern over the numbers of words. Activity and transition are decided once for each pair of them; attributes are looked at only
/// when the pattern names some.
/// </summary>
public sealed class EventMatcher
{
    private readonly ImmutableArray<Alternative> _alternatives;
    private readonly Dictionary<long, bool>? _byPair;

    private EventMatcher(ImmutableArray<Alternative> alternatives)
    {
        _alternatives = alternatives;
        _byPair = alternatives.All(alternative => alternative.Parts.All(part => part.Values is null)) ? [] : null;
    }

    /// <summary>Whether an event matches.</summary>
    /// <param name="item">The event.</param>
    /// <param name="place">Its place among all events of the source.</param>
    public bool Matches(in RecordedEvent item, int place)
    {
        if (_byPair is null)
        {
            return Decide(item, place);
        }

        var pair = ((long)item.Activity << 32) | (uint)item.Transition;
        if (!_byPair.TryGetValue(pair, out var matches))
        {
            _byPair.Add(pair, matches = Decide(item, place));
        }

        return matches;
    }

    internal static EventMatcher Compile(EventPattern pattern, SourceCases cases)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 1; number < cases.Words.Count; number++)
        {
            numbers.TryAdd(cases.Words[number]!, number);
        }

        return new EventMatcher([.. pattern.Alternatives.Select(alternative => new Alternative([.. alternative.Parts.Select(part => Part.Of(part, numbers, cases))]))]);
    }

    private bool Decide(in RecordedEvent item, int place)
    {
        foreach (var alternative in _alternatives)
        {
            if (alternative.Matches(item, place))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Alternative(ImmutableArray<Part> Parts)
    {
        public bool Matches(in RecordedEvent item, int place)
        {
            foreach (var part in Parts)
            {
                if (!part.Matches(item, place))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private enum Field
    {
        Activity,
        Transition,
        Resource,
        Attribute,
    }

    private sealed record Part(Field Field, HashSet<int> Wanted, int[]? Values)
    {
        public static Part Of(PatternPart part, Dictionary<string, int> numbers, SourceCases cases)
        {
            var wanted = part.Values.Select(value => numbers.GetValueOrDefault(value)).Where(number => number > 0).ToHashSet();
            var field = FieldOf(part.Name);
            return new Part(field, wanted, field == Field.Attribute ? cases.Attributes.GetValueOrDefault(part.Name) : null);
        }

        public bool Matches(in RecordedEvent item, int place) => Wanted.Contains(Field switch
        {
            Field.Activity => item.Activity,
            Field.Transition => item.Transition,
            Field.Resource => item.Resource,
            _ => Values is null ? 0 : Values[place],
        });
    }

    private static Field FieldOf(string name) => name switch
    {
        EventPattern.ActivityName or "concept:name" => Field.Activity,
        EventPattern.TransitionName or "lifecycle:transition" => Field.Transition,
        "resource" or "org:resource" => Field.Resource,
        _ => Field.Attribute,
    };

    /// <summary>Whether a name of a pattern is one of the columns that every event has.</summary>
    public static bool IsColumn(string name) => FieldOf(name) != Field.Attribute;
}
