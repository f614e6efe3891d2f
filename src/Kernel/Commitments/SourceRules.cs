using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pupitre.Kernel.Commitments;

/// <summary>Who attests an event of a log: the first rule that matches wins, else the default. Immutable.</summary>
/// <remarks>JSON: <c>{"default":"Observed","rules":[{"when":{"transition":"Wait - User"},"source":"Provider"}]}</c>.</remarks>
public sealed record SourceRules(SourceClass Default, ImmutableArray<SourceRule> Rules)
{
    /// <summary>Every event is <see cref="SourceClass.Observed"/>.</summary>
    public static SourceRules AllObserved { get; } = new(SourceClass.Observed, []);

    /// <exception cref="Refused">The JSON is not such a list of rules.</exception>
    public static SourceRules FromJson(JsonElement json)
    {
        RuleJson.Object(json, "sources", "default", "rules");
        var rules = RuleJson.Optional(json, "rules") switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(SourceRule.FromJson).ToImmutableArray(),
            _ => throw new Refused(Texts.Rule_NotAList.With("rules"), "rules"),
        };
        return new(RuleJson.Choice(json, "default", SourceClass.Observed), rules);
    }

    public JsonObject ToJson() => new()
    {
        ["default"] = Default.ToString(),
        ["rules"] = new JsonArray([.. Rules.Select(rule => (JsonNode)rule.ToJson())]),
    };

    public SourceClass Of(Func<string, string?> valueOf)
    {
        foreach (var rule in Rules)
        {
            if (rule.When.Matches(valueOf))
            {
                return rule.Source;
            }
        }

        return Default;
    }

    public bool Equals(SourceRules? other) => other is not null && Default == other.Default && Rules.SequenceEqual(other.Rules);

    public override int GetHashCode() => HashCode.Combine(Default, Rules.Length);
}

/// <summary>Events that match <see cref="When"/> are attested by <see cref="Source"/>.</summary>
public sealed record SourceRule(EventPattern When, SourceClass Source)
{
    public static SourceRule FromJson(JsonElement json)
    {
        RuleJson.Object(json, "rules", "when", "source");
        RuleJson.Required(json, "source");
        return new(EventPattern.FromJson(RuleJson.Required(json, "when"), "when"), RuleJson.Choice(json, "source", SourceClass.Observed));
    }

    public JsonObject ToJson() => new() { ["when"] = When.ToJson(), ["source"] = Source.ToString() };
}
