using System.Collections.Frozen;

namespace Pupitre.Mining;

/// <summary>How to load a log whole.</summary>
public sealed record EventLogOptions
{
    /// <summary>Columns, zone and separator. Its <see cref="LogOptions.Attributes"/> is not used: see <see cref="Attributes"/>.</summary>
    public LogOptions Reading { get; init; } = new();

    /// <summary>Keeps only the events of this transition (<c>complete</c>, whatever the case of its letters); all when null.</summary>
    public string? Lifecycle { get; init; }

    /// <summary>Attributes of events or cases to keep, by exact name; none by default, since each costs memory.</summary>
    public IReadOnlySet<string> Attributes { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The attribute (of the event, else of its case) that says on whose behalf an event happened; null when none does.</summary>
    public string? PartyAttribute { get; init; }

    /// <summary>For an object-centric log (OCEL 2.0): the type of object whose instances are the cases. Null takes the only type, or the one with most events.</summary>
    public string? ObjectType { get; init; }

    /// <summary>Refuses a log of which an event would be left out, instead of leaving it out, counting and listing it.</summary>
    public bool RefusesIncomplete { get; init; }

    /// <summary>Events above which a log is refused, so that memory stays bounded: about 30 bytes each are held.</summary>
    public int MostEvents { get; init; } = 50_000_000;
}
