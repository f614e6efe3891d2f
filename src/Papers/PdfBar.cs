using PdfSharp.Drawing;

namespace Pupitre.Papers;

/// <summary>Draws a bar in the drawings of the screen: full, dotted, hatched, a broken outline, empty.</summary>
internal sealed class PdfBar(PdfSheet sheet, PaperBlock.Bar bar)
{
    private const double Height = 12;
    private const double SpaceAfter = 6;
    private const double Step = 4;
    private const double DotSize = 1.6;

    private static readonly XColor _ink = XColor.FromArgb(0x1D, 0x5A, 0x73);

    public void Draw()
    {
        var whole = bar.Parts.Sum(part => part.Count);
        if (whole == 0)
        {
            return;
        }

        sheet.Room(Height + (4 * PdfSheet.LineHeight(sheet.Text)));
        if (sheet.IsFull)
        {
            return;
        }

        var frame = new XRect(PdfSheet.Margin, sheet.Y, sheet.Width, Height);
        sheet.Picture(bar.Label, frame, () =>
        {
            var x = frame.X;
            foreach (var part in bar.Parts.Where(part => part.Count > 0))
            {
                var width = frame.Width * part.Count / whole;
                Part(part.Fill, new XRect(x, frame.Y, width, Height));
                x += width;
            }
        });
        sheet.Y += Height + SpaceAfter;
    }

    private void Part(BarFill fill, XRect frame)
    {
        var pen = new XPen(_ink, 0.7) { DashStyle = fill == BarFill.Outlined ? XDashStyle.Dot : XDashStyle.Solid };
        sheet.Drawing.DrawRectangle(pen, fill == BarFill.Solid ? new XSolidBrush(_ink) : XBrushes.White, frame);
        if (fill is not (BarFill.Dotted or BarFill.Hatched))
        {
            return;
        }

        var state = sheet.Drawing.Save();
        sheet.Drawing.IntersectClip(frame);
        if (fill == BarFill.Dotted)
        {
            Dots(frame);
        }
        else
        {
            Hatch(frame);
        }

        sheet.Drawing.Restore(state);
    }

    private void Dots(XRect frame)
    {
        for (var y = frame.Top + (Step / 2); y < frame.Bottom; y += Step)
        {
            for (var x = frame.Left + (Step / 2); x < frame.Right; x += Step)
            {
                sheet.Drawing.DrawEllipse(new XSolidBrush(_ink), x - (DotSize / 2), y - (DotSize / 2), DotSize, DotSize);
            }
        }
    }

    private void Hatch(XRect frame)
    {
        for (var x = frame.Left - Height; x < frame.Right; x += Step)
        {
            sheet.Drawing.DrawLine(new XPen(_ink, 0.8), x, frame.Bottom, x + Height, frame.Top);
        }
    }
}
