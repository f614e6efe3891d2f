namespace Pupitre.Mining;

/// <summary>A stream that is only read forward.</summary>
/// <param name="inner">What is read.</param>
/// <param name="leaveOpen">Whether whoever opened it closes it.</param>
internal abstract class ForwardStream(Stream inner, bool leaveOpen = false) : Stream
{
    protected Stream Inner { get; } = inner;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
        {
            Inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>A stream that outlives whoever reads it.</summary>
internal sealed class LeftOpenStream(Stream inner) : ForwardStream(inner, leaveOpen: true)
{
    public override int Read(Span<byte> buffer) => Inner.Read(buffer);
}

/// <summary>A stream of which only so many bytes are accepted.</summary>
internal sealed class LimitedStream(Stream inner, long most) : ForwardStream(inner)
{
    private long _read;

    public override int Read(Span<byte> buffer)
    {
        var read = Inner.Read(buffer);
        _read += read;
        return _read <= most ? read : throw new UnreadableLog(Texts.Log_UnpacksTooLarge.Filled(most >> 30));
    }
}

/// <summary>
/// The bytes of an XML of which no tag or text may be longer than a log has reason to: the reader of XML holds each value whole, so a small
/// packed file with one endless value would take all memory.
/// </summary>
internal sealed class TagGuard(Stream inner) : ForwardStream(inner)
{
    /// <summary>Longest tag or text, in bytes.</summary>
    public const int LongestValue = 8 << 20;

    private long _sinceTag;

    public override int Read(Span<byte> buffer)
    {
        var read = Inner.Read(buffer);
        var bytes = buffer[..read];
        var last = bytes.LastIndexOf((byte)'<');
        if (last < 0)
        {
            _sinceTag += read;
        }
        else
        {
            Check(_sinceTag + bytes.IndexOf((byte)'<'));
            _sinceTag = read - last;
        }

        Check(_sinceTag);
        return read;
    }

    private static void Check(long length)
    {
        if (length > LongestValue)
        {
            throw new UnreadableLog(Texts.Xes_ValueTooLong.Filled(LongestValue >> 20));
        }
    }
}
