using System.Text;

namespace Pupitre.Mining;

/// <summary>
/// The encoding of separated text: that of its byte order mark, else UTF-8 when it is, else windows-1252, in which French spreadsheets save.
/// A single byte that is no UTF-8 in a text that else is gets read as windows-1252: nothing becomes a replacement sign.
/// </summary>
public static class TextEncoding
{
    private const int ChunkBytes = 128 * 1024;
    private const int LongestCharacter = 4;

    /// <summary>UTF-8 that reads bytes which are none as windows-1252.</summary>
    public static Encoding Utf8 { get; } = Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Proves the encoding over the whole text, from where the stream stands, and goes back there. Accents may come as late as they like.</summary>
    /// <param name="stream">The text, unpacked; it must seek.</param>
    public static Encoding Prove(Stream stream)
    {
        var start = stream.Position;
        var buffer = new byte[ChunkBytes];
        var head = buffer.AsSpan(0, stream.ReadAtLeast(buffer, LongestCharacter, throwOnEndOfStream: false));
        var marked = Marked(head);
        stream.Position = start;
        if (marked is null && !IsUtf8(stream, buffer))
        {
            stream.Position = start;
            marked = CountAll(stream, buffer).Encoding;
        }

        stream.Position = start;
        return marked ?? Utf8;
    }

    /// <summary>The encoding as far as the first bytes show it: for a stream that cannot be read twice, and whose end may lie inside a character.</summary>
    public static Encoding Of(ReadOnlySpan<byte> beginning)
    {
        if (Marked(beginning) is { } marked)
        {
            return marked;
        }

        var count = default(Utf8Count);
        count.Add(beginning, isLast: false);
        return count.Encoding;
    }

    /// <summary>The encoding of that name; UTF-8 as <see cref="Utf8"/>.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Encoding Named(string name)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        return encoding.CodePage == Utf8.CodePage ? Utf8 : encoding;
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => Utf8,
        [0xff, 0xfe, ..] => Encoding.Unicode,
        [0xfe, 0xff, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static bool IsUtf8(Stream stream, byte[] buffer)
    {
        var kept = 0;
        while (true)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
            var bytes = buffer.AsSpan(0, kept + read);
            var whole = read == 0 ? bytes.Length : LastBoundary(bytes);
            if (!Utf8Valid(bytes[..whole]))
            {
                return false;
            }

            if (read == 0)
            {
                return true;
            }

            kept = bytes.Length - whole;
            bytes[whole..].CopyTo(buffer);
        }
    }

    private static bool Utf8Valid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static Utf8Count CountAll(Stream stream, byte[] buffer)
    {
        var count = default(Utf8Count);
        var kept = 0;
        int read;
        do
        {
            read = stream.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
            var bytes = buffer.AsSpan(0, kept + read);
            var used = count.Add(bytes, isLast: read == 0);
            kept = bytes.Length - used;
            bytes[used..].CopyTo(buffer);
        }
        while (read > 0);
        return count;
    }

    /// <summary>Where the last character that may go on behind these bytes begins.</summary>
    private static int LastBoundary(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.Length - 1; at >= 0 && at >= bytes.Length - LongestCharacter; at--)
        {
            if ((bytes[at] & 0xc0) != 0x80)
            {
                return bytes[at] < 0x80 ? bytes.Length : at;
            }
        }

        return bytes.Length;
    }

    /// <summary>Counts what speaks for UTF-8 (characters of several bytes) and what against it (bytes that are none).</summary>
    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private struct Utf8Count
    {
        private long _characters;
        private long _others;

        /// <summary>A text in windows-1252 holds by chance hardly ever two bytes that are a character of UTF-8.</summary>
        public readonly Encoding Encoding => _others == 0 || _characters > _others ? Utf8 : Windows1252;

        /// <summary>Counts; gives how many bytes were used: not those of a character that may go on.</summary>
        public int Add(ReadOnlySpan<byte> bytes, bool isLast)
        {
            var at = 0;
            while (true)
            {
                var next = bytes[at..].IndexOfAnyInRange((byte)0x80, (byte)0xff);
                if (next < 0)
                {
                    return bytes.Length;
                }

                at += next;
                var status = Rune.DecodeFromUtf8(bytes[at..], out _, out var length);
                if (status == System.Buffers.OperationStatus.NeedMoreData && !isLast)
                {
                    return at;
                }

                _characters += status == System.Buffers.OperationStatus.Done ? 1 : 0;
                _others += status == System.Buffers.OperationStatus.Done ? 0 : 1;
                at += length;
            }
        }
    }

    private sealed class Windows1252Fallback : DecoderFallback
    {
        public override int MaxCharCount => LongestCharacter;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Characters();

        private sealed class Characters : DecoderFallbackBuffer
        {
            private string _text = "";
            private int _at;

            public override int Remaining => _text.Length - _at;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (_text, _at) = (Windows1252.GetString(bytesUnknown), 0);
                return _text.Length > 0;
            }

            public override char GetNextChar() => _at < _text.Length ? _text[_at++] : '\0';

            public override bool MovePrevious() => _at > 0 && _at-- > 0;
        }
    }
}
