namespace Pupitre.Diagrams;

/// <summary>A box to be placed, or a place where a line passes (then <see cref="Element"/> is null).</summary>
internal sealed class Cell
{
    public BpmnElement? Element { get; init; }

    public double Width { get; set; }

    public double Height { get; set; }

    /// <summary>Room asked for above and below the middle line: the box, the words under it, and what hangs from it.</summary>
    public double Above { get; set; }

    public double Below { get; set; }

    public int Lane { get; set; }

    public int Layer { get; set; }

    /// <summary>Place in its layer, from the top.</summary>
    public int Order { get; set; }

    /// <summary>Line of the grid, counted inside its lane.</summary>
    public int Row { get; set; }

    /// <summary>For the ends of a line that leads back: the box that it belongs to.</summary>
    public Cell? Beside { get; set; }

    public bool IsBack { get; init; }

    public List<Cell> Left { get; } = [];

    public List<Cell> Right { get; } = [];

    /// <summary>Middle of the box once it is placed.</summary>
    public double X { get; set; }

    public double Y { get; set; }

    public double Weight { get; set; }

    /// <summary>Shapes drawn inside, relative to the upper left corner: the content of a subprocess.</summary>
    public Block? Content { get; set; }

    /// <summary>Notes and data that hang below.</summary>
    public List<BpmnElement> Hanging { get; } = [];

    /// <summary>Events on its border.</summary>
    public List<BpmnElement> Borders { get; } = [];
}

/// <summary>A flow between two boxes.</summary>
internal sealed class Line
{
    public required BpmnElement Flow { get; init; }

    public required Cell From { get; init; }

    public required Cell To { get; init; }

    /// <summary>The event on the border of <see cref="From"/> that it leaves, or null.</summary>
    public BpmnElement? Border { get; init; }

    /// <summary>Whether it leads against the order of work.</summary>
    public bool IsBack { get; set; }

    /// <summary>Whether it runs around everything, because too many lines are too long.</summary>
    public bool IsFar { get; set; }

    /// <summary>The places where it passes; for a way back from its end's layer to its start's.</summary>
    public List<Cell> Way { get; } = [];
}

/// <summary>Something laid out: its size, its shapes and edges from its own upper left corner.</summary>
internal sealed class Block
{
    public double Width { get; set; }

    public double Height { get; set; }

    public List<DrawnShape> Shapes { get; } = [];

    public List<DrawnEdge> Edges { get; } = [];

    /// <summary>Adds another block, moved.</summary>
    public void Add(Block other, double dx, double dy)
    {
        Shapes.AddRange(other.Shapes.Select(shape => shape with { Bounds = shape.Bounds.Moved(dx, dy), Label = shape.Label?.Moved(dx, dy) }));
        Edges.AddRange(other.Edges.Select(edge => edge with { Points = [.. edge.Points.Select(point => new Spot(point.X + dx, point.Y + dy))], Label = edge.Label?.Moved(dx, dy) }));
    }
}
