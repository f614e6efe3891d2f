namespace Pupitre.Diagrams;

/// <summary>
/// Columns and lines: straight where a line stays on its row; otherwise up or down in the channel between two columns, or right from the
/// corner of a gateway where nothing stands in the way.
/// </summary>
internal sealed class Routes(List<Cell>[] layers, double left)
{
    private const double ChannelWidth = 44;
    private const double LabelledChannel = 84;
    private const double TrackGap = 9;
    private const double FarGap = 10;

    private readonly double[] _starts = new double[layers.Length + 1];
    private readonly double[] _ends = new double[layers.Length + 1];
    private readonly Dictionary<(Cell, bool IsBelow), bool> _corners = [];
    private readonly Dictionary<(int Layer, object Of), int> _tracks = [];
    private readonly List<(double Top, double Bottom, object Of)>[] _channels = [.. Enumerable.Range(0, layers.Length + 1).Select(_ => new List<(double, double, object)>())];

    /// <summary>Gives each column its place; the width of it all.</summary>
    public double PlaceColumns(List<Line> lines)
    {
        var wide = lines.Where(line => NameOf(line.Flow).Length > 0).Select(line => line.From.Layer).ToHashSet();
        var x = left + ChannelWidth;
        for (var at = 0; at < layers.Length; at++)
        {
            var width = layers[at].Max(cell => cell.Element is null ? 0 : Math.Max(cell.Width, NodeSizes.WordsBelow(cell.Element) > 0 ? NodeSizes.LabelWidth : 0));
            _starts[at] = x;
            layers[at].ForEach(cell => cell.X = x + (width / 2));
            x += width;
            _ends[at] = x;
            x += (wide.Contains(at) ? LabelledChannel : ChannelWidth) + Crowd(at);
        }

        return x;
    }

    public void Draw(List<Line> lines, Block block, double height)
    {
        var far = height;
        // Ways back take the lower corners first: nothing else may leave by a corner where something arrives.
        foreach (var line in lines.OrderBy(line => line.IsBack ? 0 : 1))
        {
            List<Spot> points = line.IsFar ? Far(line, far += FarGap) : line.IsBack ? Back(line) : Forward(line);
            var simple = Simple(points);
            block.Edges.Add(new DrawnEdge(line.Flow.Id, [.. simple], LabelOf(line, simple)));
        }

        block.Height = Math.Max(block.Height, far > height ? far + FarGap : height);
    }

    // Room for as many verticals as may stand beside each other, as far as a sheet allows.
    private double Crowd(int layer) => Math.Min(12, layers[layer].Where(cell => cell.Right.Count > 0).Sum(cell => cell.Right.Count(other => other.Y != cell.Y))) * TrackGap / 2;

    private List<Spot> Forward(Line line)
    {
        var points = new List<Spot>();
        var stops = line.Way.Append(line.To).ToList();
        Start(line, stops[0], points);
        for (var step = 0; step < stops.Count; step++)
        {
            var (last, stop) = (points[^1], stops[step]);
            if (step == stops.Count - 1 && Arrives(line, last.Y, points))
            {
                return points;
            }

            if (last.Y != stop.Y)
            {
                var x = Track(stop.Layer - 1, last.Y, stop.Y, step == 0 && line.From.Right.Count > 1 ? line.From : line.To);
                points.Add(new(x, last.Y));
                points.Add(new(x, stop.Y));
            }
        }

        points.Add(new(line.To.X - (HalfOf(line.To)), line.To.Y));
        return points;
    }

    private void Start(Line line, Cell first, List<Spot> points)
    {
        var from = line.From;
        if (line.Border is { } border)
        {
            FromBorder(line, border, first, points);
            return;
        }

        var isBelow = first.Y > from.Y;
        if (from.Element!.Kind == ElementKind.Gateway && first.Y != from.Y && from.Right.Count > 1 && IsFree(from, first.Y) && Take(from, isBelow, isOut: true))
        {
            points.Add(new(from.X, from.Y + (isBelow ? NodeSizes.GatewaySize / 2 : -NodeSizes.GatewaySize / 2)));
            points.Add(new(from.X, first.Y));
        }
        else
        {
            points.Add(new(from.X + HalfOf(from), from.Y));
        }
    }

