using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Pupitre.Kernel.Commitments;

/// <summary>
/// A commitment that begins with an event, section 3 of the business-time rules: which events start, stop, pause, cancel and reopen the
/// clock, and by when it must stop. Immutable; JSON in the shape of the command <c>measure</c>.
/// </summary>
/// <remarks>A rule without <see cref="Pause"/> never pauses: that is the rule of a first response unless the commitment says otherwise.</remarks>
public sealed record ClockRule
{
    public required EventPattern Start { get; init; }

    public required EventPattern Stop { get; init; }

    public PauseRule? Pause { get; init; }

    public EventPattern? Cancel { get; init; }

    /// <summary>The clock resumes here after a stop; the first stop is then kept as a first-pass failure.</summary>
    public EventPattern? Reopen { get; init; }

    public required ClockTarget Target { get; init; }

    /// <summary>Remaining open time under which an open obligation is at risk, or null when nobody wants to be warned.</summary>
    public Duration? Warning { get; init; }

    /// <summary>What the due instant waits for besides the start, or null.</summary>
    public ClockPrerequisite? Prerequisite { get; init; }

    /// <summary>Names of the attributes that the rule reads, without activity and transition.</summary>
    public IReadOnlySet<string> AttributeNames => Patterns.SelectMany(pattern => pattern.AttributeNames)
        .Concat(Target is DateTarget { Attribute: { } name } ? [name] : [])
        .ToHashSet();

    /// <summary>Every pattern that the rule looks for.</summary>
    public IEnumerable<EventPattern> Patterns => new[]
    {
        Start, Stop, Pause?.From, Pause?.To, Cancel, Reopen, Prerequisite?.Event, (Target as DateTarget)?.Event,
    }.OfType<EventPattern>();

    /// <summary>Reads a rule.</summary>
    /// <remarks><c>kind</c>, <c>name</c>, <c>calendar</c> and <c>sources</c> may stand beside its members and are left to their readers.</remarks>
    /// <exception cref="Refused">The JSON is not a rule; the message names the member.</exception>
    public static ClockRule FromJson(JsonElement json)
    {
        RuleJson.Object(
            json, "commitment", "kind", "name", "calendar", "sources", "start", "stop", "pause", "waitsOn", "cancel", "reopen", "target", "warningSeconds", "prerequisite");
        return new()
        {
            Start = EventPattern.FromJson(RuleJson.Required(json, "start"), "start"),
            Stop = EventPattern.FromJson(RuleJson.Required(json, "stop"), "stop"),
            Pause = RuleJson.Optional(json, "pause") is { } pause ? PauseRule.FromJson(pause, RuleJson.Choice(json, "waitsOn", Party.Company)) : null,
            Cancel = RuleJson.Optional(json, "cancel") is { } cancel ? EventPattern.FromJson(cancel, "cancel") : null,
            Reopen = RuleJson.Optional(json, "reopen") is { } reopen ? EventPattern.FromJson(reopen, "reopen") : null,
            Target = ClockTarget.FromJson(RuleJson.Required(json, "target")),
            Warning = RuleJson.Optional(json, "warningSeconds") is { } warning ? RuleJson.Seconds(warning, "warningSeconds") : null,
            Prerequisite = RuleJson.Optional(json, "prerequisite") is { } prerequisite ? ClockPrerequisite.FromJson(prerequisite) : null,
        };
    }

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["start"] = Start.ToJson(), ["stop"] = Stop.ToJson() };
        if (Pause is not null)
        {
            json["pause"] = Pause.ToJson();
            json["waitsOn"] = RuleJson.Camel(Pause.WaitsOn);
        }

        if (Cancel is not null)
        {
            json["cancel"] = Cancel.ToJson();
        }

        if (Reopen is not null)
        {
            json["reopen"] = Reopen.ToJson();
        }

        json["target"] = Target.ToJson();
        if (Warning is { } warning)
        {
            json["warningSeconds"] = RuleJson.Seconds(warning);
        }

        if (Prerequisite is not null)
        {
            json["prerequisite"] = Prerequisite.ToJson();
        }

        return json;
    }

    /// <summary>What the event whose values <paramref name="valueOf"/> gives by name means for this clock.</summary>
    public EventRoles RolesOf(Func<string, string?> valueOf) =>
        Role(Start, EventRoles.Start, valueOf) | Role(Stop, EventRoles.Stop, valueOf)
        | Role(Pause?.From, EventRoles.Pause, valueOf) | Role(Pause?.To, EventRoles.PauseEnd, valueOf)
        | Role(Cancel, EventRoles.Cancel, valueOf) | Role(Reopen, EventRoles.Reopen, valueOf)
        | Role(Prerequisite?.Event, EventRoles.Prerequisite, valueOf) | Role((Target as DateTarget)?.Event, EventRoles.Anchor, valueOf);

    /// <summary>What <paramref name="item"/> means for this clock.</summary>
    public EventRoles RolesOf(CaseEvent item, IReadOnlyDictionary<string, string>? caseAttributes = null) =>
        RolesOf(name => EventPattern.ValueOf(item, caseAttributes, name));

    private static EventRoles Role(EventPattern? pattern, EventRoles role, Func<string, string?> valueOf) =>
        pattern?.Matches(valueOf) == true ? role : EventRoles.None;
}

/// <summary>When a clock does not run. The state form has no <see cref="To"/>: a pause lasts until the case's next event.</summary>
/// <param name="From">Opens a pause.</param>
/// <param name="To">Ends the open pauses, or null in the state form.</param>
/// <param name="WaitsOn">On whom it is waited.</param>
public sealed record PauseRule(EventPattern From, EventPattern? To = null, Party WaitsOn = Party.Company)
{
    internal static PauseRule FromJson(JsonElement json, Party waitsOn)
    {
        var isPair = json.ValueKind == JsonValueKind.Object && HoldsPattern(json, "from") && HoldsPattern(json, "to");
        if (!isPair)
        {
            return new(EventPattern.FromJson(json, "pause"), null, waitsOn);
        }

        RuleJson.Object(json, "pause", "from", "to");
        return new(EventPattern.FromJson(json.GetProperty("from"), "pause.from"), EventPattern.FromJson(json.GetProperty("to"), "pause.to"), waitsOn);
    }

    private static bool HoldsPattern(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind switch
    {
        JsonValueKind.Object => true,
        JsonValueKind.Array => value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object),
        _ => false,
    };

    internal JsonNode ToJson() => To is null ? From.ToJson() : new JsonObject { ["from"] = From.ToJson(), ["to"] = To.ToJson() };
}

/// <summary>The due instant is the later of the target and <see cref="Days"/> business days of the calendar after the first such event.</summary>
public sealed record ClockPrerequisite(EventPattern Event, int Days)
{
    internal static ClockPrerequisite FromJson(JsonElement json)
    {
        RuleJson.Object(json, "prerequisite", "event", "days");
        return new(EventPattern.FromJson(RuleJson.Required(json, "event"), "event"), new DayTarget(RuleJson.Integer(json, "days")).Days);
    }

    internal JsonObject ToJson() => new() { ["event"] = Event.ToJson(), ["days"] = Days };
}
