namespace Pupitre.Platform.Ui;

/// <summary>A figure drawn on an element of a process model.</summary>
/// <param name="Element">Identifier of the element in its file.</param>
/// <param name="Text">The figure, with the sign that says its kind without colour.</param>
/// <param name="Title">It as a sentence.</param>
public sealed record ModelMark(string Element, ModelMarkKind Kind, string Text, string Title);

/// <summary>How a case departs from a model at an element.</summary>
public enum ModelMarkKind
{
    /// <summary>The model demands it and it did not happen.</summary>
    Skipped,

    /// <summary>It happened where the model does not allow it.</summary>
    Inserted,
}
