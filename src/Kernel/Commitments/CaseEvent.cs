using System.Collections.ObjectModel;

namespace Pupitre.Kernel.Commitments;

/// <summary>One event of a case, as the rules look at it.</summary>
public sealed record CaseEvent
{
    private static readonly ReadOnlyDictionary<string, string> NoAttributes = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>What was done (<c>concept:name</c> in an event log).</summary>
    public required string Activity { get; init; }

    /// <summary>State change of the activity (<c>lifecycle:transition</c>), or null.</summary>
    public string? Transition { get; init; }

    /// <summary>Who did it (<c>org:resource</c>), or null.</summary>
    public string? Resource { get; init; }

    /// <summary>When, to the instant or to the day.</summary>
    public required EventTime Time { get; init; }

    /// <summary>The strongest class among the live attestations of the event.</summary>
    public SourceClass Source { get; init; } = SourceClass.Observed;

    /// <summary>The other side has confirmed the word: it is proof in every reading.</summary>
    public bool Confirmed { get; init; }

    /// <summary>Further attributes as text, by exact name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = NoAttributes;

    /// <summary>Position in the source file: breaks ties of time.</summary>
    public long Position { get; init; }

    /// <summary>Recording number: breaks ties of position between files.</summary>
    public long Recording { get; init; }
}

/// <summary>What an event means for a clock; one event may play several parts.</summary>
[Flags]
public enum EventRoles : ushort
{
    None = 0,
    Start = 1,
    Stop = 2,

    /// <summary>Opens a pause (the one pattern of the state form, <c>from</c> of the pair form).</summary>
    Pause = 4,

    /// <summary>Ends the open pauses (<c>to</c> of the pair form).</summary>
    PauseEnd = 8,
    Cancel = 16,
    Reopen = 32,

    /// <summary>The event that a due date waits for (<see cref="ClockRule.Prerequisite"/>).</summary>
    Prerequisite = 64,

    /// <summary>The event whose date a date target counts from (<see cref="DateTarget.Event"/>).</summary>
    Anchor = 128,
}

public static class Roles
{
    /// <summary>Whether one of <paramref name="wanted"/> is among <paramref name="roles"/>.</summary>
    public static bool Has(this EventRoles roles, EventRoles wanted) => (roles & wanted) != EventRoles.None;
}
