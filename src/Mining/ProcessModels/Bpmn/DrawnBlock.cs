using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>A point of a drawing, in pixels.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DrawnPoint(int X, int Y);

/// <summary>A shape of a drawing: upper left corner and size in pixels.</summary>
internal sealed record DrawnShape(string Id, string Element, string? Name, int X, int Y, int Width, int Height);

/// <summary>A flow of a drawing, with the points of its line.</summary>
internal sealed record DrawnFlow(string Id, string Source, string Target, IReadOnlyList<DrawnPoint> Points);

/// <summary>
/// A part of a drawing with one way in and one way out, both on its base line (y = 0); it lies between x = 0 and <see cref="Width"/>. Nothing
/// of it lies outside its box, so that blocks put beside or below each other never cross.
/// </summary>
internal sealed class DrawnBlock
{
    public List<DrawnShape> Shapes { get; init; } = [];

    public List<DrawnFlow> Flows { get; init; } = [];

    public int Width { get; set; }

    /// <summary>How far it reaches above its base line.</summary>
    public int Up { get; set; }

    /// <summary>How far it reaches below it.</summary>
    public int Down { get; set; }

    /// <summary>The shape that comes first, and where a flow arrives at it.</summary>
    public (string Shape, DrawnPoint At) Entry { get; set; }

    /// <summary>The shape that comes last, and where a flow leaves it.</summary>
    public (string Shape, DrawnPoint At) Exit { get; set; }

    /// <summary>The same block elsewhere; mirrored, it runs from right to left.</summary>
    public DrawnBlock Moved(int x, int y, bool isMirrored = false)
    {
        return new()
        {
            Shapes = Shapes.ConvertAll(shape => shape with { X = isMirrored ? x + Width - shape.X - shape.Width : x + shape.X, Y = y + shape.Y }),
            Flows = Flows.ConvertAll(flow => flow with { Points = [.. flow.Points.Select(Place)] }),
            Width = Width,
            Up = Up,
            Down = Down,
            Entry = (Entry.Shape, Place(Entry.At)),
            Exit = (Exit.Shape, Place(Exit.At)),
        };

        DrawnPoint Place(DrawnPoint point) => new(isMirrored ? x + Width - point.X : x + point.X, y + point.Y);
    }

    public void Take(DrawnBlock part)
    {
        Shapes.AddRange(part.Shapes);
        Flows.AddRange(part.Flows);
    }
}
