using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>A list of states that grows by segments, so that growing copies nothing and leaves nothing behind.</summary>
internal sealed class SegmentedList<T>
    where T : struct
{
    private const int FirstStates = 16;

    // Large objects are not moved by the garbage collector: states that live as long as the check are allocated among them at once.
    private const int LeastSegmentBytes = 96 << 10;
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

    private void Reach(int at)
    {
        Count = at + 1;
        var segment = at >> SegmentBits;
        if (segment >= _segments.Length)
        {
            Array.Resize(ref _segments, Math.Max(segment + 1, _segments.Length * 2));
        }

        // The first segment grows, so that a small file stays small; the others are whole.
        if (segment == 0)
        {
            if ((_segments[0]?.Length ?? 0) <= at)
            {
                Array.Resize(ref _segments[0], Math.Min(SegmentSize, Math.Max(at + 1, 2 * (_segments[0]?.Length ?? FirstStates))));
            }

            return;
        }

        for (var missing = segment; missing >= 0 && (_segments[missing] is null || _segments[missing].Length < SegmentSize); missing--)
        {
            Array.Resize(ref _segments[missing], SegmentSize);
        }
    }
}
