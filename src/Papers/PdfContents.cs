using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace Pupitre.Papers;

/// <summary>Draws the list of contents: a line for each chapter, with its page. It is as high before the pages are known as
/// afterwards.</summary>
internal static class PdfContents
{
    private const double NumberWidth = 40;
    private const double SpaceAfter = 8;

    public static void Draw(PdfSheet sheet, PaperBlock.Contents contents, IReadOnlyList<string> chapters, IReadOnlyList<int> pages)
    {
        sheet.Write(contents.Title, sheet.Bold, XBrushes.Black, tag: PdfBlockLevelElementTag.Heading2);
        sheet.Y += SpaceAfter / 2;
        for (var at = 0; at < chapters.Count && !sheet.IsFull; at++)
        {
            // One line each: who looks something up does not read a paragraph.
            sheet.Room(PdfSheet.LineHeight(sheet.Text));
            if (!sheet.IsFull)
            {
                var page = at < pages.Count ? pages[at].ToString(CultureInfo.InvariantCulture) : "";
                sheet.Tag(PdfBlockLevelElementTag.Paragraph, () => Line(sheet, chapters[at], page));
                sheet.Y += PdfSheet.LineHeight(sheet.Text);
            }
        }

        sheet.Y += SpaceAfter;
    }

    private static void Line(PdfSheet sheet, string chapter, string page)
    {
        var height = PdfSheet.LineHeight(sheet.Text);
        var lines = sheet.Wrap(chapter, sheet.Text, sheet.Width - NumberWidth);
        var shown = lines.Count > 1 ? lines[0] + "…" : lines[0];
        sheet.Put(shown, sheet.Text, XBrushes.Black, new XRect(PdfSheet.Margin, sheet.Y, sheet.Width - NumberWidth, height),
            XStringFormats.TopLeft);
        var right = new XRect(PdfSheet.Margin, sheet.Y, sheet.Width, height);
        sheet.Put(page, sheet.Text, XBrushes.Black, right, XStringFormats.TopRight);
    }
}
