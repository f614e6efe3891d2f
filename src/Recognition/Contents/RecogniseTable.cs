using Pupitre.Kernel;

namespace Pupitre.Recognition.Contents;

/// <summary>Tables and event logs, whose lines are read later.</summary>
internal sealed class RecogniseTable : IRecognise
{
    public int Order => 130;

    public Finding? Run(SeenFile file) => file.Signature switch
    {
        FileSignature.EncryptedWorkbook => new Finding { Kind = RecognisedKind.Table, Note = Texts.File_WorkbookPassword },
        FileSignature.Workbook => new Finding { Kind = RecognisedKind.Table, Period = file.PeriodOfName, Templates = DocumentWording.TemplatesOf(Folded.Of(file.Name)) },
        FileSignature.Gzip or FileSignature.Xes => new Finding { Kind = RecognisedKind.EventLog },
        FileSignature.Text when file.IsTabular => Table(file, ReadSubjectOfTable.Of(TextOf(file.Head))),
        FileSignature.Unknown when IsNamedTable(file.Name) && file.IsTabular => new Finding { Kind = RecognisedKind.Table, Period = file.PeriodOfName },
        _ => null,
    };

    private static Finding Table(SeenFile file, ReadIdentities named) => new()
    {
        Kind = RecognisedKind.Table,
        Period = file.PeriodOfName,
        Templates = DocumentWording.TemplatesOf(Folded.Of(file.Name)),
        SubjectIdentity = named.Subject,
        ProviderIdentity = named.Provider,
    };

    internal static string TextOf(byte[] head)
    {
        var start = head.AsSpan(0, Math.Min(head.Length, ReadSubject.MaxText));
        return (head is [0xFF, 0xFE, ..] ? System.Text.Encoding.Unicode : head is [0xFE, 0xFF, ..] ? System.Text.Encoding.BigEndianUnicode
            : System.Text.Unicode.Utf8.IsValid(start[..^Math.Min(4, start.Length)]) ? System.Text.Encoding.UTF8 : System.Text.Encoding.Latin1).GetString(start);
    }

    // A text with a stray NUL is read for the rows that have none; the wizard names the others.
    private static bool IsNamedTable(string name) => Path.GetExtension(name).ToUpperInvariant() is ".CSV" or ".TSV" or ".TXT";
}