    private void FromBorder(Line line, BpmnElement border, Cell first, List<Spot> points)
    {
        var from = line.From;
        var (width, height) = (HalfOf(from) * 2, HeightOf(from));
        var middle = NodeSizes.BorderOf(from, from.Borders.IndexOf(border), new Box(from.X - (width / 2), from.Y - (height / 2), width, height));
        points.Add(new(middle.X, middle.Y + (NodeSizes.EventSize / 2)));
        var isStraight = first.Y > middle.Y + NodeSizes.EventSize && IsFree(from, first.Y);
        points.Add(new(middle.X, isStraight ? first.Y : middle.Y + (NodeSizes.EventSize / 2) + FarGap));
    }

    // Into the corner of a gateway that joins, straight from the row of what comes.
    private bool Arrives(Line line, double y, List<Spot> points)
    {
        var to = line.To;
        if (to.Element!.Kind != ElementKind.Gateway || to.Y == y || to.Left.Count < 2 || !IsFree(to, y) || !Take(to, y > to.Y, isOut: false))
        {
            return false;
        }

        points.Add(new(to.X, y));
        points.Add(new(to.X, to.Y + (y > to.Y ? NodeSizes.GatewaySize / 2 : -NodeSizes.GatewaySize / 2)));
        return true;
    }

    private List<Spot> Back(Line line)
    {
        var points = new List<Spot>();
        var (first, last) = (line.Way[^1], line.Way[0]);
        if (line.Border is null && IsFree(line.From, first.Y, isBack: true) && Take(line.From, first.Y > line.From.Y, isOut: true))
        {
            points.Add(new(line.From.X, line.From.Y + Side(line.From, first.Y)));
        }
        else
        {
            Start(line, first, points);
            var x = Track(line.From.Layer, points[^1].Y, first.Y, line);
            points.Add(new(x, points[^1].Y));
            points.Add(new(x, first.Y));
        }

        points.Add(new(points[^1].X, first.Y));
        for (var at = line.Way.Count - 2; at >= 0; at--)
        {
            if (line.Way[at].Y != points[^1].Y)
            {
                var x = Track(line.Way[at].Layer, points[^1].Y, line.Way[at].Y, line);
                points.Add(new(x, points[^1].Y));
                points.Add(new(x, line.Way[at].Y));
            }
        }

        if (IsFree(line.To, last.Y, isBack: true) && Take(line.To, last.Y > line.To.Y, isOut: false))
        {
            points.Add(new(line.To.X, last.Y));
            points.Add(new(line.To.X, line.To.Y + Side(line.To, last.Y)));
            return points;
        }

        Enter(line, points);
        return points;
    }

    private List<Spot> Far(Line line, double y)
    {
        var points = new List<Spot>();
        Start(line, line.From, points);
        var x = Track(line.From.Layer, points[^1].Y, y, line);
        points.AddRange([new(x, points[^1].Y), new(x, y)]);
        Enter(line, points);
        return points;
    }

    private void Enter(Line line, List<Spot> points)
    {
        var y = points[^1].Y;
        var x = Track(line.To.Layer - 1, y, line.To.Y, line.To);
        points.AddRange([new(x, y), new(x, line.To.Y), new(line.To.X - HalfOf(line.To), line.To.Y)]);
    }

