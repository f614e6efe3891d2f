using System.Text;
using Pupitre.Kernel;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Pupitre.Recognition.Contents;

/// <summary>Recognises a PDF by its words: certificates and acknowledgements of authorities, else what its title speaks of.</summary>
internal static class ReadPaper
{
    /// <summary>Larger ones are kept without being read.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    private const int MaxPages = 10;
    private const int MaxText = 40_000;

    public static Finding Run(byte[] content, string name, CompanyMail company, UnpackingBudget budget)
    {
        if (content.LongLength > MaxBytes)
        {
            return new Finding { Kind = RecognisedKind.Pdf, Note = Texts.File_PdfTooLarge.With(MaxBytes / (1024 * 1024)) };
        }

        var (text, problem) = TextOf(content, budget.Limits);
        var folded = Folded.Of(text);
        if (folded.Length == 0)
        {
            var fromName = Folded.Of(name);
            return new Finding { Kind = RecognisedKind.Pdf, Note = problem ?? Texts.File_PdfWithoutText, Period = DatesInText.Period(fromName), Templates = DocumentWording.TemplatesOf(fromName) };
        }

        return DocumentWording.OfPaper(folded) is { } known ? Known(known, text, folded, name, company, problem) : Other(text, folded, name, problem);
    }

    private static Finding Known(DocumentWording.Known known, string text, string folded, string name, CompanyMail company, string? problem)
    {
        var named = ReadSubject.Of(text, known.IsThirdParty);
        var (at, on) = known.IsThirdParty ? DatesInText.Moment(folded, company.Zone) : (null, null);
        return new Finding
        {
            Kind = known.Kind,
            Sender = known.Issuer,
            Subject = FirstLine(text),
            ReceiptAt = at,
            ReceiptOn = on,
            Reference = DatesInText.Reference(folded),
            Period = DatesInText.Period(folded) ?? DatesInText.Period(Folded.Of(name)),
            SubjectIdentity = named.Subject,
            ProviderIdentity = named.Provider,
            Templates = known.Templates,
            Text = text,
            Note = Notes.Joined(problem, known.Kind == RecognisedKind.DsnDeposit ? Texts.File_DepositIsNotAcceptance : null),
        };
    }

    private static Finding Other(string text, string folded, string name, string? problem)
    {
        var named = ReadSubject.Of(text, isOfAuthority: false);
        var title = Folded.Of(name + " " + text[..Math.Min(text.Length, 600)]);
        return new Finding
        {
            Kind = RecognisedKind.Pdf,
            Subject = FirstLine(text),
            Period = DatesInText.Period(Folded.Of(name)) ?? DatesInText.Period(folded),
            SubjectIdentity = named.Subject,
            ProviderIdentity = named.Provider,
            Templates = DocumentWording.TemplatesOf(title),
            Text = text,
            Note = problem,
        };
    }

    // What is printed across a page is no title of it.
    private static string? FirstLine(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostLines).FirstOrDefault(line => !_acrossThePage.Contains(Folded.Of(line)));

    private const int MostLines = 20;

    private static readonly HashSet<string> _acrossThePage = new(StringComparer.Ordinal) { "specimen", "duplicata", "duplicate", "copie", "copy", "brouillon", "projet", "draft", "confidentiel", "confidential", "original" };

    // PdfPig throws whatever a broken file makes it stumble upon; such a file is kept, and a person looks at it.
    private static (string Text, string? Problem) TextOf(byte[] content, UnpackingLimits limits)
    {
        var text = new StringBuilder();
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { FilterProvider = new PaperFilters(limits.MaxPaperBytes, limits.MaxPaperTime) });
            foreach (var page in document.GetPages().Take(MaxPages))
            {
                text.AppendLine(ContentOrderTextExtractor.GetText(page));
                if (text.Length > MaxText)
                {
                    break;
                }
            }

            return (text.ToString().Trim(), null);
        }
        catch (BudgetSpent)
        {
            return (text.ToString().Trim(), Texts.File_PdfNotReadWhole);
        }
        catch (UglyToad.PdfPig.Exceptions.PdfDocumentEncryptedException)
        {
            return ("", Texts.File_PdfEncrypted);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return ("", Texts.File_PdfBroken);
        }
    }
}
