using System.Text;
using Pupitre.Kernel;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tables;

namespace Pupitre.Recognition.Bank;

/// <summary>Lines of a bank account by their content: separated text, OFX (1.x and 2.x) or camt.053 (and 052, 054).</summary>
public static class BankFile
{
    public const long MaxBytes = 50L * 1024 * 1024;
    public const int MaxLines = 50_000;
    public const int MaxLabel = 500;

    /// <summary>Unreadable lines that are named one by one.</summary>
    public const int MaxUnread = 200;

    /// <summary>Whether the beginning of a text is OFX: its header of 1.x, its instruction of 2.x, or its element.</summary>
    public static bool IsOfx(ReadOnlySpan<byte> head)
    {
        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 2048)]).TrimStart('ï', '»', '¿', ' ', '\r', '\n', '\t');
        return start.StartsWith("OFXHEADER", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<OFX>", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("<?", StringComparison.Ordinal) && (start.Contains("<?OFX", StringComparison.OrdinalIgnoreCase) || start.Contains("<OFX>", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether an XML document is a statement, report or notice of a bank (ISO 20022 camt.052, 053, 054).</summary>
    public static bool IsCamt(XmlRoot? root) => root is { Name: "Document" } && (root.Namespace.Contains(":camt.053", StringComparison.Ordinal) || root.Namespace.Contains(":camt.052", StringComparison.Ordinal) || root.Namespace.Contains(":camt.054", StringComparison.Ordinal));

    /// <param name="content">The file; it must seek, and stays open.</param>
    /// <exception cref="Refused">It is no such file, is damaged, or beyond the limits.</exception>
    public static BankStatement Read(Stream content)
    {
        if (content.Length > MaxBytes)
        {
            throw new Refused(Texts.Bank_TooLarge.With(MaxBytes / (1024 * 1024)));
        }

        content.Position = 0;
        var head = new byte[Math.Min(content.Length, FileSignatures.HeadBytes)];
        content.ReadExactly(head);
        content.Position = 0;
        if (IsOfx(head))
        {
            return ReadOfx.Of(content);
        }

        if (IsCamt(XmlRoot.Of(head)))
        {
            return ReadCamt.Of(content);
        }

        using var table = TableFile.OpenTable(content, leaveOpen: true);
        return ReadBankTable.Of(table) ?? throw new Refused(Texts.Bank_NotAStatement);
    }

    /// <summary>Labels in one line of single spaces, within the limit.</summary>
    public static string Label(params ReadOnlySpan<string?> parts)
    {
        var words = new StringBuilder();
        foreach (var part in parts)
        {
            foreach (var word in (part ?? "").Split([' ', '\r', '\n', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
            {
                words.Append(words.Length > 0 ? " " : "").Append(word);
            }
        }

        return words.Length <= MaxLabel ? words.ToString() : words.ToString(0, MaxLabel);
    }
}