    /// <summary>Whether a vertical through the middle of a column meets no box, and no line on the row where it ends.</summary>
    private bool IsFree(Cell cell, double y, bool isBack = false)
    {
        var (top, bottom) = (Math.Min(cell.Y, y), Math.Max(cell.Y, y));
        var isBelow = y > cell.Y;
        if (cell.Hanging.Count > 0 && isBelow)
        {
            return false;
        }

        // Neighbours in the order of the column, until the row is reached.
        var layer = layers[cell.Layer];
        for (var at = cell.Order + (isBelow ? 1 : -1); at >= 0 && at < layer.Count; at += isBelow ? 1 : -1)
        {
            var other = layer[at];
            if (other.Element is not null ? other.Y + other.Below >= top && other.Y - other.Above <= bottom : other.Y == y && !isBack)
            {
                return false;
            }

            if (isBelow ? other.Y > bottom : other.Y < top)
            {
                break;
            }
        }

        return true;
    }

    private bool Take(Cell cell, bool isBelow, bool isOut) => _corners.TryAdd((cell, isBelow), isOut) || _corners[(cell, isBelow)] == isOut;

    /// <summary>A place in a channel where no other line runs up or down over the same stretch; lines of one end share it.</summary>
    private double Track(int channel, double from, double to, object of)
    {
        var (top, bottom) = (Math.Min(from, to), Math.Max(from, to));
        var known = _channels[channel + 1];
        if (!_tracks.TryGetValue((channel, of), out var track))
        {
            var taken = known.Where(run => run.Top < bottom + TrackGap && top < run.Bottom + TrackGap).Select(run => _tracks[(channel, run.Of)]).ToHashSet();
            while (taken.Contains(track))
            {
                track++;
            }

            _tracks.Add((channel, of), track);
        }

        known.Add((top, bottom, of));
        var start = channel < 0 ? left : _ends[channel];
        var end = channel + 1 < layers.Length ? _starts[channel + 1] : start + ChannelWidth;
        var room = end - start;
        // Wrapped where there are more than fit: lines then lie on each other, and are still drawn.
        var tracks = Math.Max(1, (int)((room - (2 * TrackGap)) / TrackGap));
        return start + (room / 2) + (((track % tracks) + 1) / 2 * TrackGap * (track % 2 == 0 ? -1 : 1));
    }

    private static double HalfOf(Cell cell) => (cell.Content?.Width ?? NodeSizes.Of(cell.Element!).Width) / 2;

    private static double HeightOf(Cell cell) => cell.Content is null ? NodeSizes.Of(cell.Element!).Height : cell.Height;

    private static double Side(Cell cell, double y) => HeightOf(cell) / (y > cell.Y ? 2 : -2);

    private static List<Spot> Simple(List<Spot> points)
    {
        var simple = new List<Spot>();
        foreach (var point in points)
        {
            if (simple.Count > 0 && simple[^1] == point)
            {
                continue;
            }

            if (simple.Count > 1 && ((simple[^1].X == point.X && simple[^2].X == point.X) || (simple[^1].Y == point.Y && simple[^2].Y == point.Y)))
            {
                simple.RemoveAt(simple.Count - 1);
            }

            simple.Add(point);
        }

        return simple.Count > 1 ? simple : [.. simple, .. simple];
    }

    public static string NameOf(BpmnElement flow) => flow.Name.Length > 0 ? flow.Name : flow.Condition ?? "";

    // Above the first level stretch, where the way is chosen.
    private static Box? LabelOf(Line line, List<Spot> points)
    {
        var name = NameOf(line.Flow);
        if (name.Length == 0)
        {
            return null;
        }

        var at = Enumerable.Range(0, points.Count - 1).Where(step => points[step].Y == points[step + 1].Y).DefaultIfEmpty(0).First();
        var lines = Words.Wrap(name, LabelledChannel - 10, NodeSizes.MaxLabelLines);
        var height = lines.Count * NodeSizes.LineHeight;
        var width = Math.Max(20, lines.Max(Words.WidthOf) + 4);
        var start = Math.Min(points[at].X, points[at + 1].X);
        return new Box(line.IsBack ? Math.Max(points[at].X, points[at + 1].X) - width - 4 : start + 4, points[at].Y - height - 3, width, height);
    }

}
