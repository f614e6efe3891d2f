using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>A list of states that grows by segments, so that growing copies nothing. Segments are lent: the next check takes them over.</summary>
internal sealed class SegmentedList<T> : IDisposable
    where T : struct
{
    private const int FirstStates = 16;

    // Large enough that the pool of arrays keeps all segments of a check for the next one, and that the garbage collector never moves them.
    private const int LeastSegmentBytes = 512 << 10;
    private static readonly int SegmentBits = BitOperations.Log2((uint)(LeastSegmentBytes / Unsafe.SizeOf<T>())) + 1;
    private static readonly int SegmentSize = 1 << SegmentBits;

    private T[][] _segments = [];

    public int Count { get; private set; }

    /// <summary>The state at a place; it is default until something is written to it.</summary>
    public ref T this[int at]
    {
        get
        {
            if (at >= Count)
            {
                Reach(at);
            }

            return ref _segments[at >> SegmentBits][at & (SegmentSize - 1)];
        }
    }

    /// <summary>Gives the segments back; the list is empty again.</summary>
    public void Dispose()
    {
        foreach (var segment in _segments)
        {
            if (segment is not null)
            {
                ArrayPool<T>.Shared.Return(segment);
            }
        }

        (_segments, Count) = ([], 0);
    }

    private void Reach(int at)
    {
        Count = at + 1;
        var segment = at >> SegmentBits;
        if (segment >= _segments.Length)
        {
            Array.Resize(ref _segments, Math.Max(segment + 1, _segments.Length * 2));
        }

        // The first segment grows, so that a small file stays small; the others are whole.
        if (segment == 0 && at < SegmentSize / 2)
        {
            if ((_segments[0]?.Length ?? 0) <= at)
            {
                Lend(0, Math.Max(at + 1, 2 * (_segments[0]?.Length ?? FirstStates)));
            }

            return;
        }

        for (var missing = segment; missing >= 0 && (_segments[missing] is null || _segments[missing].Length < SegmentSize); missing--)
        {
            Lend(missing, SegmentSize);
        }
    }

    /// <summary>A segment of at least so many states, with what the one before it held.</summary>
    private void Lend(int segment, int states)
    {
        var lent = ArrayPool<T>.Shared.Rent(states);
        Array.Clear(lent);
        if (_segments[segment] is { } before)
        {
            before.CopyTo(lent, 0);
            ArrayPool<T>.Shared.Return(before);
        }

        _segments[segment] = lent;
    }
}
