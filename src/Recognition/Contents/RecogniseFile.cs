using System.Text.RegularExpressions;
using Pupitre.Deliverables.Fec;
using Pupitre.Kernel;
using Pupitre.Recognition.Bank;
using Pupitre.Recognition.Tables;

namespace Pupitre.Recognition.Contents;

/// <summary>Says what a file is and what it says about itself: by its content, in a fixed order, within limits.</summary>
public static partial class RecogniseFile
{
    /// <summary>Larger mails are kept and not opened.</summary>
    public const long MaxMailBytes = 150L * 1024 * 1024;

    private const int MatchTimeoutMs = 1000;

    /// <summary>Larger workbooks are not opened to see whether they are a bank's.</summary>
    private const long MaxLookedBytes = 1024 * 1024;

    /// <param name="content">The file; it must seek.</param>
    /// <param name="depth">Archives around it.</param>
    /// <param name="budget">What its drop may still unpack; all of it when null.</param>
    public static Finding Run(Stream content, string name, CompanyMail company, int depth, UnpackingBudget? budget = null)
    {
        budget ??= new UnpackingBudget(new());
        if (budget.IsTimeUp)
        {
            return new Finding { Kind = RecognisedKind.Unknown, Note = Texts.File_NotReadInTime };
        }

        using var reading = budget.Reading();
        try
        {
            return Read(content, name, company, depth, budget);
        }
        catch (RegexMatchTimeoutException)
        {
            // Hostile text: the file is kept, and nothing of the drop is lost for it.
            return new Finding { Kind = RecognisedKind.Unknown, Note = Texts.File_NotReadInTime };
        }
    }

