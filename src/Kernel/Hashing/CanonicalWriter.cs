using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pupitre.Kernel.Hashing;

/// <summary>
/// Writes JSON in its one form, RFC 8785: no white space, only the escapes that are required, whole numbers without a fraction.
/// </summary>
/// <remarks>
/// Whoever writes an object gives its members in ordinal order of their names. One lone half of a surrogate pair is written as U+FFFD.
/// </remarks>
public sealed class CanonicalWriter
{
    private const int FirstPrintable = 0x20;

    private static readonly SearchValues<char> _escaped = SearchValues.Create(
        [.. Enumerable.Range(0, FirstPrintable).Select(code => (char)code), '"', '\\']);

    private readonly ArrayBufferWriter<byte> _buffer;
    private bool _needsComma;

    public CanonicalWriter(int capacity = 256) => _buffer = new ArrayBufferWriter<byte>(capacity);

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public void BeginObject() => Begin('{');

    public void EndObject() => End('}');

    public void BeginArray() => Begin('[');

    public void EndArray() => End(']');

    public void Name(string name)
    {
        Separate();
        Quote(name);
        Byte((byte)':');
        _needsComma = false;
    }

    public void Null() => Raw("null"u8);

    public void Value(bool value) => Raw(value ? "true"u8 : "false"u8);

    public void Value(long value)
    {
        Separate();
        value.TryFormat(_buffer.GetSpan(20), out var written, provider: CultureInfo.InvariantCulture);
        _buffer.Advance(written);
    }

    public void Value(string value)
    {
        Separate();
        Quote(value);
    }

    /// <summary>A value that is canonical already.</summary>
    public void Raw(ReadOnlySpan<byte> canonical)
    {
        Separate();
        _buffer.Write(canonical);
    }

    private void Begin(char bracket)
    {
        Separate();
        Byte((byte)bracket);
        _needsComma = false;
    }

    private void End(char bracket)
    {
        Byte((byte)bracket);
        _needsComma = true;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            Byte((byte)',');
        }

        _needsComma = true;
    }

    private void Quote(string text)
    {
        Byte((byte)'"');
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(_escaped); at >= 0; at = rest.IndexOfAny(_escaped))
        {
            Plain(rest[..at]);
            Escape(rest[at]);
            rest = rest[(at + 1)..];
        }

        Plain(rest);
        Byte((byte)'"');
    }

    private void Escape(char sign) => _buffer.Write(sign switch
    {
        '"' => "\\\""u8,
        '\\' => @"\\"u8,
        '\b' => @"\b"u8,
        '\t' => @"\t"u8,
        '\n' => @"\n"u8,
        '\f' => @"\f"u8,
        '\r' => @"\r"u8,
        _ => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}")),
    });

    private void Plain(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            Encoding.UTF8.GetBytes(text, _buffer);
        }
    }

    private void Byte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }
}
