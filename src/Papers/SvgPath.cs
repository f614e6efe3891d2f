using System.Globalization;
using System.Text.RegularExpressions;
using PdfSharp.Drawing;

namespace Pupitre.Papers;

/// <summary>A line of a path: its points, and whether it ends where it began.</summary>
internal sealed record SvgLine(List<XPoint> Points, bool IsClosed);

/// <summary>
/// Reads the data of an SVG path into lines of points: what is bent becomes short straight pieces, which no eye tells apart on paper. What
/// cannot be read ends the path there.
/// </summary>
internal sealed partial class SvgPath
{
    private const int Pieces = 12;
    private const int MatchTimeoutMs = 10_000;

    private readonly List<string> _tokens;
    private readonly List<SvgLine> _lines = [];
    private XPoint _at;
    private XPoint _start;
    private int _next;

    private SvgPath(string data) => _tokens = [.. Token().Matches(data).Select(match => match.Value)];

    public static IReadOnlyList<SvgLine> Read(string data)
    {
        var path = new SvgPath(data);
        path.Run();
        return path._lines;
    }

    private void Run()
    {
        var command = 'M';
        while (_next < _tokens.Count)
        {
            if (char.IsAsciiLetter(_tokens[_next][0]))
            {
                command = _tokens[_next++][0];
            }
            else if (command is 'Z' or 'z')
            {
                return;
            }

            if (!Take(command))
            {
                return;
            }

            // Figures that go on after a move are lines.
            command = command switch { 'M' => 'L', 'm' => 'l', _ => command };
        }
    }

    private bool Take(char command)
    {
        var from = char.IsLower(command) ? _at : default;
        switch (char.ToUpperInvariant(command))
        {
            case 'Z':
                Close();
                return true;
            case 'M' when Figures(2) is [var x, var y]:
                _start = _at = new(from.X + x, from.Y + y);
                _lines.Add(new SvgLine([_at], IsClosed: false));
                return true;
            case 'L' when Figures(2) is [var x, var y]:
                return To(new(from.X + x, from.Y + y));
            case 'H' when Figures(1) is [var x]:
                return To(new(from.X + x, _at.Y));
            case 'V' when Figures(1) is [var y]:
                return To(new(_at.X, from.Y + y));
            case 'Q' when Figures(4) is [var x1, var y1, var x, var y]:
                var bend = new XPoint(from.X + x1, from.Y + y1);
                return Curve(bend, bend, new(from.X + x, from.Y + y), isQuadratic: true);
            case 'C' when Figures(6) is [var x1, var y1, var x2, var y2, var x, var y]:
                return Curve(new(from.X + x1, from.Y + y1), new(from.X + x2, from.Y + y2), new(from.X + x, from.Y + y), isQuadratic: false);
            case 'A' when Figures(7) is [var rx, var ry, _, var isLarge, var isClockwise, var x, var y]:
                return Arc(rx, ry, isLarge != 0, isClockwise != 0, new(from.X + x, from.Y + y));
            default:
                return false;
        }
    }

    private void Close()
    {
        if (_lines.Count > 0)
        {
            _lines[^1] = _lines[^1] with { IsClosed = true };
        }

        _at = _start;
    }

    private bool To(XPoint point)
    {
        if (_lines.Count == 0 || _lines[^1].IsClosed)
        {
            _lines.Add(new SvgLine([_at], IsClosed: false));
        }

        _lines[^1].Points.Add(point);
        _at = point;
        return true;
    }

    private bool Curve(XPoint first, XPoint second, XPoint end, bool isQuadratic)
    {
        var from = _at;
        for (var piece = 1; piece <= Pieces; piece++)
        {
            var t = piece / (double)Pieces;
            var u = 1 - t;
            To(isQuadratic
                ? new((u * u * from.X) + (2 * u * t * first.X) + (t * t * end.X),
                    (u * u * from.Y) + (2 * u * t * first.Y) + (t * t * end.Y))
                : new(
                    (u * u * u * from.X) + (3 * u * u * t * first.X) + (3 * u * t * t * second.X) + (t * t * t * end.X),
                    (u * u * u * from.Y) + (3 * u * u * t * first.Y) + (3 * u * t * t * second.Y) + (t * t * t * end.Y)));
        }

        return true;
    }

    // The middle of the ellipse by SVG 1.1, F.6.5; the axes of the diagrams' signs are never turned.
    private bool Arc(double rx, double ry, bool isLarge, bool isClockwise, XPoint end)
    {
        (rx, ry) = (Math.Abs(rx), Math.Abs(ry));
        if (rx == 0 || ry == 0 || end == _at)
        {
            return To(end);
        }

        var (x1, y1) = ((_at.X - end.X) / 2, (_at.Y - end.Y) / 2);
        var wide = (x1 * x1 / (rx * rx)) + (y1 * y1 / (ry * ry));
        if (wide > 1)
        {
            (rx, ry) = (rx * Math.Sqrt(wide), ry * Math.Sqrt(wide));
        }

        var below = (rx * rx * y1 * y1) + (ry * ry * x1 * x1);
        var factor = Math.Sqrt(Math.Max(0, ((rx * rx * ry * ry) - below) / below)) * (isLarge == isClockwise ? -1 : 1);
        var (mx, my) = (factor * rx * y1 / ry, -factor * ry * x1 / rx);
        var (cx, cy) = (mx + ((_at.X + end.X) / 2), my + ((_at.Y + end.Y) / 2));
        var begin = Math.Atan2((y1 - my) / ry, (x1 - mx) / rx);
        var sweep = Math.Atan2((-y1 - my) / ry, (-x1 - mx) / rx) - begin;
        sweep += isClockwise && sweep < 0 ? 2 * Math.PI : !isClockwise && sweep > 0 ? -2 * Math.PI : 0;
        for (var piece = 1; piece < Pieces; piece++)
        {
            var angle = begin + (sweep * piece / Pieces);
            To(new(cx + (rx * Math.Cos(angle)), cy + (ry * Math.Sin(angle))));
        }

        return To(end);
    }

    private double[]? Figures(int count)
    {
        if (_next + count > _tokens.Count || _tokens.GetRange(_next, count).Exists(token => char.IsAsciiLetter(token[0])))
        {
            return null;
        }

        var figures = _tokens.GetRange(_next, count)
            .ConvertAll(token => double.Parse(token, NumberStyles.Float, CultureInfo.InvariantCulture));
        _next += count;
        return [.. figures];
    }

    [GeneratedRegex("[A-DF-Za-df-z]|[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?", RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex Token();
}
