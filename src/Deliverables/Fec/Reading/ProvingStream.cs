using System.Text;
using System.Text.Unicode;
using Pupitre.Kernel;

namespace Pupitre.Deliverables.Fec;

/// <summary>Proves the character set and the line ends of bytes that another reader consumes, in no particular pieces.</summary>
internal sealed class ProvingStream(Stream inner) : ForwardStream
{
    private readonly Decoder _utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
    private readonly byte[] _start = new byte[3];
    private long _line = 1;
    private long _bytes;
    private long _firstAboveAscii;
    private long _firstInvalid;
    private byte _last;
    private bool _isCut;
    private bool _hasCrLf;
    private bool _hasCr;
    private bool _hasLf;

    public FecFormat Format(FecRegime regime)
    {
        var hasMark = _start.AsSpan().SequenceEqual(Encoding.UTF8.Preamble);
        var charset = _firstInvalid > 0 ? FecCharset.Iso885915 : _firstAboveAscii > 0 || hasMark ? FecCharset.Utf8 : FecCharset.Ascii;
        var proof = _firstInvalid > 0 ? _firstInvalid : _firstAboveAscii;
        return new(FecSeparator.Xml, charset, hasMark, FormatProof.LineEndOf(_hasCrLf, _hasCr || _last == (byte)'\r', _hasLf), regime, proof > 0 ? proof : null);
    }

    /// <summary>Whether a byte above 127 was read.</summary>
    public bool HasOtherThanAscii => _firstAboveAscii > 0;

    /// <summary>Physical lines read.</summary>
    public long Lines => _last is (byte)'\n' or (byte)'\r' ? _line - 1 : _line;

    public override long Length => inner.Length;

    public override long Position
    {
        get => _bytes;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        See(buffer[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void See(ReadOnlySpan<byte> all)
    {
        var read = all;
        for (; _bytes < _start.Length && !read.IsEmpty; read = read[1..])
        {
            _start[_bytes] = read[0];
            SeeText(_start[0] == Encoding.UTF8.Preamble[0] ? default : read[..1]);
            _bytes++;
            SeeEnd(read[0]);
            _last = read[0];
        }

        _bytes += read.Length;
        while (!read.IsEmpty)
        {
            var end = read.IndexOfAny((byte)'\r', (byte)'\n') is var found and >= 0 ? found : read.Length;
            if (end > 0)
            {
                SeeText(read[..end]);
                _hasCr |= _last == (byte)'\r';
                _last = read[end - 1];
            }

            if (end < read.Length)
            {
                SeeEnd(read[end]);
                _last = read[end++];
            }

            read = read[end..];
        }

        Validate(all);
    }

    private void SeeText(ReadOnlySpan<byte> text)
    {
        if (_firstAboveAscii == 0 && !Ascii.IsValid(text))
        {
            _firstAboveAscii = _line;
        }
    }

    private void SeeEnd(byte value)
    {
        if (value == (byte)'\n')
        {
            _hasCrLf |= _last == (byte)'\r';
            _hasLf |= _last != (byte)'\r';
            _line += _last == (byte)'\r' ? 0 : 1;
        }
        else
        {
            _hasCr |= _last == (byte)'\r';
        }

        _line += value == (byte)'\r' ? 1 : 0;
    }

    private void Validate(ReadOnlySpan<byte> read)
    {
        var isWhole = !_isCut;
        _isCut = read is [.., > 0x7F] || (read.IsEmpty && _isCut);
        if (_firstInvalid > 0 || (isWhole && !_isCut && Utf8.IsValid(read)))
        {
            return;
        }

        try
        {
            _utf8.GetCharCount(read, flush: read.IsEmpty);
            Span<char> chars = stackalloc char[256];
            while (!read.IsEmpty)
            {
                _utf8.Convert(read, chars, flush: false, out var used, out _, out _);
                read = read[used..];
            }
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8: that is the proof looked for.
            _firstInvalid = _line;
        }
    }
}
