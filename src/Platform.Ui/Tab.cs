namespace Pupitre.Platform.Ui;

/// <summary>One of several views of the same thing, each with an address of its own.</summary>
public sealed record Tab(string Text, string Href, bool IsCurrent);
