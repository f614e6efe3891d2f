using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.UniversalAccessibility;

namespace Pupitre.Papers;

/// <summary>Writes a paper as PDF on A4, over as many pages as it takes: real text, wrapped, with the page's number and the sources at the foot.</summary>
public static class PdfWriter
{
    private const double Indent = 22;
    private const double SpaceAfter = 4;

    // A heading, and under it a table's head with its first row.
    private const double HeadingRoom = 110;

    /// <summary>So many last paragraphs stay together: a signature does not stand alone on a page.</summary>
    private const int LastTogether = 4;

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(Paper paper)
    {
        // Once to know how many pages there are and where chapters begin, and once with these numbers.
        var (pages, chapters) = Measured(paper);
        using var sheet = Drawn(paper, pages, chapters);
        return sheet.Close();
    }

    private static (int Pages, IReadOnlyList<int> Chapters) Measured(Paper paper)
    {
        using var draft = Drawn(paper, 0, []);
        return (draft.PageCount, draft.Chapters);
    }

    private static PdfSheet Drawn(Paper paper, int pages, IReadOnlyList<int> chapters)
    {
        var sheet = new PdfSheet(paper, pages);
        sheet.Write(paper.From, sheet.Small, XBrushes.DimGray);
        sheet.Y += 8;
        sheet.Write(paper.Title, PdfSheet.Font(16, XFontStyleEx.Bold), XBrushes.Black, tag: PdfBlockLevelElementTag.Heading1);
        sheet.Y += 10;
        var item = 0;
        for (var at = 0; at < paper.Blocks.Count && !sheet.IsFull; at++)
        {
            if (at == paper.Blocks.Count - LastTogether && paper.Blocks.Skip(at).All(block => block is PaperBlock.Paragraph))
            {
                sheet.Room(paper.Blocks.Skip(at).Sum(block => sheet.Height(((PaperBlock.Paragraph)block).Text) + SpaceAfter));
            }

            if (paper.Blocks[at] is PaperBlock.Contents contents)
            {
                PdfContents.Draw(sheet, contents, [.. paper.Blocks.OfType<PaperBlock.Chapter>().Select(chapter => chapter.Text)], chapters);
                continue;
            }

            if (paper.Blocks[at] is not PaperBlock.Item)
            {
                Draw(sheet, paper.Blocks[at], item);
                continue;
            }

            sheet.Tag(PdfBlockLevelElementTag.List, () =>
            {
                for (; at < paper.Blocks.Count && paper.Blocks[at] is PaperBlock.Item && !sheet.IsFull; at++)
                {
                    Draw(sheet, paper.Blocks[at], ++item);
                }
            });
            at--;
        }

        return sheet;
    }

    private static void Draw(PdfSheet sheet, PaperBlock block, int item)
    {
        switch (block)
        {
            case PaperBlock.Chapter chapter:
                sheet.Turn(isWide: false);
                if (!sheet.IsFull)
                {
                    sheet.BeginChapter(chapter.Text);
                }

                sheet.Write(chapter.Text, PdfSheet.Font(14, XFontStyleEx.Bold), XBrushes.Black, tag: PdfBlockLevelElementTag.Heading1);
                sheet.Y += 6;
                break;
            case PaperBlock.Drawing drawing:
                new PdfDrawing(sheet, drawing).Draw();
                break;
            case PaperBlock.Heading heading:
                sheet.Y += 10;
                sheet.Room(HeadingRoom);
                sheet.Write(heading.Text, PdfSheet.Font(12, XFontStyleEx.Bold), XBrushes.Black, tag: PdfBlockLevelElementTag.Heading2);
                sheet.Y += 4;
                break;
            case PaperBlock.Paragraph { Text.Length: 0 }:
                sheet.Y += 6;
                break;
            case PaperBlock.Paragraph paragraph:
                sheet.Write(paragraph.Text, sheet.Text, XBrushes.Black);
                sheet.Y += SpaceAfter;
                break;
            case PaperBlock.Item { Text: var text }:
                sheet.Room(2 * PdfSheet.LineHeight(sheet.Text));
                sheet.Tag(PdfBlockLevelElementTag.ListItem, () =>
                {
                    var frame = new XRect(PdfSheet.Margin, sheet.Y, Indent, PdfSheet.LineHeight(sheet.Text));
                    sheet.Tag(PdfBlockLevelElementTag.Label, () => sheet.Put(item.ToString(CultureInfo.InvariantCulture) + ".", sheet.Text, XBrushes.Black, frame, XStringFormats.TopLeft));
                    sheet.Write(text, sheet.Text, XBrushes.Black, Indent, PdfBlockLevelElementTag.ListBody);
                });
                sheet.Y += 6;
                break;
            case PaperBlock.Table table:
                new PdfTable(sheet, table).Draw();
                break;
            case PaperBlock.Bar bar:
                new PdfBar(sheet, bar).Draw();
                break;
            case PaperBlock.Plot plot:
                new PdfPlot(sheet, plot).Draw();
                break;
        }
    }
}
