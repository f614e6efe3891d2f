namespace Pupitre.Platform.Ui;

/// <summary>One cell of a <see cref="MatrixPlot"/>.</summary>
/// <param name="Strength">1 for little to 5 for most.</param>
/// <param name="Title">It as a sentence.</param>
public sealed record MatrixCell(string Text, int Strength, string Title);
