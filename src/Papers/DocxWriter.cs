using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pupitre.Kernel;

namespace Pupitre.Papers;

/// <summary>Writes a paper as a document that Word and LibreOffice open and change: real titles, headings, lists and table heads, in the reader's language.</summary>
public static class DocxWriter
{
    /// <summary>Bits of a table's look: its first row is a head, its columns are not banded.</summary>
    private const string FirstRowOnly = "0420";

    // A4 with margins of 2.5 cm, in twentieths of a point.
    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const int PageMargin = 1417;
    private const int TextWidth = (int)PageWidth - (2 * PageMargin);

    public static byte[] Write(Paper paper)
    {
        using var output = new MemoryStream();
        using (var document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = paper.Title.ForXml();
            document.PackageProperties.Creator = paper.From.ForXml();
            document.PackageProperties.Language = CultureInfo.CurrentUICulture.Name;
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.Make(CultureInfo.CurrentUICulture.Name);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = DocxStyles.Lists();
            var foot = main.AddNewPart<FooterPart>();
            foot.Footer = new Footer(Foot(paper.Foot));
            main.Document = new Document(new Body([Line(paper.From, DocxStyles.From), Line(paper.Title, DocxStyles.Title), .. paper.Blocks.SelectMany(Of), Page(main.GetIdOfPart(foot))]));
        }

        return output.ToArray();
    }

    private static SectionProperties Page(string footId) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footId },
        new PageSize { Width = PageWidth, Height = PageHeight },
        new PageMargin { Top = PageMargin, Bottom = PageMargin, Left = PageMargin, Right = PageMargin, Header = 708, Footer = 708 });

    private static Paragraph Foot(string text) => new(
        Styled(DocxStyles.Foot),
        TextRun(text),
        new Run(new TabChar()),
        new SimpleField(TextRun("1")) { Instruction = "PAGE" },
        TextRun(" / "),
        new SimpleField(TextRun("1")) { Instruction = "NUMPAGES" });

    private static IEnumerable<OpenXmlElement> Of(PaperBlock block) => block switch
    {
        PaperBlock.Chapter chapter => [Line(chapter.Text, DocxStyles.Heading)],
        PaperBlock.Heading heading => [Line(heading.Text, DocxStyles.Heading)],
        PaperBlock.Paragraph { Text.Length: 0 } => [],
        PaperBlock.Paragraph paragraph => [.. paragraph.Text.Split('\n').Select(line => Line(line))],
        PaperBlock.Item item => [Line(item.Text, DocxStyles.Item)],
        PaperBlock.Table table => [TableOf(table), Line("")],
        PaperBlock.Bar bar => [Line(bar.Label)],
        PaperBlock.Plot plot => [Line(plot.Title, DocxStyles.Caption), TableOf(plot.Figures), Line("")],
        _ => [],
    };

    private static Table TableOf(PaperBlock.Table table) => new(
        [
            new TableProperties(new TableStyle { Val = DocxStyles.Table }, new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" }, new TableLook { Val = FirstRowOnly }),
            new TableGrid([.. table.Widths.Select(width => new GridColumn { Width = Twentieths(width) })]),
            RowOf(table, table.Heads, new TableHeader()),
            .. table.Rows.Select(row => RowOf(table, row, new CantSplit())),
        ]);

    private static TableRow RowOf(PaperBlock.Table table, IReadOnlyList<string> cells, OpenXmlElement kind) => new(
        [
            new TableRowProperties(kind),
            .. cells.Select((cell, column) => new TableCell(
                new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Twentieths(table.Widths[column]) }),
                Line(cell, DocxStyles.Cell, table.Numbers[column]))),
        ]);

    private static string Twentieths(double share) => ((int)(share * TextWidth)).ToString(CultureInfo.InvariantCulture);

    private static Paragraph Line(string text, string? style = null, bool right = false)
    {
        var properties = Styled(style);
        if (right)
        {
            properties.AppendChild(new Justification { Val = JustificationValues.Right });
        }

        return new Paragraph(properties, TextRun(text));
    }

    private static ParagraphProperties Styled(string? style) => style is null ? new ParagraphProperties() : new ParagraphProperties(new ParagraphStyleId { Val = style });

    private static Run TextRun(string text) => new(new Text(text.ForXml()) { Space = SpaceProcessingModeValues.Preserve });
}