    private static Finding Read(Stream content, string name, CompanyMail company, int depth, UnpackingBudget budget)
    {
        var head = Head(content);
        var signature = FileSignatures.Of(head);
        if (signature is FileSignature.Zip)
        {
            signature = FileSignatures.OfZip(content);
            content.Position = 0;
        }

        if (signature is FileSignature.Text or FileSignature.Xml or FileSignature.Mail or FileSignature.Unknown && BankFile.IsOfx(head))
        {
            return Bank(content, ReadIdentities.None);
        }

        return signature switch
        {
            FileSignature.Pdf => Paper(content, name, company, budget),
            FileSignature.Mail => content.Length > MaxMailBytes ? TooLarge(RecognisedKind.Mail) : ReadMail.Run(content, company, budget),
            FileSignature.Mbox => Mailbox(content, budget),
            FileSignature.OutlookMessage => new Finding { Kind = RecognisedKind.OutlookMail, Note = Texts.File_OutlookMail },
            FileSignature.EncryptedWorkbook => new Finding { Kind = RecognisedKind.Table, Note = Texts.File_WorkbookPassword },
            FileSignature.OldWorkbook => new Finding { Kind = RecognisedKind.Unknown, Note = Texts.File_OldWorkbook },
            FileSignature.Workbook when IsBank(content) => Bank(content, ReadIdentities.None),
            FileSignature.Workbook => new Finding { Kind = RecognisedKind.Table, Period = PeriodOfName(name), Templates = DocumentWording.TemplatesOf(Folded.Of(name)) },
            FileSignature.Zip => ReadArchive.Run(content, depth, budget),
            FileSignature.Gzip or FileSignature.Xes => new Finding { Kind = RecognisedKind.EventLog },
            FileSignature.Xml => Xml(content, head, name),
            FileSignature.Image => new Finding { Kind = RecognisedKind.Image, Period = PeriodOfName(name) },
            FileSignature.Text => Text(content, head, name),
            FileSignature.Unknown when IsNamedTable(name) && LooksTabular(head) => new Finding { Kind = RecognisedKind.Table, Period = PeriodOfName(name) },
            FileSignature.Empty => new Finding { Kind = RecognisedKind.Unknown, Note = Texts.File_Empty },
            _ => new Finding { Kind = RecognisedKind.Unknown, Period = PeriodOfName(name), Templates = DocumentWording.TemplatesOf(Folded.Of(name)) },
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

    private static Finding Paper(Stream content, string name, CompanyMail company, UnpackingBudget budget)
    {
        if (content.Length > ReadPaper.MaxBytes)
        {
            return TooLarge(RecognisedKind.Pdf);
        }

        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return ReadPaper.Run(bytes, name, company, budget);
    }

    private static Finding Mailbox(Stream content, UnpackingBudget budget) => content.Length > MaxMailBytes ? TooLarge(RecognisedKind.Archive) : ReadMailbox.Run(content, budget);

    private static Finding TooLarge(RecognisedKind kind) => new() { Kind = kind, Note = Texts.File_TooLargeToOpen.With(MaxMailBytes / (1024 * 1024)) };

    private static Finding Xml(Stream content, byte[] head, string name)
    {
        var root = XmlRoot.Of(head);
        if (root is { Name: "comptabilite" })
        {
            return AccountingFile(name);
        }

        var named = root is null ? ReadIdentities.None : ReadSubjectOfXml.Of(content);
        if (BankFile.IsCamt(root))
        {
            return Bank(content, named);
        }

        var isTransfer = root?.Namespace.Contains("pain.001", StringComparison.Ordinal) == true;
        return new Finding
        {
            Kind = isTransfer ? RecognisedKind.SepaTransfer : RecognisedKind.Unknown,
            Subject = isTransfer ? Texts.File_SepaTransfer : null,
            Period = PeriodOfName(name),
            SubjectIdentity = named.Subject,
            ProviderIdentity = named.Provider,
            Note = root is { Name: "log" } ? Texts.File_LogOfAnotherKind : null,
        };
    }

    private static Finding Text(Stream content, byte[] head, string name)
    {
        if (IsAccountingFile(head, name))
        {
            return AccountingFile(name);
        }

        var isTable = LooksTabular(head);
        var named = isTable ? ReadSubjectOfTable.Of(TextOf(head)) : ReadIdentities.None;
        if (isTable && IsBank(new MemoryStream(WholeLines(head))))
        {
            return Bank(content, named);
        }

        return new Finding
        {
            Kind = isTable ? RecognisedKind.Table : RecognisedKind.Unknown,
            Period = PeriodOfName(name),
            Templates = DocumentWording.TemplatesOf(Folded.Of(name)),
            SubjectIdentity = named.Subject,
            ProviderIdentity = named.Provider,
        };
    }

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

    private static string TextOf(byte[] head)
    {
        var start = head.AsSpan(0, Math.Min(head.Length, ReadSubject.MaxText));
        return (head is [0xFF, 0xFE, ..] ? System.Text.Encoding.Unicode : head is [0xFE, 0xFF, ..] ? System.Text.Encoding.BigEndianUnicode
            : System.Text.Unicode.Utf8.IsValid(start[..^Math.Min(4, start.Length)]) ? System.Text.Encoding.UTF8 : System.Text.Encoding.Latin1).GetString(start);
    }

    private static Finding AccountingFile(string name) => new()
    {
        Kind = RecognisedKind.AccountingFile,
        Subject = name,
        Period = AccountingPeriod(name),
        Templates = [13],
        SubjectIdentity = FecName.Parse(name)?.Siren is { } siren ? new ReadIdentity(siren, null, IdentityPlace.FileName) : null,
    };

    // By its header, whatever the order of the columns; else by its name, so that a header which the tax office would refuse is opened and said.
    private static bool IsAccountingFile(ReadOnlySpan<byte> head, string name)
    {
        var end = head.IndexOfAny((byte)'\r', (byte)'\n');
        var header = System.Text.Encoding.Latin1.GetString(end < 0 ? head : head[..end]);
        return (header.Contains("EcritureNum", StringComparison.OrdinalIgnoreCase) && header.Contains("CompteNum", StringComparison.OrdinalIgnoreCase))
            || header.Contains("JournalCode", StringComparison.OrdinalIgnoreCase)
            || FecName.Parse(name)?.Siren is not null;
    }

    // SIREN, FEC, closing date: the name that the law gives to the accounting file.
    private static DateOnly? AccountingPeriod(string name)
    {
        var match = AccountingName().Match(name);
        return match.Success && DateOnly.TryParseExact(match.Groups["date"].Value, "yyyyMMdd", out var date) ? new DateOnly(date.Year, date.Month, 1) : PeriodOfName(name);
    }

    private static DateOnly? PeriodOfName(string name) => DatesInText.Period(Folded.Of(name.Replace('_', ' ')));

    // A text with a stray NUL is read for the rows that have none; the wizard names the others.
    private static bool IsNamedTable(string name) => Path.GetExtension(name).ToUpperInvariant() is ".CSV" or ".TSV" or ".TXT";

    // The same separator in the first lines, at least once in each.
    private static bool LooksTabular(ReadOnlySpan<byte> head)
    {
        var lines = System.Text.Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(12).ToList();
        return lines.Count >= 2 && ";\t,|".Any(separator => lines.Count(line => line.Contains(separator, StringComparison.Ordinal)) >= Math.Max(2, lines.Count - 3));
    }

    [GeneratedRegex(@"\d{9}FEC(?<date>\d{8})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTimeoutMs)]
    private static partial Regex AccountingName();
}
