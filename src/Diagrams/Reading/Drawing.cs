using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Pupitre.Diagrams;

/// <summary>A point of a drawing; y grows downwards. Units are those of the file, meant as pixels.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Spot(double X, double Y);

/// <summary>A rectangle of a drawing.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public Spot Centre => new(X + (Width / 2), Y + (Height / 2));

    public Box Moved(double dx, double dy) => this with { X = X + dx, Y = Y + dy };

    /// <summary>The smallest rectangle around both.</summary>
    public Box With(Box other)
    {
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    public bool Holds(Spot spot) => spot.X >= X && spot.X <= Right && spot.Y >= Y && spot.Y <= Bottom;
}

/// <summary>Where an element is drawn.</summary>
/// <param name="Label">Where its name stands, when not in the middle.</param>
/// <param name="IsHorizontal">For pools and lanes: whether work runs from left to right.</param>
/// <param name="IsExpanded">For subprocesses: whether their content is shown.</param>
public sealed record DrawnShape(string Element, Box Bounds, Box? Label, bool IsHorizontal, bool IsExpanded);

/// <summary>How a flow is drawn.</summary>
public sealed record DrawnEdge(string Element, ImmutableArray<Spot> Points, Box? Label);

/// <summary>A drawing of the whole or of a part: shapes in the order in which they are painted.</summary>
/// <param name="Plane">Identifier of the process, collaboration or subprocess that is drawn.</param>
public sealed record Drawing(string Name, string Plane, ImmutableArray<DrawnShape> Shapes, ImmutableArray<DrawnEdge> Edges)
{
    /// <summary>What it takes up, with the names beside shapes.</summary>
    public Box Bounds
    {
        get
        {
            var boxes = Shapes.SelectMany(shape => shape.Label is { } label ? new[] { shape.Bounds, label } : [shape.Bounds])
                .Concat(Edges.SelectMany(edge => edge.Points.Select(point => new Box(point.X, point.Y, 0, 0)).Concat(edge.Label is { } label ? [label] : []))).ToList();
            return boxes.Count == 0 ? default : boxes.Aggregate((all, box) => all.With(box));
        }
    }
}
