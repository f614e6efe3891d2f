using System.Globalization;
using PdfSharp.Drawing;

namespace Pupitre.ServiceLevels.Papers;

/// <summary>Writes a paper as PDF on A4, over as many pages as it takes: real text, wrapped, with the page's number and the sources at the foot.</summary>
internal static class PdfWriter
{
    private const double Indent = 22;
    private const double HeadingRoom = 60;

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(Paper paper)
    {
        using var sheet = new PdfSheet(paper.Title, paper.From);
        sheet.Write(paper.From, sheet.Small, XBrushes.DimGray);
        sheet.Y += 8;
        sheet.Write(paper.Title, PdfSheet.Font(16, XFontStyleEx.Bold), XBrushes.Black);
        sheet.Y += 10;
        var item = 0;
        foreach (var block in paper.Blocks.TakeWhile(_ => !sheet.IsFull))
        {
            item = block is PaperBlock.Item ? item + 1 : item;
            Draw(sheet, block, item);
        }

        return sheet.Close(paper.Foot);
    }

    private static void Draw(PdfSheet sheet, PaperBlock block, int item)
    {
        switch (block)
        {
            case PaperBlock.Heading heading:
                sheet.Y += 10;
                sheet.Room(HeadingRoom);
                sheet.Write(heading.Text, PdfSheet.Font(12, XFontStyleEx.Bold), XBrushes.Black);
                sheet.Y += 4;
                break;
            case PaperBlock.Paragraph { Text.Length: 0 }:
                sheet.Y += 6;
                break;
            case PaperBlock.Paragraph paragraph:
                sheet.Write(paragraph.Text, sheet.Text, XBrushes.Black);
                sheet.Y += 4;
                break;
            case PaperBlock.Item { Text: var text }:
                sheet.Room(2 * PdfSheet.LineHeight(sheet.Text));
                var number = item.ToString(CultureInfo.InvariantCulture) + ".";
                sheet.Put(number, sheet.Text, XBrushes.Black, new XRect(PdfSheet.Margin, sheet.Y, Indent, PdfSheet.LineHeight(sheet.Text)), XStringFormats.TopLeft);
                sheet.Write(text, sheet.Text, XBrushes.Black, Indent);
                sheet.Y += 6;
                break;
            case PaperBlock.Table table:
                new PdfTable(sheet, table).Draw();
                break;
            case PaperBlock.Plot plot:
                new PdfPlot(sheet, plot).Draw();
                break;
        }
    }
}
