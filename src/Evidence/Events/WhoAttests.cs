using System.Runtime.InteropServices;
using Pupitre.Kernel.Commitments;

namespace Pupitre.Evidence.Events;

/// <summary>
/// The rules of who attests over the numbers of words: each combination of the values that the rules look at is decided once.
/// </summary>
internal sealed class WhoAttests
{
    private readonly SourceRules _rules;
    private readonly IReadOnlyList<string?> _words;
    private readonly bool _looksAtResource;
    private readonly Dictionary<Values, SourceClass> _decided = [];

    public WhoAttests(SourceRules rules, IReadOnlyList<string?> words)
    {
        _rules = rules;
        _words = words;
        var names = rules.Rules.SelectMany(rule => rule.When.Alternatives).SelectMany(alternative => alternative.Parts).Select(part => part.Name).Distinct().ToList();
        _looksAtResource = names.Exists(name => name is "resource" or "org:resource");
        AttributeNames = [.. names.Where(name => !EventMatcher.IsColumn(name))];
    }

    /// <summary>Attributes that the rules look at, in the order in which <see cref="Of"/> takes their values.</summary>
    public IReadOnlyList<string> AttributeNames { get; }

    public SourceClass Of(int activity, int transition, int resource, ReadOnlySpan<int> attributes)
    {
        var values = new Values(activity, transition, _looksAtResource ? resource : 0, attributes.IsEmpty ? 0 : attributes[0]);
        if (attributes.Length > 1)
        {
            return Decide(values, attributes);
        }

        if (!_decided.TryGetValue(values, out var attestedBy))
        {
            _decided.Add(values, attestedBy = Decide(values, attributes));
        }

        return attestedBy;
    }

    private SourceClass Decide(Values values, ReadOnlySpan<int> attributes)
    {
        var own = attributes.ToArray();
        return _rules.Of(name => name switch
        {
            EventPattern.ActivityName or "concept:name" => _words[values.Activity],
            EventPattern.TransitionName or "lifecycle:transition" => _words[values.Transition],
            "resource" or "org:resource" => _words[values.Resource],
            _ => _words[own[PlaceOf(name)]],
        });
    }

    private int PlaceOf(string name)
    {
        for (var place = 0; place < AttributeNames.Count; place++)
        {
            if (AttributeNames[place] == name)
            {
                return place;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(name), name, "The rules do not look at this attribute.");
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Values(int Activity, int Transition, int Resource, int Attribute);
}
