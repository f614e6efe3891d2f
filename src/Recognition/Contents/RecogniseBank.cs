using Pupitre.Kernel;
using Pupitre.Recognition.Bank;
using Pupitre.Recognition.Tables;

namespace Pupitre.Recognition.Contents;

/// <summary>Lines of a bank account: OFX, camt.053, a table of debits and credits.</summary>
internal sealed class RecogniseBank : IRecognise
{
    /// <summary>Larger workbooks are not opened to see whether they are a bank's.</summary>
    private const long MaxLookedBytes = 1024 * 1024;

    public int Order => 110;

    public Finding? Run(SeenFile file) => file.Signature switch
    {
        FileSignature.Text or FileSignature.Xml or FileSignature.Mail or FileSignature.Unknown when BankFile.IsOfx(file.Head) => Bank(file.Content, ReadIdentities.None),
        FileSignature.Workbook when IsBank(file.Content) => Bank(file.Content, ReadIdentities.None),
        FileSignature.Xml when BankFile.IsCamt(file.Root) => Bank(file.Content, ReadSubjectOfXml.Of(file.Content)),
        FileSignature.Text when file.IsTabular && IsBank(new MemoryStream(WholeLines(file.Head))) => Bank(file.Content, ReadSubjectOfTable.Of(RecogniseTable.TextOf(file.Head))),
        _ => null,
    };

    // The account stands in for a reference: statements of other accounts are told by it.
    private static Finding Bank(Stream content, ReadIdentities named)
    {
        try
        {
            var statement = BankFile.Read(content);
            var holder = named.Subject ?? (statement.Holder is { } name ? new ReadIdentity(null, name, IdentityPlace.Field) : null);
            return new Finding { Kind = RecognisedKind.BankStatement, Subject = Texts.Kind_BankStatement, Reference = statement.Account, SubjectIdentity = holder };
        }
        catch (Refused broken)
        {
            return new Finding { Kind = RecognisedKind.BankStatement, Note = broken.Message };
        }
    }

    // The beginning of a longer file ends within a line, perhaps within quotes.
    private static byte[] WholeLines(byte[] head) => head.Length < FileSignatures.HeadBytes ? head : head[..(Array.LastIndexOf(head, (byte)'\n') + 1)];

    private static bool IsBank(Stream content)
    {
        if (content.Length > MaxLookedBytes)
        {
            return false;
        }

        try
        {
            using var table = TableFile.OpenTable(content, leaveOpen: true);
            return ReadBankTable.Fits(table);
        }
        catch (Refused)
        {
            return false;
        }
        finally
        {
            content.Position = 0;
        }
    }
}
