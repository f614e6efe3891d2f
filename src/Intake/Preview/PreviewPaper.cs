using Pupitre.Kernel;
using Pupitre.Recognition.Contents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Pupitre.Intake.Preview;

/// <summary>Reads the text of one page of a PDF: of that page alone, so that the first of many comes as fast as the only one.</summary>
internal static class PreviewPaper
{
    private const int MaxText = 20_000;
    private const long MaxUnpackedBytes = 32L * 1024 * 1024;
    private static readonly TimeSpan _maxTime = TimeSpan.FromSeconds(2);

    /// <param name="page">From 1; the nearest that there is.</param>
    public static FilePreview.Paper Run(byte[] content, int page)
    {
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { FilterProvider = new PaperFilters(MaxUnpackedBytes, _maxTime) });
            var shown = Math.Clamp(page, 1, Math.Max(1, document.NumberOfPages));
            return Page(document, shown);
        }
        catch (UglyToad.PdfPig.Exceptions.PdfDocumentEncryptedException)
        {
            return new FilePreview.Paper(0, 1, "", Texts.File_PdfEncrypted);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return new FilePreview.Paper(0, 1, "", problem is BudgetSpent ? Texts.Preview_TooMuch : Texts.File_PdfBroken);
        }
    }

    // A page that cannot be read keeps nobody from the others.
    private static FilePreview.Paper Page(PdfDocument document, int page)
    {
        try
        {
            var text = ContentOrderTextExtractor.GetText(document.GetPage(page)).Trim();
            return new FilePreview.Paper(document.NumberOfPages, page, text.Cut(MaxText), text.Length == 0 ? Texts.Preview_PageWithoutText : null);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return new FilePreview.Paper(document.NumberOfPages, page, "", problem is BudgetSpent ? Texts.Preview_TooMuch : Texts.Preview_PageBroken);
        }
    }
}
