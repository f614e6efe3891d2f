using PdfSharp.Drawing;
using PdfSharp.Pdf;
using Pupitre.Papers;

namespace Pupitre.Product.Tests.Evidence;

/// <summary>A PDF of many full pages.</summary>
internal static class LongPaper
{
    private const int Lines = 40;

    public static byte[] Of(int pages)
    {
        // Writing any paper makes the font known.
        _ = PdfWriter.Write(new Paper("Police", "Police", "Police", []));
        var font = new XFont("DejaVu Sans", 11);
        using var document = new PdfDocument();
        for (var page = 1; page <= pages; page++)
        {
            using var drawing = XGraphics.FromPdfPage(document.AddPage());
            for (var line = 0; line < Lines; line++)
            {
                drawing.DrawString($"Page numéro {page} ligne {line} : ce que le rapport dit de ce mois, en mots ordinaires.", font, XBrushes.Black, 50, 60 + (line * 18));
            }
        }

        using var stream = new MemoryStream();
        document.Save(stream);
        return stream.ToArray();
    }
}
