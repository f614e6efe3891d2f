using System.IO.Compression;
using System.Text;

namespace Pupitre.Recognition.Contents;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
public enum FileSignature
{
    Unknown,
    Pdf,
    Zip,
    Workbook,
    OfficeDocument,
    Gzip,

    /// <summary>OLE compound file with a message inside: Outlook's .msg.</summary>
    OutlookMessage,

    /// <summary>OLE compound file that is an encrypted workbook: a password is asked.</summary>
    EncryptedWorkbook,

    /// <summary>OLE compound file of the old Excel.</summary>
    OldWorkbook,
    Xes,
    Xml,
    Mbox,
    Mail,
    Image,
    Text,
    Empty,
}

/// <summary>Recognises files by content. A name is only a hint for people.</summary>
public static class FileSignatures
{
    /// <summary>Bytes that are looked at.</summary>
    public const int HeadBytes = 64 * 1024;

    private static readonly string[] _mailHeaders =
        ["\nReceived:", "\nFrom:", "\nTo:", "\nSubject:", "\nDate:", "\nMessage-ID:", "\nReturn-Path:", "\nMIME-Version:", "\nDelivered-To:"];

    private static readonly byte[] _ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static FileSignature Of(ReadOnlySpan<byte> head) => head switch
    {
        [] => FileSignature.Empty,
        [0x1F, 0x8B, ..] => FileSignature.Gzip,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => Zip(head),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            or [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => FileSignature.Image,
        _ when head.StartsWith(_ole) => Ole(head),
        _ when head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0 => FileSignature.Pdf,
        _ => Textual(head),
    };

    private static FileSignature Zip(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("xl/"u8) >= 0)
        {
            return FileSignature.Workbook;
        }

        return head.IndexOf("word/"u8) >= 0 || head.IndexOf("ppt/"u8) >= 0 || head.IndexOf("mimetypeapplication/vnd.oasis"u8) >= 0 ? FileSignature.OfficeDocument : FileSignature.Zip;
    }

    // Names inside a compound file are UTF-16.
    private static FileSignature Ole(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("E\0n\0c\0r\0y\0p\0t\0"u8) >= 0)
        {
            return FileSignature.EncryptedWorkbook;
        }

        return head.IndexOf("W\0o\0r\0k\0b\0o\0o\0k\0"u8) >= 0 ? FileSignature.OldWorkbook : FileSignature.OutlookMessage;
    }

    private static FileSignature Textual(ReadOnlySpan<byte> head)
    {
        if (ReadMailbox.Begins(head))
        {
            return FileSignature.Mbox;
        }

        var text = Start(head);
        if (text.StartsWith('<'))
        {
            return XmlRoot.Of(head) is { HoldsTraces: true } ? FileSignature.Xes : FileSignature.Xml;
        }

        return IsMail(text) ? FileSignature.Mail : head.Contains((byte)0) && !LooksUtf16(head) ? FileSignature.Unknown : FileSignature.Text;
    }

    private static string Start(ReadOnlySpan<byte> head) =>
        (LooksUtf16(head) ? Encoding.Unicode : Encoding.Latin1).GetString(head[..Math.Min(head.Length, 8192)]).TrimStart('\uFEFF', 'ï', '»', '¿', ' ', '\r', '\n', '\t');

    private static bool LooksUtf16(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    // A mail begins with header lines, and some of them are always there.
    private static bool IsMail(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal) is >= 0 and var unix ? unix
            : text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var dos ? dos : text.Length;
        var headers = "\n" + text[..end];
        var known = _mailHeaders.Count(name => headers.Contains(name, StringComparison.OrdinalIgnoreCase));
        return known >= 2 && text.IndexOf(':', StringComparison.Ordinal) is > 0 and < 80;
    }

    /// <summary>Whether a ZIP that begins like any other is a workbook: its parts may stand in any order.</summary>
    public static FileSignature OfZip(Stream seekable)
    {
        try
        {
            using var archive = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
            return archive.GetEntry("xl/workbook.xml") is not null ? FileSignature.Workbook
                : archive.GetEntry("[Content_Types].xml") is not null ? FileSignature.OfficeDocument : FileSignature.Zip;
        }
        catch (InvalidDataException)
        {
            return FileSignature.Unknown;
        }
    }
}
