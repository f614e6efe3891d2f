using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Pupitre.ServiceLevels.Papers;

/// <summary>Writes a paper as PDF on A4, over as many pages as it takes: real text, wrapped, with the page's number and the sources at the foot.</summary>
internal sealed class PdfWriter : IDisposable
{
    /// <summary>More pages than anybody reads: what is beyond is cut, and the last page says so.</summary>
    public const int MaxPages = 200;

    private const double Margin = 56;
    private const double FootHeight = 40;
    private const double CellPadding = 3;

    private readonly PdfDocument _document = new();
    private readonly Paper _paper;
    private readonly XFont _text = new(EmbeddedFonts.Family, 9.5);
    private readonly XFont _bold = new(EmbeddedFonts.Family, 9.5, XFontStyleEx.Bold);
    private readonly XFont _heading = new(EmbeddedFonts.Family, 12, XFontStyleEx.Bold);
    private readonly XFont _title = new(EmbeddedFonts.Family, 16, XFontStyleEx.Bold);
    private readonly XFont _small = new(EmbeddedFonts.Family, 7.5);
    private XGraphics _drawing = null!;
    private double _y;
    private bool _isFull;

    private PdfWriter(Paper paper) => _paper = paper;

    private double Width => _document.Pages[^1].Width.Point - (2 * Margin);

    private double Bottom => _document.Pages[^1].Height.Point - Margin - FootHeight;

    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(Paper paper)
    {
        EmbeddedFonts.Install();
        using var writer = new PdfWriter(paper);
        return writer.Write();
    }

    private byte[] Write()
    {
        _document.Info.Title = _paper.Title;
        _document.Info.Author = _paper.From;
        NewPage();
        Lines(_paper.From, _small, XBrushes.DimGray);
        _y += 8;
        Lines(_paper.Title, _title, XBrushes.Black);
        _y += 10;
        foreach (var block in _paper.Blocks.TakeWhile(_ => !_isFull))
        {
            Draw(block);
        }

        _drawing.Dispose();
        Feet();
        using var output = new MemoryStream();
        _document.Save(output, closeStream: false);
        return output.ToArray();
    }

    public void Dispose() => _document.Dispose();

    private void Draw(PaperBlock block)
    {
        switch (block)
        {
            case PaperBlock.Heading heading:
                _y += 10;
                Room(40);
                Lines(heading.Text, _heading, XBrushes.Black);
                _y += 4;
                break;
            case PaperBlock.Paragraph { Text.Length: 0 }:
                _y += 6;
                break;
            case PaperBlock.Paragraph paragraph:
                Lines(paragraph.Text, _text, XBrushes.Black);
                _y += 4;
                break;
            case PaperBlock.Table table:
                Draw(table);
                break;
        }
    }

    private void Draw(PaperBlock.Table table)
    {
        Row(table, table.Heads, _bold);
        foreach (var row in table.Rows.TakeWhile(_ => !_isFull))
        {
            Row(table, row, _text);
        }

        _y += 8;
    }

    private void Row(PaperBlock.Table table, IReadOnlyList<string> cells, XFont font)
    {
        var wrapped = cells.Select((cell, column) => Wrap(cell, font, (table.Widths[column] * Width) - (2 * CellPadding))).ToList();
        var height = (wrapped.Max(lines => lines.Count) * LineHeight(font)) + (2 * CellPadding);
        Room(height);
        var x = Margin;
        for (var column = 0; column < wrapped.Count; column++)
        {
            var width = table.Widths[column] * Width;
            for (var line = 0; line < wrapped[column].Count; line++)
            {
                var frame = new XRect(x + CellPadding, _y + CellPadding + (line * LineHeight(font)), width - (2 * CellPadding), LineHeight(font));
                _drawing.DrawString(wrapped[column][line], font, XBrushes.Black, frame, table.Numbers[column] ? XStringFormats.TopRight : XStringFormats.TopLeft);
            }

            x += width;
        }

        _y += height;
        _drawing.DrawLine(new XPen(XColors.LightGray, 0.5), Margin, _y, Margin + Width, _y);
    }

    private void Lines(string text, XFont font, XBrush brush)
    {
        foreach (var line in text.Split('\n').SelectMany(paragraph => Wrap(paragraph, font, Width)))
        {
            Room(LineHeight(font));
            _drawing.DrawString(line, font, brush, new XRect(Margin, _y, Width, LineHeight(font)), XStringFormats.TopLeft);
            _y += LineHeight(font);
        }
    }

    private List<string> Wrap(string text, XFont font, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Printable(text).Split(' ').SelectMany(word => Broken(word, font, width)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && _drawing.MeasureString(longer, font).Width > width)
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        lines.Add(line);
        return lines;
    }

    // A word that no line can hold is cut where it has to be.
    private IEnumerable<string> Broken(string word, XFont font, double width)
    {
        while (word.Length > 1 && _drawing.MeasureString(word, font).Width > width)
        {
            var fits = word.Length - 1;
            while (fits > 1 && _drawing.MeasureString(word[..fits], font).Width > width)
            {
                fits = fits * 3 / 4;
            }

            fits = Math.Max(1, fits);
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }

    private void Room(double height)
    {
        if (_y + height > Bottom && !_isFull)
        {
            _drawing.Dispose();
            NewPage();
        }
    }

    private void NewPage()
    {
        if (_document.PageCount == MaxPages)
        {
            _isFull = true;
            _drawing = XGraphics.FromPdfPage(_document.Pages[^1]);
            _drawing.DrawString(Texts.Paper_Cut, _bold, XBrushes.Black, new XPoint(Margin, Bottom + 14));
            return;
        }

        var page = _document.AddPage();
        page.Size = PdfSharp.PageSize.A4;
        _drawing = XGraphics.FromPdfPage(page);
        _y = Margin;
    }

    private void Feet()
    {
        for (var number = 1; number <= _document.PageCount; number++)
        {
            var page = _document.Pages[number - 1];
            using var drawing = XGraphics.FromPdfPage(page);
            var frame = new XRect(Margin, page.Height.Point - Margin - 12, page.Width.Point - (2 * Margin), 12);
            drawing.DrawString(Printable(_paper.Foot), _small, XBrushes.DimGray, frame, XStringFormats.TopLeft);
            drawing.DrawString(string.Create(CultureInfo.InvariantCulture, $"{number} / {_document.PageCount}"), _small, XBrushes.DimGray, frame, XStringFormats.TopRight);
        }
    }

    private static double LineHeight(XFont font) => font.Size * 1.35;

    // The narrow no-break space of French numbers is not among the letters that a simple PDF font holds.
    private static string Printable(string text) => text.Replace('\u202f', '\u00a0').Replace('\t', ' ');
}
