using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Pupitre.Papers;

/// <summary>The pages of a PDF while they fill: A4, with a place that moves down, and text that is broken into lines.</summary>
internal sealed class PdfSheet : IDisposable
{
    public const double Margin = 56;

    // A4, in points.
    private const double ShortSide = 595.276;
    private const double LongSide = 841.89;

    private const double FootHeight = 40;
    private const double PageNumberWidth = 60;

    private readonly PdfDocument _document = new();
    private readonly StructureBuilder _structure;
    private readonly string _foot;
    private readonly int _pages;
    private readonly int _maxPages;
    private readonly DateTimeOffset? _madeAt;
    private readonly List<int> _chapters = [];

    /// <param name="paper">What is written: its title, who issues it and its foot stand on or behind each page.</param>
    /// <param name="pages">How many pages there will be; a page cannot be gone back to once its elements are tagged.</param>
    public PdfSheet(Paper paper, int pages)
    {
        (_foot, _pages, _maxPages, _madeAt) = (paper.Foot, pages, paper.MaxPages, paper.MadeAt);
        EmbeddedFonts.Install();

        // What is read aloud, and in which order: headings, paragraphs, lists, tables. What is drawn outside of them is decoration.
        _structure = UAManager.ForDocument(_document).StructureBuilder;
        _document.Info.Title = paper.Title;
        _document.Info.Author = paper.From;
        _document.Language = CultureInfo.CurrentUICulture.Name;
        Text = Font(9.5, XFontStyleEx.Regular);
        Bold = Font(9.5, XFontStyleEx.Bold);
        Small = Font(7.5, XFontStyleEx.Regular);
        NewPage(isWide: false);
    }

    public XFont Text { get; }

    public XFont Bold { get; }

    public XFont Small { get; }

    public XGraphics Drawing { get; private set; } = null!;

    /// <summary>Where the next thing is drawn, in points from the top of the page.</summary>
    public double Y { get; set; }

    public int PageCount => _document.PageCount;

    /// <summary>The pages on which chapters begin, from 1.</summary>
    public IReadOnlyList<int> Chapters => _chapters;

    /// <summary>The last page is reached: nothing more is drawn.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Whether the page lies on its long side.</summary>
    private bool IsWide => _document.Pages[^1].Width.Point > _document.Pages[^1].Height.Point;

    public double Width => _document.Pages[^1].Width.Point - (2 * Margin);

    public double Bottom => _document.Pages[^1].Height.Point - Margin - FootHeight;

    public static double LineHeight(XFont font) => font.Size * 1.35;

    // Unicode: what a file holds is more than the 217 letters of a simple PDF font, and the narrow no-break space is not among those.
    public static XFont Font(double size, XFontStyleEx style) => new(EmbeddedFonts.Family, size, style, new XPdfFontOptions(PdfFontEncoding.Unicode));

    /// <summary>Makes room for something that must not be cut, on a new page when this one is too full.</summary>
    /// <returns>Whether a page was begun.</returns>
    public bool Room(double height)
    {
        if (IsFull || Y + height <= Bottom)
        {
            return false;
        }

        Drawing.Dispose();
        NewPage(IsWide);
        return !IsFull;
    }

    /// <summary>Begins a page of the form that is asked for, unless this one is of that form and empty.</summary>
    public void Turn(bool isWide)
    {
        if (!IsFull && (Y > Margin || IsWide != isWide))
        {
            Drawing.Dispose();
            NewPage(isWide);
        }
    }

    /// <summary>Marks that a chapter begins here.</summary>
    public void BeginChapter(string title)
    {
        _chapters.Add(PageCount);
        _document.Outlines.Add(title, _document.Pages[^1]);
    }

    /// <summary>Writes a text from the left margin, in as many lines as it takes. What goes on over a page's end is two elements of the structure.</summary>
    public void Write(string text, XFont font, XBrush brush, double indent = 0, PdfBlockLevelElementTag tag = PdfBlockLevelElementTag.Paragraph)
    {
        var lines = new Queue<string>(text.Split('\n').SelectMany(paragraph => Wrap(paragraph, font, Width - indent)));
        while (lines.Count > 0)
        {
            Room(LineHeight(font));
            if (IsFull)
            {
                return;
            }

            Tag(tag, () =>
            {
                do
                {
                    Put(lines.Dequeue(), font, brush, new XRect(Margin + indent, Y, Width - indent, LineHeight(font)), XStringFormats.TopLeft);
                    Y += LineHeight(font);
                }
                while (lines.Count > 0 && Y + LineHeight(font) <= Bottom);
            });
        }
    }

