using System.Globalization;
using PdfSharp.Drawing;
using Pupitre.Kernel;

namespace Pupitre.Papers;

/// <summary>Draws a plot of bars, as the page does, and its figures below. The sets differ in black and white: full, outlined, grey.</summary>
internal sealed class PdfPlot(PdfSheet sheet, PaperBlock.Plot plot)
{
    private const double Height = 120;
    private const double AxisWidth = 64;
    private const double AxisGap = 6;
    private const double LabelGap = 3;
    private const double Mark = 8;
    private const double SpaceAfter = 8;
    private const double GroupShare = 0.7;

    private static readonly XColor _ink = XColor.FromArgb(0x1D, 0x5A, 0x73);
    private static readonly XColor _outline = XColor.FromArgb(0x8A, 0x5A, 0x00);
    private static readonly XColor _grey = XColor.FromArgb(0x55, 0x63, 0x6F);

    private readonly PlotScale _scale = PlotScale.Of(plot.Series);

    private double Max => _scale.Top;

    private int Groups => plot.Figures.Rows.Count;

    private double GroupWidth => (sheet.Width - AxisWidth) / Math.Max(1, Groups);

    private double BarWidth => GroupWidth * GroupShare / Math.Max(1, plot.Series.Count);

    public void Draw()
    {
        var title = sheet.Wrap(plot.Title, sheet.Bold, sheet.Width).Count * PdfSheet.LineHeight(sheet.Bold);
        sheet.Room(title + Height + (7 * PdfSheet.LineHeight(sheet.Text)));
        if (sheet.IsFull)
        {
            return;
        }

        sheet.Y += SpaceAfter;
        sheet.Write(plot.Title, sheet.Bold, XBrushes.Black);
        sheet.Y += SpaceAfter;
        var (top, bottom) = (sheet.Y, sheet.Y + Height);
        sheet.Picture(plot.Title, new XRect(PdfSheet.Margin, top, sheet.Width, Height), () =>
        {
            Axis(top, bottom);
            for (var group = 0; group < Groups; group++)
            {
                Bars(group, bottom);
            }

            Labels(bottom + LabelGap);
            sheet.Y = bottom + LabelGap + PdfSheet.LineHeight(sheet.Small);
            Legend();
        });
        sheet.Y += SpaceAfter;
        new PdfTable(sheet, plot.Figures).Draw();
    }

    private void Axis(double top, double bottom)
    {
        for (var step = 0; step <= _scale.Steps; step++)
        {
            var y = bottom - ((bottom - top) * step / _scale.Steps);
            sheet.Drawing.DrawLine(new XPen(XColors.LightGray, 0.5), PdfSheet.Margin + AxisWidth, y, PdfSheet.Margin + sheet.Width, y);
            var value = Max * step / _scale.Steps;
            var text = value.ToString(Max >= 10 ? "N0" : "0.##", CultureInfo.CurrentCulture);
            sheet.Put(text, sheet.Small, XBrushes.DimGray, new XRect(PdfSheet.Margin, y - (sheet.Small.Size / 2), AxisWidth - AxisGap, sheet.Small.Size), XStringFormats.CenterRight);
        }
    }

    private void Bars(int group, double bottom)
    {
        for (var bar = 0; bar < plot.Series.Count; bar++)
        {
            if (plot.Series[bar].Values[group] is > 0 and var value)
            {
                var height = Height * value / Max;
                Fill(bar, new XRect(BarX(group, bar), bottom - height, BarWidth, height));
            }
        }
    }

    private double BarX(int group, int bar) => PdfSheet.Margin + AxisWidth + (GroupWidth * (group + ((1 - GroupShare) / 2))) + (BarWidth * bar);

    private void Labels(double y)
    {
        var widest = plot.Figures.Rows.Max(row => sheet.Measure(row[0], sheet.Small)) + AxisGap;
        var every = Math.Max(1, (int)Math.Ceiling(widest / GroupWidth));
        for (var group = 0; group < Groups; group += every)
        {
            var middle = BarX(group, 0) + (BarWidth * plot.Series.Count / 2);
            sheet.Put(plot.Figures.Rows[group][0], sheet.Small, XBrushes.Black, new XRect(middle - (widest / 2), y, widest, PdfSheet.LineHeight(sheet.Small)), XStringFormats.TopCenter);
        }
    }

    private void Legend()
    {
        if (plot.Series.Count < 2)
        {
            return;
        }

        sheet.Y += LabelGap;
        var x = PdfSheet.Margin + AxisWidth;
        for (var bar = 0; bar < plot.Series.Count; bar++)
        {
            Fill(bar, new XRect(x, sheet.Y, Mark, Mark));
            var name = plot.Series[bar].Name;
            sheet.Put(name, sheet.Small, XBrushes.Black, new XRect(x + Mark + LabelGap, sheet.Y - 1, sheet.Width, PdfSheet.LineHeight(sheet.Small)), XStringFormats.TopLeft);
            x += Mark + LabelGap + sheet.Measure(name, sheet.Small) + (3 * AxisGap);
        }

        sheet.Y += PdfSheet.LineHeight(sheet.Small);
    }

    private void Fill(int series, XRect frame)
    {
        var (pen, brush) = series switch
        {
            0 => (new XPen(_ink, 0.5), new XSolidBrush(_ink)),
            1 => (new XPen(_outline, 1), new XSolidBrush(XColors.White)),
            _ => (new XPen(_grey, 0.5), new XSolidBrush(_grey)),
        };
        sheet.Drawing.DrawRectangle(pen, brush, frame);
    }
}
