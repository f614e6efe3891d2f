namespace Pupitre.Diagrams;

/// <summary>What an element of a drawing is, as far as its reader is concerned; <see cref="BpmnElement.Type"/> says the rest.</summary>
public enum ElementKind
{
    Pool,
    Lane,
    Activity,
    Event,
    Gateway,
    Data,
    Annotation,
    Group,

    /// <summary>Something with an identifier that this program draws as a box and does not judge (conversations, choreographies).</summary>
    Other,
    SequenceFlow,
    MessageFlow,

    /// <summary>An association, or the way of data into or out of a step.</summary>
    Association,
}

/// <summary>An element of a BPMN 2.0 document that people see: its names are those of the standard (ISO/IEC 19510).</summary>
public sealed record BpmnElement
{
    public required string Id { get; init; }

    public required ElementKind Kind { get; init; }

    /// <summary>The element's name in the standard: <c>userTask</c>, <c>exclusiveGateway</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Name on one line, without spaces around; for an annotation its text; empty without one.</summary>
    public string Name { get; init; } = "";

    /// <summary>Line of the file, from 1; 0 when it is unknown.</summary>
    public int Line { get; init; }

    /// <summary>Identifier of the process or subprocess that holds it; for a pool, of the process that it shows.</summary>
    public string? Scope { get; init; }

    /// <summary>Identifier of the innermost lane, or null.</summary>
    public string? Lane { get; init; }

    /// <summary>For an event what it waits for or throws (<c>timer</c>, <c>message</c>), or null.</summary>
    public string? Trigger { get; init; }

    /// <summary>For an event on the border of a step, that step.</summary>
    public string? AttachedTo { get; init; }

    /// <summary>Whether a border event lets its step go on, or the start of an event subprocess its process.</summary>
    public bool IsNonInterrupting { get; init; }

    /// <summary>For an activity: <c>loop</c>, <c>parallel</c> or <c>sequential</c> instances, or null.</summary>
    public string? Repetition { get; init; }

    /// <summary>Whether it is there to undo something.</summary>
    public bool IsCompensation { get; init; }

    /// <summary>Whether it holds steps of its own.</summary>
    public bool HasContent { get; init; }

    /// <summary>For a subprocess, whether an event of its own starts it.</summary>
    public bool IsStartedByEvent { get; init; }

    /// <summary>Who does it, where the element itself says so (performer, potential owner).</summary>
    public string? Performer { get; init; }

    /// <summary>Its documentation, as plain words; null without.</summary>
    public string? Documentation { get; init; }

    /// <summary>For a flow where it comes from.</summary>
    public string Source { get; init; } = "";

    /// <summary>For a flow where it leads to.</summary>
    public string Target { get; init; } = "";

    /// <summary>For a flow, the way that is taken when no condition holds.</summary>
    public bool IsDefault { get; init; }

    /// <summary>For a flow, when it is taken; null without a condition, empty for one that the file keeps to itself.</summary>
    public string? Condition { get; init; }

    /// <summary>Whether work stands in it: something that a flow leads to.</summary>
    public bool IsNode => Kind is ElementKind.Activity or ElementKind.Event or ElementKind.Gateway;

    public bool IsFlow => Kind is ElementKind.SequenceFlow or ElementKind.MessageFlow or ElementKind.Association;

    /// <summary>Name, else the identifier: what a sentence calls it.</summary>
    public string Shown => Name.Length > 0 ? Name : Id;
}