    /// <summary>How high a text would be, at most a page.</summary>
    public double Height(string text) => Math.Min(Bottom - Margin, text.Split('\n').Sum(paragraph => Wrap(paragraph, Text, Width).Count) * LineHeight(Text));

    /// <summary>Draws an element of the structure.</summary>
    public void Tag(PdfBlockLevelElementTag tag, Action draw)
    {
        _structure.BeginElement(tag);
        draw();
        _structure.End();
    }

    /// <summary>Draws a picture, which is read aloud by its words.</summary>
    public void Picture(string words, XRect frame, Action draw)
    {
        _structure.BeginElement(PdfIllustrationElementTag.Figure, words, frame);
        draw();
        _structure.End();
    }

    /// <summary>Draws what is not read aloud.</summary>
    public void Decorate(Action draw)
    {
        _structure.BeginArtifact();
        draw();
        _structure.End();
    }

    /// <summary>Writes one line into a frame.</summary>
    public void Put(string line, XFont font, XBrush brush, XRect frame, XStringFormat format) => Drawing.DrawString(line, font, brush, frame, format);

    /// <summary>
    /// Breaks a text at its spaces so that each line fits. No-break spaces are no spaces here: a number keeps its unit, « keeps its word.
    /// A word that no line can hold is cut where it has to be.
    /// </summary>
    public List<string> Wrap(string text, XFont font, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Printable(text).Split(' ').SelectMany(word => Broken(word, font, width)))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Measure(longer, font) > width)
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

    public double Measure(string text, XFont font) => Drawing.MeasureString(text, font).Width;

    /// <summary>Gives the bytes of the file.</summary>
    public byte[] Close()
    {
        Drawing.Dispose();
        using var output = new MemoryStream();
        if (_madeAt is { } madeAt)
        {
            _document.Info.CreationDate = _document.Info.ModificationDate = madeAt.UtcDateTime;
        }

        _document.Save(output, closeStream: false);
        return _madeAt is { } day ? PdfIdentity.Settle(output.ToArray(), day) : output.ToArray();
    }

    public void Dispose()
    {
        Drawing.Dispose();
        _document.Dispose();
    }

    private IEnumerable<string> Broken(string word, XFont font, double width)
    {
        while (word.Length > 1 && Measure(word, font) > width)
        {
            var fits = word.Length - 1;
            while (fits > 1 && Measure(word[..fits], font) > width)
            {
                fits = Math.Max(1, fits * 7 / 8);
            }

            fits = fits > 1 && char.IsHighSurrogate(word[fits - 1]) ? fits - 1 : fits;
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }

    private void WriteFoot()
    {
        var top = _document.Pages[^1].Height.Point - Margin - 12;
        Put(string.Create(CultureInfo.InvariantCulture, $"{_document.PageCount} / {_pages}"), Small, XBrushes.DimGray, new XRect(Margin, top, Width, 12), XStringFormats.TopRight);
        foreach (var line in Wrap(_foot, Small, Width - PageNumberWidth))
        {
            Put(line, Small, XBrushes.DimGray, new XRect(Margin, top, Width - PageNumberWidth, 12), XStringFormats.TopLeft);
            top += LineHeight(Small);
        }
    }

    private void NewPage(bool isWide)
    {
        if (_document.PageCount == _maxPages)
        {
            IsFull = true;
            Drawing = XGraphics.FromPdfPage(_document.Pages[^1]);
            Tag(PdfBlockLevelElementTag.Paragraph, () => Drawing.DrawString(Texts.Paper_Cut, Bold, XBrushes.Black, new XPoint(Margin, Bottom + 14)));
            return;
        }

        var page = _document.AddPage();
        (page.Width, page.Height) = isWide
            ? (XUnit.FromPoint(LongSide), XUnit.FromPoint(ShortSide))
            : (XUnit.FromPoint(ShortSide), XUnit.FromPoint(LongSide));
        Drawing = XGraphics.FromPdfPage(page);
        Decorate(WriteFoot);
        Y = Margin;
    }

    // Signs without a drawing, as files hold them, would be drawn as boxes.
    internal static string Printable(string text) => string.Concat(text.Select(letter => letter == '\t' ? ' ' : letter).Where(letter => !char.IsControl(letter)));
}
