using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace Pupitre.Papers;

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
        if (sheet.IsFull)
        {
            return;
        }

        sheet.Tag(PdfBlockLevelElementTag.Table, () =>
        {
            Put(head, sheet.Bold, 0, int.MaxValue, PdfBlockLevelElementTag.TableHeaderCell);
            foreach (var row in table.Rows.TakeWhile(_ => !sheet.IsFull))
            {
                Row(Wrapped(row, sheet.Text), head);
            }
        });
        sheet.Y += SpaceAfter;
    }

    private void Row(List<List<string>> cells, List<List<string>> head)
    {
        var lines = cells.Max(cell => cell.Count);
        for (var from = 0; from < lines && !sheet.IsFull;)
        {
            if (sheet.Room(Height(cells, sheet.Text, Math.Min(FewestLines, lines - from), from)))
            {
                Put(head, sheet.Bold, 0, int.MaxValue, PdfBlockLevelElementTag.TableHeaderCell);
            }

            var fit = Math.Max(1, (int)((sheet.Bottom - sheet.Y - (2 * Padding)) / PdfSheet.LineHeight(sheet.Text)));
            if (!sheet.IsFull)
            {
                Put(cells, sheet.Text, from, Math.Min(fit, lines - from), PdfBlockLevelElementTag.TableDataCell);
            }

            from += fit;
        }
    }

    private void Put(List<List<string>> cells, XFont font, int from, int most, PdfBlockLevelElementTag tag)
    {
        var shown = cells.ConvertAll(cell => cell.Skip(from).Take(most).ToList());
        sheet.Tag(PdfBlockLevelElementTag.TableRow, () =>
        {
            var x = PdfSheet.Margin;
            for (var column = 0; column < shown.Count; column++)
            {
                var (lines, isNumber, frame) = (shown[column], table.Numbers[column], new XRect(x + Padding, sheet.Y + Padding, (table.Widths[column] * sheet.Width) - (2 * Padding), PdfSheet.LineHeight(font)));
                sheet.Tag(tag, () => PutCell(lines, font, frame, isNumber));
                x += table.Widths[column] * sheet.Width;
            }
        });
        sheet.Y += Height(shown, font);
        sheet.Decorate(() => sheet.Drawing.DrawLine(new XPen(XColors.LightGray, 0.5), PdfSheet.Margin, sheet.Y, PdfSheet.Margin + sheet.Width, sheet.Y));
    }

    private void PutCell(List<string> lines, XFont font, XRect frame, bool isNumber)
    {
        foreach (var line in lines)
        {
            sheet.Put(line, font, XBrushes.Black, frame, isNumber ? XStringFormats.TopRight : XStringFormats.TopLeft);
            frame.Offset(0, PdfSheet.LineHeight(font));
        }
    }

    private List<List<string>> Wrapped(IReadOnlyList<string> cells, XFont font) =>
        [.. cells.Select((cell, column) => sheet.Wrap(cell, font, (table.Widths[column] * sheet.Width) - (2 * Padding)))];

    private static double Height(List<List<string>> cells, XFont font, int most = int.MaxValue, int from = 0) =>
        cells.Count == 0 ? 0 : (Math.Min(most, cells.Max(cell => cell.Count) - from) * PdfSheet.LineHeight(font)) + (2 * Padding);
}
