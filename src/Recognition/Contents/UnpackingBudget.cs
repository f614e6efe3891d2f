using System.Diagnostics;

namespace Pupitre.Recognition.Contents;

/// <summary>What one drop may unpack, whatever it is packed in.</summary>
public sealed record UnpackingLimits
{
    public long MaxBytes { get; init; } = 300L * 1024 * 1024;

    public int MaxFiles { get; init; } = 2_000;

    /// <summary>Mails, mailboxes and archives inside each other, counted together: what lies deeper is kept closed.</summary>
    public int MaxDepth { get; init; } = 3;

    /// <summary>Time spent on reading, not on keeping.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>What the streams of one PDF may unpack to.</summary>
    public long MaxPaperBytes { get; init; } = 64L * 1024 * 1024;

    public TimeSpan MaxPaperTime { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>
/// What is left of what a drop may unpack: handed down through archives, mails, mailboxes and papers, so that a small file cannot fill the disk or the
/// memory by nesting. Small files stay in memory, the others go to one temporary file that dies with the drop.
/// </summary>
public sealed class UnpackingBudget(UnpackingLimits limits) : IDisposable
{
    private const long MaxInMemoryBytes = 8L * 1024 * 1024;

    private readonly Stopwatch _reading = new();
    private FileStream? _spool;
    private long _inMemory;

    public UnpackingLimits Limits => limits;

    public long BytesLeft { get; private set; } = limits.MaxBytes;

    public int FilesLeft { get; private set; } = limits.MaxFiles;

    /// <summary>Containers around what is being read.</summary>
    public int Depth { get; private set; }

    public bool IsDeepest => Depth >= limits.MaxDepth;

    public bool IsTimeUp => _reading.Elapsed > limits.MaxTime;

    /// <summary>Counts the time until it is disposed of as reading.</summary>
    public IDisposable Reading()
    {
        _reading.Start();
        return new Step(_reading.Stop);
    }

    /// <summary>What is read until it is disposed of lies one container deeper.</summary>
    public IDisposable Inside()
    {
        Depth++;
        return new Step(() => Depth--);
    }

    /// <summary>Unpacks one file and keeps it aside.</summary>
    /// <exception cref="BudgetSpent">It is one too many, or too large for what is left.</exception>
    public InnerFile Unpack(string name, Action<Stream> write)
    {
        if (FilesLeft <= 0)
        {
            throw new BudgetSpent(BudgetPart.Files);
        }

        if (IsTimeUp)
        {
            throw new BudgetSpent(BudgetPart.Time);
        }

        FilesLeft--;
        using var sink = new Sink(this);
        write(sink);
        return sink.Close(name);
    }

    public void Dispose() => _spool?.Dispose();

    private FileStream Spool() => _spool ??= new FileStream(
        Path.Combine(Path.GetTempPath(), Guid.CreateVersion7().ToString("N") + ".unpacked"),
        WithMode(new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0, Options = FileOptions.DeleteOnClose }));

    private static FileStreamOptions WithMode(FileStreamOptions options)
    {
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private sealed class Step(Action end) : IDisposable
    {
        public void Dispose() => end();
    }

    /// <summary>Takes what is unpacked, counts it, and moves from memory to the file when it grows.</summary>
    private sealed class Sink(UnpackingBudget budget) : CountedSink
    {
        private readonly long _start = budget._spool?.Length ?? 0;
        private MemoryStream? _memory = new();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            budget.BytesLeft -= buffer.Length;
            if (budget.BytesLeft < 0)
            {
                budget._spool?.SetLength(_start);
                budget.BytesLeft = 0;
                throw new BudgetSpent(BudgetPart.Bytes);
            }

            Count += buffer.Length;
            if (_memory is not null && budget._inMemory + Count > MaxInMemoryBytes)
            {
                Append(_memory.GetBuffer().AsSpan(0, (int)_memory.Length));
                _memory = null;
            }

            if (_memory is not null)
            {
                _memory.Write(buffer);
            }
            else
            {
                Append(buffer);
            }
        }

        public InnerFile Close(string name)
        {
            if (_memory is null)
            {
                return new InnerFile(name, budget.Spool(), _start, Count);
            }

            budget._inMemory += Count;
            return new InnerFile(name, _memory.ToArray());
        }

        private void Append(ReadOnlySpan<byte> bytes)
        {
            var spool = budget.Spool();
            spool.Seek(0, SeekOrigin.End);
            spool.Write(bytes);
        }
    }
}

/// <summary>What of a budget was spent.</summary>
public enum BudgetPart
{
    Bytes,
    Files,
    Time,
}

/// <summary>A drop has unpacked all that it may. Caught by whoever opens a container, who says what was read and what was not.</summary>
public sealed class BudgetSpent(BudgetPart part) : Exception
{
    public BudgetPart Part => part;
}

/// <summary>A stream that is only written to.</summary>
internal abstract class CountedSink : Stream
{
    public long Count { get; protected set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Count;

    public override long Position { get => Count; set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public abstract override void Write(ReadOnlySpan<byte> buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
