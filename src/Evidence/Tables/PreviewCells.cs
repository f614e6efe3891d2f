namespace Pupitre.Evidence.Tables;

/// <summary>An event of the preview, in words.</summary>
public sealed record PreviewCells(int Line, string Case, string Activity, string When, string? Transition, string? Resource, string AttestedBy);
