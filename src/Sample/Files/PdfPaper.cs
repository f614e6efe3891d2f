using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Pupitre.Papers;

namespace Pupitre.Sample.Files;

/// <summary>
/// A one-page PDF with real text, as an office or an authority sends it. Each page says that it is a specimen, so that none can pass
/// for a true certificate.
/// </summary>
internal static partial class PdfPaper
{
    private const double Margin = 56;
    private const double LineHeight = 17;

    /// <param name="from">Who issues the paper, in the head.</param>
    /// <param name="made">Written in the file's properties; also makes the same paper the same file each time.</param>
    public static byte[] Write(string from, string title, IReadOnlyList<string> lines, DateTimeOffset made)
    {
        EmbeddedFonts.Install();
        using var document = new PdfDocument();
        document.Info.Title = title;
        document.Info.Author = from;
        document.Info.CreationDate = made.DateTime;
        document.Info.ModificationDate = made.DateTime;
        document.Internals.FirstDocumentID = document.Internals.SecondDocumentID = Kernel.Hashing.Sha256Hex.Of(title + string.Concat(lines))[..16];
        var page = document.AddPage();
        page.Size = PdfSharp.PageSize.A4;
        using (var drawing = XGraphics.FromPdfPage(page))
        {
            Draw(drawing, page, from, title, lines);
        }

        using var output = new MemoryStream();
        document.Save(output, closeStream: false);
        return Reproducible(output.ToArray(), Kernel.Hashing.Sha256Hex.Of(title + string.Concat(lines)));
    }

    // The library draws lots for the tag of an embedded font and for the file's identifiers; here the same paper is the same file.
    private static byte[] Reproducible(byte[] pdf, string digest)
    {
        var text = Encoding.Latin1.GetString(pdf);
        text = FontTag().Replace(text, "/SPECIM+");
        return Encoding.Latin1.GetBytes(Identifier().Replace(text, $"uuid:{digest[..8]}-{digest[8..12]}-{digest[12..16]}-{digest[16..20]}-{digest[20..32]}"));
    }

    // The narrow no-break space of French numbers is not among the letters that a simple PDF font holds.
    private static string Printable(string line) => line.Replace('\u202f', '\u00a0');

    [GeneratedRegex(@"/[A-Z]{6}\+(?=DejaVu)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FontTag();

    [GeneratedRegex("uuid:[0-9a-f-]{36}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Identifier();

    private static void Draw(XGraphics drawing, PdfPage page, string from, string title, IReadOnlyList<string> lines)
    {
        var text = new XFont(EmbeddedFonts.Family, 10.5);
        drawing.DrawString("SPÉCIMEN", new XFont(EmbeddedFonts.Family, 54, XFontStyleEx.Bold), new XSolidBrush(XColor.FromArgb(255, 236, 236, 236)), new XPoint(Margin, page.Height.Point / 2));
        drawing.DrawString(from, text, XBrushes.DimGray, new XPoint(Margin, Margin));
        drawing.DrawString(title, new XFont(EmbeddedFonts.Family, 15, XFontStyleEx.Bold), XBrushes.Black, new XPoint(Margin, Margin + 38));
        var y = Margin + 74;
        foreach (var line in lines)
        {
            drawing.DrawString(Printable(line), text, XBrushes.Black, new XPoint(Margin, y));
            y += LineHeight;
        }

        drawing.DrawString("Spécimen : document fictif d'une entreprise d'exemple, sans aucune valeur.", new XFont(EmbeddedFonts.Family, 8), XBrushes.DimGray, new XPoint(Margin, page.Height.Point - 40));
    }
}
