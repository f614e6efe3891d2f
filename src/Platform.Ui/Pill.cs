namespace Pupitre.Platform.Ui;

/// <summary>One way to narrow a list, with how many rows it leaves.</summary>
public sealed record Pill(string Text, int Count, string Href, bool IsCurrent);
