namespace Pupitre.Platform.Ui;

/// <summary>A flow, laid out: <see cref="FlowDrawing"/> draws it. Lengths are in units of the drawing, x to the right and y down.</summary>
public sealed record FlowPicture(double Width, double Height, IReadOnlyList<FlowBox> Boxes, IReadOnlyList<FlowLine> Lines);

/// <summary>A step of a flow, or the ring where cases begin or end.</summary>
/// <param name="Note">Its figure, below the name.</param>
/// <param name="Title">The same as a sentence.</param>
/// <param name="Strength">1 for the rarest to 5 for the most frequent.</param>
/// <param name="Href">The cases behind it.</param>
public sealed record FlowBox(FlowBoxKind Kind, string Label, string Note, string Title, int Strength, string? Href)
{
    /// <summary>Middle of the box.</summary>
    public double X { get; init; }

    public double Y { get; init; }

    public double BoxWidth { get; init; }

    public double BoxHeight { get; init; }
}

/// <summary>A passage from one step to another.</summary>
/// <param name="Title">It as a sentence.</param>
/// <param name="Strength">1 for the thinnest to 5.</param>
/// <param name="IsEnd">It leads from the beginning or to the end: drawn in dashes.</param>
public sealed record FlowLine(string Label, string Title, int Strength, bool IsEnd, string? Href)
{
    /// <summary>Path of an SVG.</summary>
    public string Path { get; init; } = "";

    /// <summary>Middle of the label.</summary>
    public double X { get; init; }

    public double Y { get; init; }
}

/// <summary>What a box of a flow stands for; each has a shape of its own.</summary>
public enum FlowBoxKind
{
    Step,
    Start,
    End,
}
