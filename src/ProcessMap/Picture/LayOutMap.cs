using System.Globalization;
using System.Text;
using Pupitre.Processes.Links;

namespace Pupitre.ProcessMap.Picture;

/// <summary>Sizes of a map, in units of the drawing.</summary>
internal static class MapSizes
{
    public const double BoxWidth = 166;
    public const double BoxHeight = 76;
    public const double BandTitle = 26;
    public const double Gutter = 24;
    public const double Channel = 18;
    public const double Track = 7;
    public const double Edge = 12;

    /// <summary>How far beside the middle of a box lines leave and enter, so that they do not lie on each other.</summary>
    public const double Port = 6;
    public const double Corner = 5;
}

/// <summary>A map that is laid out: where each box and band stands, and how each link runs, in the order of the links.</summary>
internal sealed record MapLayout(double Width, double Height)
{
    /// <summary>Upper left corners, by number of the process.</summary>
    public required IReadOnlyList<(double X, double Y)> Boxes { get; init; }

    public required IReadOnlyList<(double Y, double Height)> Bands { get; init; }

    /// <summary>Paths of an SVG.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    public required IReadOnlySet<(int From, int To)> Back { get; init; }
}

/// <summary>
/// Lays a map out: bands below each other, work from left to right, lines in gutters and channels of their own. Time and memory grow with
/// processes and links; the same map is always laid out the same.
/// </summary>
internal sealed class LayOutMap
{
    // What hangs on the lower edge of a box stays in its band.
    private const double BandEnd = 16;

    private readonly MapCells _cells;
    private readonly MapTracks _gutters = new();
    private readonly MapTracks _channels = new();
    private readonly double[] _columnX;
    private readonly double[] _rowY;

    private LayOutMap(MapCells cells, IReadOnlyList<GraphLink> links)
    {
        _cells = cells;
        foreach (var link in links)
        {
            Reserve(link);
        }

        _gutters.Assign();
        _channels.Assign();
        _columnX = Columns();
        _rowY = Rows();
    }

    /// <param name="bands">Band of each process, from 0; each band has one at least.</param>
    /// <param name="links">Without those of a process to itself.</param>
    public static MapLayout Run(IReadOnlyList<int> bands, IReadOnlyList<GraphLink> links)
    {
        var layOut = new LayOutMap(MapCells.Of(bands, LinkGraph.Of(bands.Count, links)), links);
        return layOut.Layout(links);
    }

    private MapLayout Layout(IReadOnlyList<GraphLink> links)
    {
        var bands = new List<(double Y, double Height)>();
        for (var band = 0; band + 1 < _cells.BandRows.Length; band++)
        {
            var (first, after) = (_cells.BandRows[band], _cells.BandRows[band + 1]);
            var top = _rowY[first] - ChannelHeight(first) - MapSizes.BandTitle;
            var bottom = after < _rowY.Length ? _rowY[after] - ChannelHeight(after) - MapSizes.BandTitle : Height;
            bands.Add((top, bottom - top));
        }

        return new MapLayout(_columnX[^1] + MapSizes.BoxWidth + GutterWidth(_cells.Columns) + MapSizes.Edge, Height)
        {
            Boxes = [.. _cells.Cells.Select(cell => (_columnX[cell.Column], _rowY[cell.Row]))],
            Bands = bands,
            Paths = [.. links.Select(PathOf)],
            Back = _cells.Back,
        };
    }

    private double Height => _rowY.Length == 0 ? 0 : _rowY[^1] + MapSizes.BoxHeight + ChannelHeight(_rowY.Length);

    private double GutterWidth(int gutter) => MapSizes.Gutter + (_gutters.CountOf(gutter) * MapSizes.Track);

    private double ChannelHeight(int channel) => MapSizes.Channel + (_channels.CountOf(channel) * MapSizes.Track);

    private double[] Columns()
    {
        var (all, x) = (new double[_cells.Columns], MapSizes.Edge);
        for (var column = 0; column < all.Length; column++)
        {
            x += GutterWidth(column);
            all[column] = x;
            x += MapSizes.BoxWidth;
        }

        return all;
    }

