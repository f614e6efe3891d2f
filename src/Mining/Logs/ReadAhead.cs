using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Pupitre.Mining;

/// <summary>Reads a stream on a thread of its own, some buffers ahead of who reads this one: unpacking then costs the reader no time.</summary>
/// <remarks>The thread closes the stream once it has ended, or once nobody wants more of it.</remarks>
internal sealed class ReadAhead : IDisposable
{
    private const int BufferBytes = 1 << 17;
    private const int BuffersAhead = 8;

    private readonly Stream _inner;
    private readonly BlockingCollection<Piece> _full = new(BuffersAhead);
    private readonly ConcurrentBag<byte[]> _free = [];
    private readonly CancellationTokenSource _unwanted = new();
    private Piece _current;
    private int _at;
    private Exception? _failure;

    public ReadAhead(Stream inner)
    {
        _inner = inner;
        new Thread(ReadAll) { IsBackground = true, Name = nameof(ReadAhead) }.Start();
    }

    /// <summary>Reads what is there, as <see cref="Stream.Read(Span{byte})"/>; a failure of the stream comes where it would have come.</summary>
    public int Read(Span<byte> buffer)
    {
        if (_at == _current.Length && !Next())
        {
            return 0;
        }

        var length = Math.Min(buffer.Length, _current.Length - _at);
        _current.Bytes.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }

    public void Dispose() => _unwanted.Cancel();

    private bool Next()
    {
        if (_current.Bytes is { } used)
        {
            _free.Add(used);
        }

        (_current, _at) = (default, 0);
        if (_full.TryTake(out _current, Timeout.Infinite))
        {
            return true;
        }

        if (_failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return false;
    }

    private void ReadAll()
    {
        try
        {
            while (true)
            {
                var bytes = _free.TryTake(out var free) ? free : new byte[BufferBytes];
                var length = _inner.Read(bytes);
                if (length == 0)
                {
                    break;
                }

                _full.Add(new(bytes, length), _unwanted.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody wants the rest.
        }
        catch (Exception failure)
        {
            // The reader gets it, where it would have met it.
            _failure = failure;
        }

        _full.CompleteAdding();
        _inner.Dispose();
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Piece(byte[] Bytes, int Length);
}
