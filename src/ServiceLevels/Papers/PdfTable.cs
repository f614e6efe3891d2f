using PdfSharp.Drawing;

namespace Pupitre.ServiceLevels.Papers;

/// <summary>Draws a table of a paper: its head again on each page, and a row that is higher than what is left of a page over two.</summary>
internal sealed class PdfTable(PdfSheet sheet, PaperBlock.Table table)
{
    private const double Padding = 4;
    private const double SpaceAfter = 8;

    /// <summary>Lines of a row that a page begins or ends with, at the least.</summary>
    private const int FewestLines = 4;

    public void Draw()
    {
        var (head, first) = (Wrapped(table.Heads, sheet.Bold), table.Rows.Count > 0 ? Wrapped(table.Rows[0], sheet.Text) : []);
        sheet.Room(Height(head, sheet.Bold) + Height(first, sheet.Text, FewestLines));
        Put(head, sheet.Bold, 0, int.MaxValue);
        foreach (var row in table.Rows.TakeWhile(_ => !sheet.IsFull))
        {
            Row(Wrapped(row, sheet.Text), head);
        }

        sheet.Y += SpaceAfter;
    }

    private void Row(List<List<string>> cells, List<List<string>> head)
    {
        var lines = cells.Max(cell => cell.Count);
        for (var from = 0; from < lines && !sheet.IsFull;)
        {
            if (sheet.Room(Height(cells, sheet.Text, Math.Min(FewestLines, lines - from), from)))
            {
                Put(head, sheet.Bold, 0, int.MaxValue);
            }

            var fit = Math.Max(1, (int)((sheet.Bottom - sheet.Y - (2 * Padding)) / PdfSheet.LineHeight(sheet.Text)));
            if (!sheet.IsFull)
            {
                Put(cells, sheet.Text, from, Math.Min(fit, lines - from));
            }

            from += fit;
        }
    }

    private void Put(List<List<string>> cells, XFont font, int from, int most)
    {
        var shown = cells.ConvertAll(cell => cell.Skip(from).Take(most).ToList());
        var x = PdfSheet.Margin;
        for (var column = 0; column < shown.Count; column++)
        {
            var width = table.Widths[column] * sheet.Width;
            for (var line = 0; line < shown[column].Count; line++)
            {
                var frame = new XRect(x + Padding, sheet.Y + Padding + (line * PdfSheet.LineHeight(font)), width - (2 * Padding), PdfSheet.LineHeight(font));
                sheet.Put(shown[column][line], font, XBrushes.Black, frame, table.Numbers[column] ? XStringFormats.TopRight : XStringFormats.TopLeft);
            }

            x += width;
        }

        sheet.Y += Height(shown, font);
        sheet.Drawing.DrawLine(new XPen(XColors.LightGray, 0.5), PdfSheet.Margin, sheet.Y, PdfSheet.Margin + sheet.Width, sheet.Y);
    }

    private List<List<string>> Wrapped(IReadOnlyList<string> cells, XFont font) =>
        [.. cells.Select((cell, column) => sheet.Wrap(cell, font, (table.Widths[column] * sheet.Width) - (2 * Padding)))];

    private static double Height(List<List<string>> cells, XFont font, int most = int.MaxValue, int from = 0) =>
        cells.Count == 0 ? 0 : (Math.Min(most, cells.Max(cell => cell.Count) - from) * PdfSheet.LineHeight(font)) + (2 * Padding);
}