    private double[] Rows()
    {
        var starts = _cells.BandRows.ToHashSet();
        var (all, y) = (new double[_cells.BandRows[^1]], 0.0);
        for (var row = 0; row < all.Length; row++)
        {
            var isFirst = starts.Contains(row);
            y += ChannelHeight(row) + (isFirst ? MapSizes.BandTitle : 0) + (isFirst && row > 0 ? BandEnd : 0);
            all[row] = y;
            y += MapSizes.BoxHeight;
        }

        return all;
    }

    // Places along a gutter: a row's middle is odd, the channel above it even.
    private static int Middle(int row) => (2 * row) + 1;

    // A line leaves to the right, enters from the left, and changes column in the channel beside the row where it enters.
    private (int Out, int In, int Channel) WayOf(GraphLink link)
    {
        var (from, to) = (_cells.Cells[link.From], _cells.Cells[link.To]);
        return (from.Column + 1, to.Column, to.Row < from.Row ? to.Row + 1 : to.Row);
    }

    private void Reserve(GraphLink link)
    {
        var (from, to, way) = (_cells.Cells[link.From], _cells.Cells[link.To], WayOf(link));
        if (way.Out == way.In)
        {
            _gutters.Run(way.Out, link.From, Middle(from.Row), Middle(to.Row));
            return;
        }

        _gutters.Run(way.Out, link.From, Middle(from.Row), 2 * way.Channel);
        _channels.Run(way.Channel, link.From, way.Out, way.In);
        _gutters.Run(way.In, link.From, 2 * way.Channel, Middle(to.Row));
    }

    private string PathOf(GraphLink link)
    {
        var (from, to, way) = (_cells.Cells[link.From], _cells.Cells[link.To], WayOf(link));
        var start = (X: _columnX[from.Column] + MapSizes.BoxWidth, Y: _rowY[from.Row] + (MapSizes.BoxHeight / 2) + MapSizes.Port);
        var end = (X: _columnX[to.Column], Y: _rowY[to.Row] + (MapSizes.BoxHeight / 2) - MapSizes.Port);
        var outX = GutterX(way.Out, link.From);
        if (way.Out == way.In)
        {
            return Rounded([start, (outX, start.Y), (outX, end.Y), end]);
        }

        var (inX, y) = (GutterX(way.In, link.From), ChannelY(way.Channel, link.From));
        return Rounded([start, (outX, start.Y), (outX, y), (inX, y), (inX, end.Y), end]);
    }

    private double GutterX(int gutter, int net)
    {
        var right = gutter < _columnX.Length ? _columnX[gutter] : _columnX[^1] + MapSizes.BoxWidth + GutterWidth(gutter);
        return right - GutterWidth(gutter) + (MapSizes.Gutter / 2) + (_gutters.TrackOf(gutter, net) * MapSizes.Track);
    }

    private double ChannelY(int channel, int net)
    {
        var bottom = channel < _rowY.Length ? _rowY[channel] : Height;
        return bottom - ChannelHeight(channel) + (MapSizes.Channel / 2) + (_channels.TrackOf(channel, net) * MapSizes.Track);
    }

    private static string Rounded(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{points[0].X:0.#} {points[0].Y:0.#}");
        for (var at = 1; at + 1 < points.Count; at++)
        {
            var (before, corner, after) = (Towards(points[at], points[at - 1]), points[at], Towards(points[at], points[at + 1]));
            path.Append(CultureInfo.InvariantCulture, $"L{before.X:0.#} {before.Y:0.#}")
                .Append(CultureInfo.InvariantCulture, $"Q{corner.X:0.#} {corner.Y:0.#} {after.X:0.#} {after.Y:0.#}");
        }

        return path.Append(CultureInfo.InvariantCulture, $"L{points[^1].X:0.#} {points[^1].Y:0.#}").ToString();
    }

    // A corner is as round as the shorter of its sides allows.
    private static (double X, double Y) Towards((double X, double Y) corner, (double X, double Y) other)
    {
        var length = Math.Abs(other.X - corner.X) + Math.Abs(other.Y - corner.Y);
        var part = length == 0 ? 0 : Math.Min(MapSizes.Corner, length / 2) / length;
        return (corner.X + ((other.X - corner.X) * part), corner.Y + ((other.Y - corner.Y) * part));
    }
}
