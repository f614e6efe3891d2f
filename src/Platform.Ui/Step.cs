namespace Pupitre.Platform.Ui;

/// <summary>One of the steps of <c>Steps</c>.</summary>
/// <param name="Name">What to do.</param>
/// <param name="Text">What it brings.</param>
/// <param name="Href">Where it is done; null when it is not the reader's to do.</param>
/// <param name="IsDone">Computed from what is there: nobody ticks it.</param>
public sealed record Step(string Name, string Text, string? Href, bool IsDone);
