using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Pupitre.Kernel;
using Pupitre.Papers;
using Pupitre.Platform.Ui;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Pupitre.Product.Tests.AccountingFiles;

[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class PaperTests
{
    private const string Signs = "’ « » … € œ Œ – — · − → ≥";
    private const char NoBreak = '\u00a0';
    private const char NarrowNoBreak = '\u202f';

    [Fact]
    public void A_table_that_goes_on_repeats_its_head()
    {
        var rows = Enumerable.Range(1, 120).Select(row => (IReadOnlyList<string>)[row.ToString(CultureInfo.InvariantCulture), "texte"]);
        using var pdf = Pdf(new PaperBlock.Table(["Numéro", "Libellé"], [.. rows], [0.3, 0.7], [true, false]));

        pdf.NumberOfPages.ShouldBeGreaterThan(2);
        pdf.GetPages().ShouldAllBe(page => page.Text.Contains("Numéro", StringComparison.Ordinal));
        pdf.GetPages().Sum(page => page.GetWords().Count(word => word.Text == "texte")).ShouldBe(120);
    }

    [Fact]
    public void A_row_higher_than_a_page_is_written_whole()
    {
        var words = string.Join(' ', Enumerable.Range(1, 2000).Select(word => "mot" + word));
        using var pdf = Pdf(new PaperBlock.Table(["Constat"], [[words]], [1], [false]));

        pdf.GetPages().SelectMany(page => page.GetWords()).Count(word => word.Text.StartsWith("mot", StringComparison.Ordinal)).ShouldBe(2000);
    }

    [Fact]
    public void Everything_written_has_its_place_in_the_structure()
    {
        var rows = Enumerable.Range(1, 90).Select(row => (IReadOnlyList<string>)[row.ToString(CultureInfo.InvariantCulture), "texte"]);
        var words = string.Join(' ', Enumerable.Range(1, 900).Select(word => "mot" + word));
        using var pdf = Pdf(
            new PaperBlock.Heading("Constats"), new PaperBlock.Paragraph(words), new PaperBlock.Item("Un"), new PaperBlock.Item("Deux"),
            new PaperBlock.Table(["Numéro", "Libellé"], [.. rows], [0.3, 0.7], [true, false]),
            new PaperBlock.Plot("Par mois", new PaperBlock.Table(["Mois", "Lignes"], [["janvier", "12"]], [0.5, 0.5], [false, true]), [new PlotSeries("Lignes", [12])]));

        pdf.NumberOfPages.ShouldBeGreaterThan(3);
        var catalog = pdf.Structure.Catalog.CatalogDictionary.Data;
        catalog.ShouldContainKey("StructTreeRoot");
        catalog.ShouldContainKey("Lang");
        foreach (var page in pdf.GetPages())
        {
            page.GetMarkedContents().Sum(Letters).ShouldBe(page.Letters.Count, $"Page {page.Number} holds letters outside of the structure.");
        }

        pdf.GetPages().SelectMany(page => page.GetMarkedContents()).Select(content => content.Tag).Distinct().ShouldBe(["P", "H1", "H2", "Lbl", "LBody", "TH", "Artifact", "TD", "Figure"], ignoreOrder: true);

        static int Letters(MarkedContentElement content) => content.Letters.Count + content.Children.Sum(Letters);
    }

    [Fact]
    public void A_signature_never_stands_alone_on_a_page()
    {
        for (var lines = 30; lines < 60; lines++)
        {
            using var pdf = Pdf([.. Enumerable.Range(1, lines).Select(line => new PaperBlock.Paragraph("ligne " + line)), new PaperBlock.Paragraph("Cordialement,"), new PaperBlock.Paragraph("Anne")]);

            var last = pdf.GetPage(pdf.NumberOfPages);
            last.Text.ShouldContain("Anne");
            last.GetWords().Count(word => word.Text == "ligne").ShouldBeGreaterThanOrEqualTo(2, $"{lines} lines");
        }
    }

    [Fact]
    public void A_title_may_hold_signs_that_a_document_cannot()
    {
        var paper = new Paper("Titre\u0001 et \ufffe", "Société\u0002", "pied\u0003", [new PaperBlock.Paragraph("corps\u0004 \ud800"), new PaperBlock.Item("point\u0005")]);

        DocxWriter.Write(paper).Length.ShouldBeGreaterThan(100);
        PdfWriter.Write(paper).Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Every_sign_of_the_texts_is_a_letter_of_the_font()
    {
        using var pdf = Pdf(new PaperBlock.Paragraph(Signs + $" 1{NarrowNoBreak}234{NoBreak}€"), new PaperBlock.Heading(Signs));

        var letters = pdf.GetPage(1).Letters.Where(letter => letter.Value.Trim().Length > 0).ToList();
        foreach (var sign in Signs.Where(sign => sign != ' '))
        {
            letters.Count(letter => letter.Value == sign.ToString()).ShouldBeGreaterThanOrEqualTo(2, $"{sign} is not drawn.");
        }
    }

    [Fact]
    public void No_break_spaces_have_their_own_width_and_never_end_a_line()
    {
        var text = string.Join(' ', Enumerable.Range(100, 400).Select(number => $"{number}{NarrowNoBreak}500{NoBreak}€"));
        using var pdf = Pdf(new PaperBlock.Paragraph(text));

        var lines = pdf.GetPage(1).Letters.Where(letter => letter.Value == "€").Select(letter => letter.StartBaseLine.Y).Distinct().ToList();
        var firsts = lines.ConvertAll(y => pdf.GetPage(1).Letters.Where(letter => Math.Abs(letter.StartBaseLine.Y - y) < 0.1).OrderBy(letter => letter.StartBaseLine.X).ToList());
        firsts.Count.ShouldBeGreaterThan(5);
        firsts.ShouldAllBe(line => line.Last().Value == "€" && line.Count(letter => char.IsAsciiDigit(letter.Value[0])) == 6 * line.Count(letter => letter.Value == "€"));
        var narrow = firsts[0].First(letter => letter.Value[0] == NarrowNoBreak);
        var wide = firsts[0].First(letter => letter.Value[0] == NoBreak);
        (narrow.Width / wide.Width).ShouldBe(409.0 / 651, 0.01);
    }

    [Fact]
    public void A_plot_is_drawn_with_its_figures()
    {
        using var pdf = Pdf(new PaperBlock.Plot(
            "Lignes par mois",
            new PaperBlock.Table(["Mois", "Lignes"], [["janvier", "12"], ["février", "30"]], [0.5, 0.5], [false, true]),
            [new PlotSeries("Lignes", [12, 30])]));

        pdf.GetPage(1).Text.ShouldContain("Lignes par mois");
        pdf.GetPage(1).GetWords().Count(word => word.Text == "février").ShouldBe(2, "Under its bar, and in the figures.");
        pdf.GetPage(1).Paths.Count(path => path.IsFilled).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public void A_document_has_titles_a_list_and_a_language_that_Word_knows(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var paper = Paper(
            new PaperBlock.Heading("Points"), new PaperBlock.Item("Un"), new PaperBlock.Item("Deux \ud83d\ude00 \u0001"), new PaperBlock.Paragraph(""),
            new PaperBlock.Table(["A", "B"], [["1", "2"]], [0.5, 0.5], [false, true]));

        using var document = WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(paper)), isEditable: false);

        new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description + " " + error.Path?.XPath).ShouldBeEmpty();
        var main = document.MainDocumentPart!;
        main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val!.Value.ShouldBe(language);
        main.Document!.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value).ShouldContain("Heading1");
        main.Document.Descendants<ParagraphStyleId>().Count(style => style.Val == "ListNumber").ShouldBe(2);
        main.Document.Descendants<TableHeader>().Count().ShouldBe(1);
        main.FooterParts.Single().Footer!.InnerText.ShouldContain("Source");
    }

    [Fact]
    public void Contents_name_the_page_on_which_each_chapter_begins()
    {
        using var pdf = Pdf(
            new PaperBlock.Contents("Sommaire"), new PaperBlock.Chapter("Premier"),
                new PaperBlock.Paragraph(string.Join('\n', Enumerable.Repeat("ligne", 90))),
            new PaperBlock.Chapter("Second"), new PaperBlock.Paragraph("fin"));

        pdf.NumberOfPages.ShouldBe(4);
        var words = pdf.GetPage(1).GetWords().Select(word => word.Text).ToList();
        words[words.IndexOf("Premier") + 1].ShouldBe("2");
        words[words.IndexOf("Second") + 1].ShouldBe("4");
        pdf.GetPage(4).Text.ShouldContain("Second");
    }

    [Fact]
    public void A_drawing_lies_on_wide_pages_and_is_cut_where_its_words_would_be_too_small()
    {
        static string Svg(int width) => $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 300"><title>t</title>
            <defs><marker id="m"><path d="M0 0L1 1"/></marker></defs>
            <rect x="0" y="0" width="{width}" height="300" class="pu-dg-pool"/>
            <g transform="rotate(-90 15 150)"><text x="15" y="154" text-anchor="middle" class="pu-dg-band">Comptable</text></g>
            <rect x="40" y="40" width="100" height="80" rx="8" class="pu-dg-box"/>
            <text x="90" y="84" text-anchor="middle" class="pu-dg-name">Début</text>
            <circle cx="300" cy="80" r="18" class="pu-dg-box pu-dg-thick"/>
            <path transform="translate(300 80)" d="M-9 0a9 9 0 1 1 18 0a9 9 0 1 1 -18 0" class="pu-dg-full"/>
            <path d="M140 80L270 80Q276 80 276 86L276 90" class="pu-dg-line" marker-end="url(#m-end)"/>
            <path d="M0 0 broken" class="pu-dg-edge"/>
            <text x="{width - 60}" y="84" text-anchor="middle" class="pu-dg-name">Fin</text></svg>
            """;

        using var small = Pdf(new PaperBlock.Paragraph("avant"), new PaperBlock.Drawing("Cible", Svg(800)),
            new PaperBlock.Chapter("après"));
        using var large = Pdf(new PaperBlock.Drawing("Cible", Svg(4000)));

        small.NumberOfPages.ShouldBe(3);
        small.GetPages().Select(page => page.Width > page.Height).ShouldBe([false, true, false]);
        small.GetPage(2).Text.ShouldContain("Comptable");
        small.GetPage(2).Paths.Count.ShouldBeGreaterThan(4);
        var wide = large.GetPages().Where(page => page.Width > page.Height).ToList();
        wide.Count.ShouldBe(3);
        wide[0].Text.ShouldContain("(1/3)");
        wide[^1].Text.ShouldContain("Fin");
        var height = wide[^1].Letters.First(letter => letter.Value == "F" && letter.PointSize < 9).PointSize;
        height.ShouldBeGreaterThan(5.5);
    }

    [Fact]
    public void The_same_paper_made_at_the_same_moment_is_the_same_to_the_byte()
    {
        var at = new DateTimeOffset(2026, 5, 11, 9, 30, 0, TimeSpan.Zero);
        byte[] Written(string text, DateTimeOffset day) =>
            PdfWriter.Write(Paper(new PaperBlock.Heading("Titre"), new PaperBlock.Paragraph(text)) with { MadeAt = day });

        var first = Written("corps", at);

        Written("corps", at).SequenceEqual(first).ShouldBeTrue();
        Written("corps", at.AddDays(1)).SequenceEqual(first).ShouldBeFalse();
        Written("autre", at).SequenceEqual(first).ShouldBeFalse();
        using var pdf = PdfDocument.Open(first);
        pdf.GetPage(1).Text.ShouldContain("corps");
        pdf.Information.CreationDate.ShouldNotBeNull().ShouldContain("20260511");
    }

    private static PdfDocument Pdf(params PaperBlock[] blocks) => PdfDocument.Open(PdfWriter.Write(Paper(blocks)));

    private static Paper Paper(params PaperBlock[] blocks) => new("Titre", "Atelier", "Source", blocks);
}
