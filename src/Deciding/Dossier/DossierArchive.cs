using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Pupitre.Deciding.Dossier;

/// <summary>A file of the archive as its list names it.</summary>
internal sealed record ArchivedFile(string Path, string Sha256, long Bytes);

/// <summary>
/// A ZIP that is written front to back and knows the hash of each file in it. Every file bears the same moment: what was packed alike is
/// alike to the byte.
/// </summary>
internal sealed class DossierArchive(Stream output, DateTimeOffset madeAt) : IDisposable
{
    private readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<ArchivedFile> _files = [];

    public IReadOnlyList<ArchivedFile> Files => _files;

    public async Task AddAsync(string path, byte[] content, CancellationToken token) =>
        await AddAsync(path, stream => stream.WriteAsync(content, token).AsTask());

    public Task AddTextAsync(string path, string content, CancellationToken token) =>
        AddAsync(path, Encoding.UTF8.GetBytes(content), token);

    /// <summary>Adds what is copied from a stream, which is never held whole.</summary>
    public async Task AddAsync(string path, Func<Stream, Task> write)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        // A ZIP knows hours of the clock on the wall; that of UTC is the same everywhere.
        entry.LastWriteTime = madeAt.ToUniversalTime();
        await using var inside = entry.Open();
        await using var counted = new CountedStream(inside);
        await write(counted);
        _files.Add(new ArchivedFile(path, counted.Sha256(), counted.Written));
    }

    public void Dispose() => _zip.Dispose();

    private sealed class CountedStream(Stream inner) : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Written { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Written;

        public override long Position { get => Written; set => throw new NotSupportedException(); }

        public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _hash.AppendData(buffer);
            Written += buffer.Length;
            inner.Write(buffer);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _hash.AppendData(buffer.Span);
            Written += buffer.Length;
            return inner.WriteAsync(buffer, cancellationToken);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _hash.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
