using System.Globalization;
using System.Xml.Linq;
using PdfSharp.Drawing;

namespace Pupitre.Papers;

/// <summary>
/// Draws the part of SVG that the diagrams write: groups that are turned, rectangles, circles, paths and lines of words, each with the look
/// that its class has on paper. What it does not know is left out.
/// </summary>
internal sealed class SvgPen(XGraphics drawing)
{
    private const double LetterSize = 12;
    private const double HeadLength = 9;
    private const double HeadHalf = 4;

    private static readonly XFont _letters = PdfSheet.Font(LetterSize, XFontStyleEx.Regular);
    private static readonly XFont _band = PdfSheet.Font(LetterSize, XFontStyleEx.Bold);

    public void Draw(XElement parent)
    {
        foreach (var element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "g":
                    Group(element);
                    break;
                case "rect":
                    Rectangle(element, SvgLook.Of(Text(element, "class")));
                    break;
                case "circle":
                    Circle(element, SvgLook.Of(Text(element, "class")));
                    break;
                case "path":
                    Path(element, SvgLook.Of(Text(element, "class")));
                    break;
                case "text":
                    Words(element);
                    break;
            }
        }
    }

    private void Group(XElement group)
    {
        var state = drawing.Save();
        Move(group);
        Draw(group);
        drawing.Restore(state);
    }

    // "rotate(-90 15 80)", "translate(12 40)".
    private void Move(XElement element)
    {
        if (Text(element, "transform") is not { Length: > 0 } transform)
        {
            return;
        }

        var figures = transform[(transform.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(' ').Select(Number).ToList();
        if (transform.StartsWith("rotate", StringComparison.Ordinal) && figures is [var angle, var x, var y])
        {
            drawing.RotateAtTransform(angle, new XPoint(x, y));
        }
        else if (figures is [var dx, var dy])
        {
            drawing.TranslateTransform(dx, dy);
        }
    }

    private void Rectangle(XElement element, SvgLook look)
    {
        var frame = new XRect(Figure(element, "x"), Figure(element, "y"), Figure(element, "width"), Figure(element, "height"));
        var round = new XSize(2 * Figure(element, "rx"), 2 * Figure(element, "rx"));
        drawing.DrawRoundedRectangle(look.Pen, look.Brush, frame, round);
    }

    private void Circle(XElement element, SvgLook look)
    {
        var radius = Figure(element, "r");
        drawing.DrawEllipse(look.Pen, look.Brush, Figure(element, "cx") - radius, Figure(element, "cy") - radius, 2 * radius, 2 * radius);
    }

    private void Path(XElement element, SvgLook look)
    {
        var state = drawing.Save();
        Move(element);
        var lines = SvgPath.Read(Text(element, "d"));
        foreach (var line in lines.Where(line => line.Points.Count > 1))
        {
            if (line.IsClosed && look.Brush is not null)
            {
                drawing.DrawPolygon(look.Pen, look.Brush, [.. line.Points], XFillMode.Winding);
            }
            else
            {
                drawing.DrawLines(look.Pen, [.. line.IsClosed ? line.Points.Append(line.Points[0]) : line.Points]);
            }
        }

        if (Text(element, "marker-end") is { Length: > 0 } marker && lines.Count > 0)
        {
            Head(lines[^1].Points, look, isOpen: marker.EndsWith("-open)", StringComparison.Ordinal));
        }

        drawing.Restore(state);
    }

    private void Head(IReadOnlyList<XPoint> points, SvgLook look, bool isOpen)
    {
        var tip = points[^1];
        var before = points.LastOrDefault(point => point != tip);
        var (dx, dy) = (tip.X - before.X, tip.Y - before.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length == 0)
        {
            return;
        }

        (dx, dy) = (dx / length, dy / length);
        var foot = new XPoint(tip.X - (dx * HeadLength), tip.Y - (dy * HeadLength));
        XPoint[] head = [tip, new(foot.X - (dy * HeadHalf), foot.Y + (dx * HeadHalf)),
            new(foot.X + (dy * HeadHalf), foot.Y - (dx * HeadHalf))];
        drawing.DrawPolygon(new XPen(look.Pen.Color, 1), isOpen ? XBrushes.White : new XSolidBrush(look.Pen.Color), head,
            XFillMode.Winding);
    }

    private void Words(XElement element)
    {
        var font = Text(element, "class").Contains("pu-dg-band", StringComparison.Ordinal) ? _band : _letters;
        var format = new XStringFormat
        {
            Alignment = Text(element, "text-anchor") switch
            {
                "middle" => XStringAlignment.Center,
                "end" => XStringAlignment.Far,
                _ => XStringAlignment.Near,
            },
            LineAlignment = XLineAlignment.BaseLine,
        };
        drawing.DrawString(PdfSheet.Printable(element.Value), font, XBrushes.Black,
            new XPoint(Figure(element, "x"), Figure(element, "y")), format);
    }

    private static string Text(XElement element, string name) => (string?)element.Attribute(name) ?? "";

    private static double Figure(XElement element, string name) => Text(element, name) is { Length: > 0 } text ? Number(text) : 0;

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}

/// <summary>How a class of the diagrams looks on paper: black and grey, told apart by lines and never by colour.</summary>
internal sealed record SvgLook(XPen Pen, XBrush? Brush)
{
    private static readonly XColor _ink = XColor.FromArgb(0x1C, 0x27, 0x33);
    private static readonly XColor _soft = XColor.FromArgb(0x55, 0x63, 0x6F);
    private static readonly XColor _line = XColor.FromArgb(0x77, 0x77, 0x77);

    public static SvgLook Of(string classes)
    {
        var names = classes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var look = names.FirstOrDefault() switch
        {
            "pu-dg-pool" or "pu-dg-lane" => new SvgLook(new XPen(_line, 1), XBrushes.White),
            "pu-dg-box" or "pu-dg-open" => new SvgLook(new XPen(_ink, 1.5), XBrushes.White),
            "pu-dg-full" => new SvgLook(new XPen(_ink, 0.8), new XSolidBrush(_ink)),
            "pu-dg-mark" => new SvgLook(new XPen(_ink, 2.5), null),
            "pu-dg-line" => new SvgLook(new XPen(_ink, 1.3), null),
            "pu-dg-message" => new SvgLook(new XPen(_ink, 1.3) { DashPattern = [6, 4] }, null),
            "pu-dg-note-line" => new SvgLook(new XPen(_soft, 1.2) { DashPattern = [1.5, 3] }, null),
            "pu-dg-group" => new SvgLook(new XPen(_soft, 1) { DashPattern = [8, 4, 2, 4] }, null),
            _ => new SvgLook(new XPen(_ink, 1), null),
        };
        if (names.Contains("pu-dg-thick"))
        {
            look.Pen.Width = 3;
        }

        if (names.Contains("pu-dg-dots"))
        {
            look.Pen.DashPattern = [3, 2];
        }

        return look;
    }
}
