namespace Pupitre.Diagrams;

/// <summary>One difference between two versions of a drawing.</summary>
/// <param name="Before">Identifier in the earlier version, null when it is new.</param>
/// <param name="After">Identifier in the later version, null when it is gone.</param>
/// <param name="Text">What changed, in the reader's language.</param>
public sealed record DiagramChange(ChangeKind Kind, string? Before, string? After, string Text);

/// <summary>What became of an element.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Renamed,

    /// <summary>Another lane, another pool or another subprocess.</summary>
    Moved,

    /// <summary>A user task became a service task, an exclusive gateway an inclusive one.</summary>
    Retyped,
    WayAdded,
    WayRemoved,

    /// <summary>A way that starts or ends elsewhere, or is taken under another condition.</summary>
    WayChanged,
}
