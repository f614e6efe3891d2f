namespace Pupitre.Platform.Ui;

/// <summary>A step of the path to the page; the last one has no address.</summary>
public sealed record Crumb(string Text, string? Href = null);
