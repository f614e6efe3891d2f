using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Pupitre.Papers;

/// <summary>The styles of a DOCX by Word's own names, so that its navigation, lists and templates know them.</summary>
internal static class DocxStyles
{
    public const string Title = "Title";
    public const string From = "Subtitle";
    public const string Heading = "Heading1";
    public const string Item = "ListNumber";
    public const string Caption = "Caption";
    public const string Foot = "Footer";
    public const string Cell = "TableText";
    public const string Table = "TableGrid";

    private const int ListId = 1;
    private const string Normal = "Normal";
    private const string Letters = "Arial";

    public static Styles Make(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Letters, HighAnsi = Letters, ComplexScript = Letters },
                new FontSize { Val = "22" },
                new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        Paragraph(Normal, "Normal", isDefault: true),
        Paragraph(From, "Subtitle", new StyleRunProperties(new Color { Val = "55636F" }, new FontSize { Val = "18" })),
        Paragraph(Title, "Title", new StyleRunProperties(new Bold(), new FontSize { Val = "32" }), new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { After = "240" })),
        Paragraph(Heading, "heading 1", new StyleRunProperties(new Bold(), new FontSize { Val = "26" }), new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "280", After = "80" }, new OutlineLevel { Val = 0 })),
        Paragraph(Item, "List Number", paragraph: new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = ListId }))),
        Paragraph(Caption, "caption", new StyleRunProperties(new Bold()), new StyleParagraphProperties(new KeepNext())),
        Paragraph(Foot, "footer", new StyleRunProperties(new Color { Val = "55636F" }, new FontSize { Val = "15" }), new StyleParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Right, Position = 9072 }))),
        Paragraph(Cell, "Table Text", new StyleRunProperties(new FontSize { Val = "18" }), new StyleParagraphProperties(new SpacingBetweenLines { Before = "40", After = "40", Line = "240", LineRule = LineSpacingRuleValues.Auto })),
        TableStyle());

    /// <summary>The numbered list: 1. 2. 3., with the text set in.</summary>
    public static Numbering Lists() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = NumberFormatValues.Decimal },
                new ParagraphStyleIdInLevel { Val = Item },
                new LevelText { Val = "%1." },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "425" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = ListId });

    private static Style Paragraph(string id, string name, StyleRunProperties? run = null, StyleParagraphProperties? paragraph = null, bool isDefault = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
        {
            style.Default = true;
        }
        else
        {
            style.AppendChild(new BasedOn { Val = Normal });
        }

        style.AppendChild(new PrimaryStyle());
        foreach (var part in new OpenXmlElement?[] { paragraph, run }.OfType<OpenXmlElement>())
        {
            style.AppendChild(part);
        }

        return style;
    }

    private static Style TableStyle() => new(
        new StyleName { Val = "Table Grid" },
        new StyleTableProperties(
            new TableBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "D9DFE4" }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "D9DFE4" }),
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
        new TableStyleProperties(new RunPropertiesBaseStyle(new Bold())) { Type = TableStyleOverrideValues.FirstRow })
    { Type = StyleValues.Table, StyleId = Table };
}
