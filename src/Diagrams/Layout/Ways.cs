namespace Pupitre.Diagrams;

/// <summary>Gives each line a place in every column that it passes, so that nothing is drawn over a box.</summary>
internal static class Ways
{
    /// <summary>Most such places; longer lines then run around the whole.</summary>
    public const int MaxPlaces = 40_000;

    public static List<Cell> Run(List<Line> lines)
    {
        var places = new List<Cell>();
        var splits = lines.GroupBy(line => line.To).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet();
        foreach (var line in lines.OrderBy(LengthOf))
        {
            if (places.Count + LengthOf(line) > MaxPlaces)
            {
                line.IsFar = true;
            }
            else if (line.IsBack)
            {
                places.AddRange(Back(line));
            }
            else
            {
                places.AddRange(Forward(line, splits));
            }
        }

        return places;
    }

    private static int LengthOf(Line line) => line.IsBack ? line.From.Layer - line.To.Layer + 1 : line.To.Layer - line.From.Layer - 1;

    private static List<Cell> Forward(Line line, HashSet<Cell> joins)
    {
        // Changing lanes is seen best at a gateway: at the one that splits, else at the one that joins.
        var lane = line.From.Element?.Kind != ElementKind.Gateway && line.To.Element?.Kind == ElementKind.Gateway && joins.Contains(line.To) ? line.From.Lane : line.To.Lane;
        var before = line.From;
        for (var layer = line.From.Layer + 1; layer < line.To.Layer; layer++)
        {
            var place = new Cell { Lane = lane, Layer = layer, Above = PlaceRoom, Below = PlaceRoom };
            Join(before, place);
            line.Way.Add(place);
            before = place;
        }

        Join(before, line.To);
        return line.Way;
    }

    private static List<Cell> Back(Line line)
    {
        Cell? before = null;
        for (var layer = line.To.Layer; layer <= line.From.Layer; layer++)
        {
            var place = new Cell { Lane = line.To.Lane, Layer = layer, Above = PlaceRoom, Below = PlaceRoom, IsBack = true, Beside = layer == line.To.Layer ? line.To : layer == line.From.Layer ? line.From : null };
            if (before is not null)
            {
                Join(before, place);
            }

            line.Way.Add(place);
            before = place;
        }

        return line.Way;
    }

    private static void Join(Cell left, Cell right)
    {
        left.Right.Add(right);
        right.Left.Add(left);
    }

    private const double PlaceRoom = 10;
}
