using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pupitre.ServiceLevels.Papers;

/// <summary>Writes a paper as a document that Word and LibreOffice open and change.</summary>
internal static class DocxWriter
{
    /// <summary>Half points: 11 pt.</summary>
    private const string TextSize = "22";
    private const string HeadingSize = "26";
    private const string TitleSize = "32";

    public static byte[] Write(Paper paper)
    {
        using var output = new MemoryStream();
        using (var document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.PackageProperties.Title = paper.Title;
            document.PackageProperties.Creator = paper.From;
            main.Document = new Document(new Body([Line(paper.From, TextSize), Line(paper.Title, TitleSize, bold: true), .. paper.Blocks.SelectMany(Of), Line(paper.Foot, "16")]));
        }

        return output.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Of(PaperBlock block) => block switch
    {
        PaperBlock.Heading heading => [Line(heading.Text, HeadingSize, bold: true)],
        PaperBlock.Paragraph paragraph => [.. paragraph.Text.Split('\n').Select(line => Line(line, TextSize))],
        PaperBlock.Table table => [TableOf(table), Line("", TextSize)],
        _ => [],
    };

    private static Table TableOf(PaperBlock.Table table) => new(
        [
            new TableProperties(new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" }),
            new TableGrid([.. table.Widths.Select(_ => new GridColumn())]),
            RowOf(table, table.Heads, bold: true),
            .. table.Rows.Select(row => RowOf(table, row, bold: false)),
        ]);

    private static TableRow RowOf(PaperBlock.Table table, IReadOnlyList<string> cells, bool bold) =>
        new(cells.Select((cell, column) => new TableCell(Line(cell, TextSize, bold, table.Numbers[column]))));

    private static Paragraph Line(string text, string size, bool bold = false, bool right = false)
    {
        var run = new RunProperties(new FontSize { Val = size });
        if (bold)
        {
            run.PrependChild(new Bold());
        }

        return new Paragraph(
            new ParagraphProperties(new SpacingBetweenLines { After = "80" }, new Justification { Val = right ? JustificationValues.Right : JustificationValues.Left }),
            new Run(run, new Text(Allowed(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    // What comes from files may hold signs that XML does not know.
    private static string Allowed(string text) => string.Concat(text.Where(letter => System.Xml.XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
}
