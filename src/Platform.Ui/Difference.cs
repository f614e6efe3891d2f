namespace Pupitre.Platform.Ui;

/// <summary>A field that two people left differently, in words.</summary>
/// <param name="Label">The field's label.</param>
/// <param name="Theirs">What is saved now.</param>
/// <param name="Yours">What was typed in this form.</param>
public sealed record Difference(string Label, string? Theirs, string? Yours)
{
    /// <summary>Keeps those that differ.</summary>
    public static IReadOnlyList<Difference> Among(params ReadOnlySpan<Difference> fields) => [.. fields.ToArray().Where(field => (field.Theirs ?? "") != (field.Yours ?? ""))];
}
