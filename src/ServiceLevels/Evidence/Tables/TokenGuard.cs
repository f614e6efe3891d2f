using Pupitre.Kernel;

namespace Pupitre.ServiceLevels.Evidence.Tables;

/// <summary>Stops a document in which one value alone would fill the memory: too many bytes without any sign that begins an element.</summary>
internal sealed class TokenGuard(Stream inner) : Stream
{
    /// <summary>No attribute of an event is as long as a book.</summary>
    private const long MaxTokenBytes = 16L * 1024 * 1024;

    private long _token;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        var last = buffer[..read].LastIndexOf((byte)'<');
        _token = last >= 0 ? read - last : _token + read;
        return _token > MaxTokenBytes ? throw new Refused(Texts.Table_LogValueTooLong.With(MaxTokenBytes / (1024 * 1024))) : read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
