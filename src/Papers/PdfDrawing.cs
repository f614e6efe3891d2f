using System.Globalization;
using System.Xml.Linq;
using PdfSharp.Drawing;

namespace Pupitre.Papers;

/// <summary>
/// Draws a picture on wide pages: as large as the page lets it, and over several pages where its words would be smaller than anybody reads.
/// </summary>
internal sealed class PdfDrawing(PdfSheet sheet, PaperBlock.Drawing block)
{
    /// <summary>Pages that one drawing takes at most; a larger one is drawn smaller.</summary>
    private const int MaxParts = 12;

    // A name of 12 px is then 5.8 points high.
    private const double LeastScale = 0.48;
    private const double MostScale = 0.75;
    private const double SpaceAfter = 6;

    private readonly XElement _svg = XElement.Parse(block.Svg);

    public void Draw()
    {
        var (left, top, width, height) = Frame();
        if (width <= 0 || height <= 0)
        {
            return;
        }

        sheet.Turn(isWide: true);
        var room = new XSize(sheet.Width, sheet.Bottom - sheet.Y - TitleHeight());
        var scale = Math.Min(MostScale, Math.Max(LeastScale, Math.Min(room.Width / width, room.Height / height)));
        while (Parts(width, scale, room.Width) * Parts(height, scale, room.Height) > MaxParts)
        {
            scale *= 0.9;
        }

        var (columns, rows) = (Parts(width, scale, room.Width), Parts(height, scale, room.Height));
        for (var part = 0; part < columns * rows && !sheet.IsFull; part++)
        {
            sheet.Turn(isWide: true);
            var at = new XPoint(left + (part % columns * room.Width / scale), top + (part / columns * room.Height / scale));
            Part(part + 1, columns * rows, at, scale, room);
        }
    }

    private void Part(int number, int of, XPoint at, double scale, XSize room)
    {
        if (sheet.IsFull)
        {
            return;
        }

        var said = of == 1 ? block.Title : string.Create(CultureInfo.InvariantCulture, $"{block.Title} ({number}/{of})");
        sheet.Write(said, sheet.Bold, XBrushes.Black);
        sheet.Y += SpaceAfter;
        var frame = new XRect(PdfSheet.Margin, sheet.Y, room.Width, room.Height);
        sheet.Picture(said, frame, () =>
        {
            var state = sheet.Drawing.Save();
            sheet.Drawing.IntersectClip(frame);
            sheet.Drawing.TranslateTransform(frame.X - (at.X * scale), frame.Y - (at.Y * scale));
            sheet.Drawing.ScaleTransform(scale);
            new SvgPen(sheet.Drawing).Draw(_svg);
            sheet.Drawing.Restore(state);
        });
        sheet.Y = sheet.Bottom;
    }

    private double TitleHeight() => (sheet.Wrap(block.Title + " (00/00)", sheet.Bold, sheet.Width)
        .Count * PdfSheet.LineHeight(sheet.Bold)) + SpaceAfter;

    private static int Parts(double length, double scale, double room) => (int)Math.Max(1, Math.Ceiling((length * scale / room) - 0.001));

    private (double Left, double Top, double Width, double Height) Frame()
    {
        var box = ((string?)_svg.Attribute("viewBox") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return box.Length == 4 ? (Number(box[0]), Number(box[1]), Number(box[2]), Number(box[3])) : (0, 0, 0, 0);
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
