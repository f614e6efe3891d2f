namespace Pupitre.Mining;

/// <summary>Collects sequences and keeps each once.</summary>
/// <param name="names">The number in the log of each activity that may be added; those that are not are left out.</param>
internal sealed class TraceSetBuilder(int[] names)
{
    private int[] _steps = [];
    private int _length;
    private int[] _starts = [0];
    private long[] _cases = [];
    private int[] _slots = [];
    private int _count;
    private long _empty;

    /// <summary>Whether a sequence was begun and not committed.</summary>
    public bool IsOpen => _length > _starts[_count];

    /// <summary>Cases committed so far, the empty sequence among them.</summary>
    public long Cases { get; private set; }

    /// <summary>Adds a step to the sequence that is open.</summary>
    public void Add(int activity)
    {
        if (_length == _steps.Length)
        {
            Array.Resize(ref _steps, Math.Max(4, _length * 2));
        }

        _steps[_length++] = activity;
    }

    /// <summary>Ends the sequence that is open; an empty one is counted too.</summary>
    public void Commit(long cases)
    {
        Cases += cases;
        if (!IsOpen)
        {
            _empty += cases;
            return;
        }

        if (_count * 2 >= _slots.Length)
        {
            Grow();
        }

        var from = _starts[_count];
        var slot = SlotOf(_steps.AsSpan(from, _length - from));
        if (_slots[slot] > 0)
        {
            _cases[_slots[slot] - 1] += cases;
            _length = from;
            return;
        }

        _cases[_count++] = cases;
        _starts[_count] = _length;
        _slots[slot] = _count;
    }

    public TraceSet Build()
    {
        var numbers = new int[names.Length];
        foreach (var activity in _steps.AsSpan(0, _length))
        {
            numbers[activity] = 1;
        }

        var kept = new List<int>();
        for (var activity = 0; activity < names.Length; activity++)
        {
            if (numbers[activity] > 0)
            {
                numbers[activity] = kept.Count;
                kept.Add(names[activity]);
            }
        }

        var steps = _steps[.._length];
        foreach (ref var step in steps.AsSpan())
        {
            step = numbers[step];
        }

        return new([.. kept], steps, _starts[..(_count + 1)], _cases[.._count], _empty);
    }

    private void Grow()
    {
        var size = Math.Max(4, _slots.Length * 2);
        Array.Resize(ref _cases, size);
        Array.Resize(ref _starts, size + 1);
        _slots = new int[size];
        for (var trace = 0; trace < _count; trace++)
        {
            _slots[SlotOf(_steps.AsSpan(_starts[trace], _starts[trace + 1] - _starts[trace]))] = trace + 1;
        }
    }

    /// <summary>The slot of a sequence: that which holds it, else the free one where it belongs.</summary>
    private int SlotOf(ReadOnlySpan<int> sequence)
    {
        var mask = _slots.Length - 1;
        for (var slot = HashOf(sequence) & mask; ; slot = (slot + 1) & mask)
        {
            var trace = _slots[slot] - 1;
            if (trace < 0 || _steps.AsSpan(_starts[trace], _starts[trace + 1] - _starts[trace]).SequenceEqual(sequence))
            {
                return slot;
            }
        }
    }

    private static int HashOf(ReadOnlySpan<int> sequence)
    {
        var hash = (uint)sequence.Length;
        foreach (var step in sequence)
        {
            hash = (uint.RotateLeft(hash, 5) ^ (uint)step) * 0x9E3779B1;
        }

        return (int)(hash ^ (hash >> 15));
    }
}
