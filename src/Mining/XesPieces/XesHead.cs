using System.Text;

namespace Pupitre.Mining;

/// <summary>Finds the first tag of a XML text in UTF-8, behind declaration and comments.</summary>
internal static class XesHead
{
    /// <param name="text">The beginning of the text.</param>
    /// <param name="head">The tag as it stands there, with its namespaces.</param>
    /// <param name="tail">The tag that ends what it begins.</param>
    /// <returns>False where there is anything else: a document type, another encoding, a tag without content.</returns>
    public static bool TryFind(ReadOnlySpan<byte> text, out byte[] head, out byte[] tail)
    {
        (head, tail) = ([], []);
        var rest = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        while (true)
        {
            rest = rest.TrimStart(" \t\r\n"u8);
            if (rest.StartsWith("<?"u8))
            {
                if (rest.StartsWith("<?xml "u8) && !IsUtf8(rest[..Math.Max(0, rest.IndexOf("?>"u8))]))
                {
                    return false;
                }

                rest = Behind(rest, "?>"u8);
            }
            else if (rest.StartsWith("<!--"u8))
            {
                rest = Behind(rest[4..], "-->"u8);
            }
            else
            {
                return TryTag(rest, out head, out tail);
            }
        }
    }

    private static bool TryTag(ReadOnlySpan<byte> text, out byte[] head, out byte[] tail)
    {
        (head, tail) = ([], []);
        var end = EndOfTag(text);
        if (!text.StartsWith("<"u8) || end < 2 || text[1] == '!' || text[end - 1] == '/')
        {
            return false;
        }

        var name = text[1..end];
        var nameEnd = name.IndexOfAny(" \t\r\n"u8);
        head = text[..(end + 1)].ToArray();
        tail = [.. "</"u8, .. nameEnd < 0 ? name : name[..nameEnd], .. ">"u8];
        return true;
    }

    /// <summary>The place of the bracket that ends a tag, which may stand in a value too; -1 when there is none.</summary>
    private static int EndOfTag(ReadOnlySpan<byte> text)
    {
        var quote = (byte)0;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (quote == 0 && sign == '>')
            {
                return at;
            }

            quote = quote == 0 ? sign is (byte)'"' or (byte)'\'' ? sign : (byte)0 : sign == quote ? (byte)0 : quote;
        }

        return -1;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> declaration) =>
        Encoding.ASCII.GetString(declaration) is var text && (!text.Contains("encoding", StringComparison.Ordinal) || text.Contains("utf-8", StringComparison.OrdinalIgnoreCase));

    private static ReadOnlySpan<byte> Behind(ReadOnlySpan<byte> text, ReadOnlySpan<byte> end) => text.IndexOf(end) is >= 0 and var at ? text[(at + end.Length)..] : [];
}
