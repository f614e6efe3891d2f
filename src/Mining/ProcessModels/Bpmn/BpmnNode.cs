namespace Pupitre.Mining;

/// <summary>What an element of a drawing does with the tokens that come to it.</summary>
internal enum BpmnKind
{
    /// <summary>A task, call activity or subprocess.</summary>
    Step,
    Start,

    /// <summary>An intermediate event.</summary>
    Event,

    /// <summary>An interrupting event on the border of a step.</summary>
    Boundary,
    End,

    /// <summary>An end that stops everything else in its process or subprocess.</summary>
    Terminate,

    /// <summary>An end that leaves its subprocess by the event on its border.</summary>
    Error,

    /// <summary>Exclusive or event-based gateway.</summary>
    Exclusive,
    Parallel,
    Inclusive,
}

/// <summary>How often a step with a loop marker may happen.</summary>
internal enum BpmnLoop
{
    None,
    OnceOrMore,
    AnyTimes,
}

/// <summary>An element that tokens come to.</summary>
internal sealed class BpmnNode(string id, string name, BpmnKind kind, BpmnScope scope)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public BpmnKind Kind { get; } = kind;

    public BpmnScope Scope { get; } = scope;

    /// <summary>The activity that one sees, or null when it is silent.</summary>
    public string? Label { get; set; }

    public string? Lane { get; set; }

    public BpmnLoop Loop { get; set; }

    /// <summary>The content of a subprocess that is drawn, else null.</summary>
    public BpmnScope? Inner { get; set; }

    /// <summary>Events on its border.</summary>
    public List<BpmnNode> Borders { get; } = [];

    public BpmnNode? AttachedTo { get; set; }

    /// <summary>What an error or an error event is about, or null.</summary>
    public string? ErrorRef { get; set; }

    /// <summary>Whether it is an event that catches errors.</summary>
    public bool CatchesErrors { get; set; }

    public string? DefaultFlow { get; set; }

    public List<BpmnFlow> Incoming { get; } = [];

    public List<BpmnFlow> Outgoing { get; } = [];

    public string Shown => Name.Length > 0 ? Name : Id;

    /// <summary>Whether tokens wait for each other here, so that each flow needs a place of its own.</summary>
    public bool Joins => Kind is BpmnKind.Parallel or BpmnKind.Inclusive && Incoming.Count > 1;
}

/// <summary>A sequence flow.</summary>
internal sealed record BpmnFlow(string Id, BpmnNode Source, BpmnNode Target, bool IsConditional);

/// <summary>A process, or the content of a subprocess.</summary>
internal sealed class BpmnScope(string id, string? party, BpmnNode? owner)
{
    public string Id { get; } = id;

    /// <summary>The pool that it belongs to, or null.</summary>
    public string? Party { get; } = party;

    public BpmnNode? Owner { get; } = owner;

    public List<BpmnNode> Nodes { get; } = [];

    /// <summary>It and what it holds at any depth.</summary>
    public IEnumerable<BpmnNode> AllNodes => Nodes.SelectMany(node => node.Inner is null ? [node] : node.Inner.AllNodes.Prepend(node));
}
