namespace Pupitre.Recognition.Contents;

/// <summary>A file inside a mail or an archive, unpacked: in memory, or as a stretch of the drop's temporary file.</summary>
public sealed class InnerFile
{
    private readonly byte[]? _content;
    private readonly FileStream? _spool;
    private readonly long _start;

    public InnerFile(string name, byte[] content) => (Name, _content, Size) = (name, content, content.LongLength);

    public InnerFile(string name, FileStream spool, long start, long size) => (Name, _spool, _start, Size) = (name, spool, start, size);

    public string Name { get; }

    public long Size { get; }

    /// <summary>The whole of it; for small ones.</summary>
    public byte[] Content
    {
        get
        {
            using var stream = Open();
            var content = new byte[Size];
            stream.ReadExactly(content);
            return content;
        }
    }

    /// <summary>Reads it; while the drop's budget lives.</summary>
    public Stream Open() => _content is not null ? new MemoryStream(_content, writable: false) : new Stretch(_spool!, _start, Size);

    private sealed class Stretch(FileStream spool, long start, long size) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => size;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var left = (int)Math.Clamp(size - Position, 0, buffer.Length);
            var read = left == 0 ? 0 : RandomAccess.Read(spool.SafeFileHandle, buffer[..left], start + Position);
            Position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? Position : size);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
