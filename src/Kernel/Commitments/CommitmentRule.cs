using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pupitre.Kernel.Commitments;

/// <summary>The rule of a commitment: a clock or a schedule. Immutable; JSON with <c>"kind":"clock"</c> or <c>"kind":"schedule"</c>.</summary>
public sealed record CommitmentRule
{
    private CommitmentRule(ClockRule? clock, ScheduleRule? schedule) => (Clock, Schedule) = (clock, schedule);

    /// <summary>The clock, or null when it is a schedule.</summary>
    public ClockRule? Clock { get; }

    /// <summary>The schedule, or null when it is a clock.</summary>
    public ScheduleRule? Schedule { get; }

    public static CommitmentRule Of(ClockRule clock) => new(clock, null);

    public static CommitmentRule Of(ScheduleRule schedule) => new(null, schedule);

    /// <summary>Reads a rule from its text.</summary>
    /// <exception cref="Refused">The text is not JSON, or not a rule.</exception>
    public static CommitmentRule Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return FromJson(document.RootElement);
        }
        catch (JsonException)
        {
            throw new Refused(Texts.Rule_NotJson);
        }
    }

    /// <summary>Reads a rule; without <c>kind</c> it is a clock, as in the command <c>measure</c>.</summary>
    public static CommitmentRule FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new Refused(Texts.Rule_NotAnObject.With("commitment"));
        }

        return RuleJson.Text(json, "kind") switch
        {
            null or "clock" => Of(ClockRule.FromJson(json)),
            "schedule" => Of(ScheduleRule.FromJson(json)),
            var other => throw new Refused(Texts.Rule_UnknownChoice.With(other, "kind", "clock, schedule"), "kind"),
        };
    }

    public JsonObject ToJson()
    {
        var json = Clock?.ToJson() ?? Schedule!.ToJson();
        json.Insert(0, "kind", Clock is null ? "schedule" : "clock");
        return json;
    }

    public override string ToString() => ToJson().ToJsonString();
}
