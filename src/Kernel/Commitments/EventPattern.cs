using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pupitre.Kernel.Commitments;

/// <summary>Which events a clock looks for. Immutable.</summary>
/// <remarks>
/// A pattern matches an event when all parts of one of its alternatives match. <c>activity</c> is the activity, <c>transition</c> the
/// transition; any other name is an attribute, looked up on the case when the event lacks it. Values compare as text, exact case; a
/// part with several values matches any of them. In JSON: an object, or a list of objects; a value is a text or a list of texts.
/// </remarks>
public sealed class EventPattern : IEquatable<EventPattern>
{
    public const string ActivityName = "activity";
    public const string TransitionName = "transition";

    private EventPattern(ImmutableArray<PatternAlternative> alternatives) => Alternatives = alternatives;

    /// <summary>The alternatives, of which one must match. Never empty.</summary>
    public ImmutableArray<PatternAlternative> Alternatives { get; }

    /// <summary>Names of the attributes that the pattern reads, without <c>activity</c> and <c>transition</c>.</summary>
    public IEnumerable<string> AttributeNames =>
        Alternatives.SelectMany(alternative => alternative.Parts).Select(part => part.Name).Where(name => name is not (ActivityName or TransitionName)).Distinct();

    /// <summary>A pattern of alternatives.</summary>
    /// <exception cref="Refused">There is no alternative.</exception>
    public static EventPattern Any(params ReadOnlySpan<PatternAlternative> alternatives) =>
        alternatives.IsEmpty ? throw new Refused(Texts.Rule_EmptyPattern) : new([.. alternatives]);

    /// <summary>A pattern of one part: <paramref name="name"/> has one of <paramref name="values"/>.</summary>
    public static EventPattern Of(string name, params ReadOnlySpan<string> values) => Any(new PatternAlternative([PatternPart.Of(name, values)]));

    /// <summary>Matches events of any of <paramref name="activities"/>.</summary>
    public static EventPattern Activity(params ReadOnlySpan<string> activities) => Of(ActivityName, activities);

    /// <summary>Reads a pattern.</summary>
    /// <param name="json">An object, or a list of objects.</param>
    /// <param name="field">Name of the place that is read, for the message.</param>
    /// <exception cref="Refused">The JSON is not a pattern.</exception>
    public static EventPattern FromJson(JsonElement json, string field) => json.ValueKind switch
    {
        JsonValueKind.Object => new([PatternAlternative.FromJson(json, field)]),
        JsonValueKind.Array when json.GetArrayLength() > 0 => new([.. json.EnumerateArray().Select(item => PatternAlternative.FromJson(item, field))]),
        _ => throw new Refused(Texts.Rule_BadPattern.With(field), field),
    };

    public JsonNode ToJson() => Alternatives.Length == 1
        ? Alternatives[0].ToJson()
        : new JsonArray([.. Alternatives.Select(alternative => (JsonNode)alternative.ToJson())]);

    /// <summary>Whether the pattern matches an event whose values <paramref name="valueOf"/> gives by name (null when it has none).</summary>
    public bool Matches(Func<string, string?> valueOf)
    {
        foreach (var alternative in Alternatives)
        {
            if (alternative.Parts.All(part => valueOf(part.Name) is { } value && part.Values.Contains(value)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the pattern matches <paramref name="item"/>, looking attributes up on the case when the event lacks them.</summary>
    public bool Matches(CaseEvent item, IReadOnlyDictionary<string, string>? caseAttributes = null) => Matches(name => ValueOf(item, caseAttributes, name));

    public bool Equals(EventPattern? other) => other is not null && Alternatives.SequenceEqual(other.Alternatives);

    public override bool Equals(object? obj) => Equals(obj as EventPattern);

    public override int GetHashCode() => Alternatives.Aggregate(0, HashCode.Combine);

    public override string ToString() => ToJson().ToJsonString();

    internal static string? ValueOf(CaseEvent item, IReadOnlyDictionary<string, string>? caseAttributes, string name)
    {
        var own = name switch
        {
            ActivityName or "concept:name" => item.Activity,
            TransitionName or "lifecycle:transition" => item.Transition,
            "org:resource" => item.Resource ?? item.Attributes.GetValueOrDefault(name),
            _ => item.Attributes.GetValueOrDefault(name),
        };
        return own ?? caseAttributes?.GetValueOrDefault(name == TransitionName ? "lifecycle:transition" : name);
    }
}

/// <summary>Parts that must all match.</summary>
public sealed record PatternAlternative(ImmutableArray<PatternPart> Parts)
{
    public static PatternAlternative FromJson(JsonElement json, string field) => json.ValueKind == JsonValueKind.Object
        ? new([.. json.EnumerateObject().Select(member => PatternPart.FromJson(member, field))])
        : throw new Refused(Texts.Rule_BadPattern.With(field), field);

    public JsonObject ToJson() => new(Parts.Select(part => KeyValuePair.Create(part.Name, (JsonNode?)part.ToJson())));

    public bool Equals(PatternAlternative? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Aggregate(0, HashCode.Combine);
}

/// <summary>One name and the values that it may have.</summary>
public sealed record PatternPart(string Name, ImmutableArray<string> Values)
{
    public static PatternPart Of(string name, params ReadOnlySpan<string> values) =>
        values.IsEmpty ? throw new Refused(Texts.Rule_BadPattern.With(name), name) : new(name, [.. values]);

    public static PatternPart FromJson(JsonProperty member, string field) => member.Value.ValueKind == JsonValueKind.Array
        ? Of(member.Name, [.. member.Value.EnumerateArray().Select(item => TextOf(item, field + "." + member.Name))])
        : Of(member.Name, TextOf(member.Value, field + "." + member.Name));

    public JsonNode ToJson() => Values.Length == 1 ? JsonValue.Create(Values[0]) : new JsonArray([.. Values.Select(value => JsonValue.Create(value))]);

    public bool Equals(PatternPart? other) => other is not null && Name == other.Name && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Name, Values.Length);

    private static string TextOf(JsonElement json, string field) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
        _ => throw new Refused(Texts.Rule_BadPattern.With(field), field),
    };
}
