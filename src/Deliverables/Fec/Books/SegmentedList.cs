namespace Pupitre.Deliverables.Fec;

/// <summary>A list of states that grows by segments, so that growing copies nothing and leaves nothing behind.</summary>
internal sealed class SegmentedList<T>
    where T : struct
{
    private const int SegmentBits = 10;
    private const int SegmentSize = 1 << SegmentBits;

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

        for (var missing = segment; missing >= 0 && _segments[missing] is null; missing--)
        {
            _segments[missing] = new T[SegmentSize];
        }
    }
}
