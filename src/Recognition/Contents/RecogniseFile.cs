using System.Text.RegularExpressions;
using Pupitre.Kernel;

namespace Pupitre.Recognition.Contents;

/// <summary>Says what a file is and what it says about itself: by its content, asking those who know a kind in their order, within limits.</summary>
public sealed class RecogniseFile(IEnumerable<IRecognise> contributed)
{
    /// <summary>Larger mails are kept and not opened.</summary>
    public const long MaxMailBytes = 150L * 1024 * 1024;

    private static readonly IReadOnlyList<IRecognise> _own =
        [new RecogniseAccountingFile(), new RecogniseBank(), new RecogniseMail(), new RecogniseTable(), new RecognisePaper()];

    private static readonly RecogniseFile _alone = new([]);

    private readonly List<IRecognise> _asked = [.. _own.Concat(contributed).OrderBy(kind => kind.Order)];

    /// <summary>As the product knows kinds by itself.</summary>
    /// <inheritdoc cref="Of"/>
    public static Finding Run(Stream content, string name, CompanyMail company, int depth, UnpackingBudget? budget = null) =>
        _alone.Of(content, name, company, depth, budget);

    /// <param name="content">The file; it must seek.</param>
    /// <param name="depth">Archives around it.</param>
    /// <param name="budget">What its drop may still unpack; all of it when null.</param>
    public Finding Of(Stream content, string name, CompanyMail company, int depth, UnpackingBudget? budget = null)
    {
        budget ??= new UnpackingBudget(new());
        if (budget.IsTimeUp)
        {
            return new Finding { Kind = RecognisedKind.Unknown, Note = Texts.File_NotReadInTime };
        }

        using var reading = budget.Reading();
        try
        {
            var file = See(content, name, company, depth, budget);
            return _asked.Select(kind => kind.Run(file)).FirstOrDefault(found => found is not null) ?? Unknown(file);
        }
        catch (RegexMatchTimeoutException)
        {
            // Hostile text: the file is kept, and nothing of the drop is lost for it.
            return new Finding { Kind = RecognisedKind.Unknown, Note = Texts.File_NotReadInTime };
        }
    }

    internal static Finding TooLarge(string kind) =>
        new() { Kind = kind, Note = Texts.File_TooLargeToOpen.With(MaxMailBytes / (1024 * 1024)) };

    private static SeenFile See(Stream content, string name, CompanyMail company, int depth, UnpackingBudget budget)
    {
        var head = Head(content);
        var signature = FileSignatures.Of(head);
        if (signature is FileSignature.Zip)
        {
            signature = FileSignatures.OfZip(content);
            content.Position = 0;
        }

        return new SeenFile(content, name, head, signature, company, depth, budget);
    }

    private static Finding Unknown(SeenFile file) => file.Signature switch
    {
        FileSignature.Zip => ReadArchive.Run(file.Content, file.Depth, file.Budget),
        FileSignature.OldWorkbook => new Finding { Kind = RecognisedKind.Unknown, Note = Texts.File_OldWorkbook },
        FileSignature.Empty => new Finding { Kind = RecognisedKind.Unknown, Note = Texts.File_Empty },
        FileSignature.Xml => Xml(file),
        _ => new Finding
        {
            Kind = RecognisedKind.Unknown,
            Period = file.PeriodOfName,
            Templates = DocumentWording.TemplatesOf(Folded.Of(file.Name)),
        },
    };

    private static Finding Xml(SeenFile file)
    {
        var named = file.Root is null ? ReadIdentities.None : ReadSubjectOfXml.Of(file.Content);
        var isTransfer = file.Root?.Namespace.Contains("pain.001", StringComparison.Ordinal) == true;
        return new Finding
        {
            Kind = isTransfer ? RecognisedKind.SepaTransfer : RecognisedKind.Unknown,
            Subject = isTransfer ? Texts.File_SepaTransfer : null,
            Period = file.PeriodOfName,
            SubjectIdentity = named.Subject,
            ProviderIdentity = named.Provider,
            Note = file.Root is { Name: "log" } ? Texts.File_LogOfAnotherKind : null,
        };
    }

    private static byte[] Head(Stream content)
    {
        content.Position = 0;
        var head = new byte[Math.Min(content.Length, FileSignatures.HeadBytes)];
        content.ReadExactly(head);
        content.Position = 0;
        return head;
    }
}
