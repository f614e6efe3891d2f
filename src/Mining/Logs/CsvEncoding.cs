using System.Text;

namespace Pupitre.Mining;

/// <summary>
/// The encoding of a text file: that of its byte order mark, else UTF-8 when its beginning is, else windows-1252, in which French
/// spreadsheets save. A byte further on that is no UTF-8 is read as windows-1252 too.
/// </summary>
internal static class CsvEncoding
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Encoding Of(ReadOnlySpan<byte> beginning)
    {
        // The beginning may end inside a character of up to four bytes.
        const int longestCharacter = 4;
        return HasMark(beginning) || IsUtf8(beginning) || (beginning.Length > longestCharacter && IsUtf8(beginning[..LastBoundary(beginning)]))
            ? Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ReplacementFallback, new Windows1252Fallback())
            : Windows1252;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    /// <summary>StreamReader reads these marks itself.</summary>
    private static bool HasMark(ReadOnlySpan<byte> bytes) => bytes is [0xef, 0xbb, 0xbf, ..] or [0xff, 0xfe, ..] or [0xfe, 0xff, ..];

    private static int LastBoundary(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length - 1;
        while (end > 0 && (bytes[end] & 0xc0) == 0x80)
        {
            end--;
        }

        return end;
    }

    private sealed class Windows1252Fallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

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
