namespace Pupitre.Platform.Ui;

/// <summary>
/// A map of boxes in bands, laid out: <see cref="MapDrawing"/> draws it. Lengths are in units of the drawing, x to the right, y down.
/// </summary>
public sealed record MapPicture(
    double Width, double Height, IReadOnlyList<MapBand> Bands,
    IReadOnlyList<MapBox> Boxes, IReadOnlyList<MapLine> Lines);

/// <summary>A band across the map, with its title at the upper left.</summary>
public sealed record MapBand(string Title, double Y, double Height);

/// <summary>A box of a map.</summary>
/// <param name="Name">Its name, in one line or two.</param>
/// <param name="Notes">Smaller, below the name, a line each.</param>
/// <param name="Title">The same as a sentence.</param>
/// <param name="Href">Where it leads.</param>
public sealed record MapBox(IReadOnlyList<string> Name, IReadOnlyList<string> Notes, string Title, string Href)
{
    /// <summary>Its name whole, for whoever is told of it in words.</summary>
    public required string Label { get; init; }

    /// <summary>Upper left corner.</summary>
    public double X { get; init; }

    public double Y { get; init; }

    public double BoxWidth { get; init; }

    public double BoxHeight { get; init; }

    /// <summary>1 for a thin frame to 3 for a thick one.</summary>
    public int Strength { get; init; } = 1;

    public MapTone Tone { get; init; }

    /// <summary>A word or two on its lower edge: something to look at.</summary>
    public string? Sign { get; init; }

    /// <summary>A word or two on its upper edge.</summary>
    public string? When { get; init; }
}

/// <summary>A line of a map, from one box to another.</summary>
/// <param name="Path">Path of an SVG.</param>
/// <param name="Title">It as a sentence.</param>
/// <param name="Strength">1 for the thinnest to 3.</param>
/// <param name="IsBack">It closes a circle: drawn in dashes.</param>
public sealed record MapLine(string Path, string Title, int Strength, bool IsBack, MapTone Tone)
{
    /// <summary>Number, in the boxes of its map, of the one that it leaves.</summary>
    public required int From { get; init; }

    /// <summary>Number of the one that it leads to.</summary>
    public required int To { get; init; }
}

/// <summary>How a part of a map stands to what was asked; each has a form of its own, beside its colour.</summary>
public enum MapTone
{
    Plain,

    /// <summary>What was asked about.</summary>
    Chosen,

    /// <summary>What hangs on it.</summary>
    Reached,

    /// <summary>What does not.</summary>
    Aside,
}
