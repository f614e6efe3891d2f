namespace Pupitre.Mining;

/// <summary>Markings numbered from 0 in the order in which they were met, each once, one after the other in one array.</summary>
internal sealed class MarkingTable(int places, int most)
{
    private const int FirstRoom = 16;
    private const int MostBytes = 128_000_000;

    private readonly int _most = (int)Math.Min(most, MostBytes / Math.Max(1L, places));
    private byte[] _tokens = new byte[Math.Max(1, places) * FirstRoom];
    private int[] _hashes = new int[FirstRoom];
    private int[] _slots = new int[FirstRoom * 2];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int marking] => _tokens.AsSpan(marking * places, places);

    /// <summary>The number of a marking, which is added when it is new; -1 when the table is full.</summary>
    public int Add(ReadOnlySpan<byte> marking)
    {
        var hash = HashOf(marking);
        var slot = SlotOf(marking, hash);
        if (_slots[slot] != 0)
        {
            return _slots[slot] - 1;
        }

        if (Count >= _most)
        {
            return -1;
        }

        if (Count == _hashes.Length)
        {
            Grow();
            slot = SlotOf(marking, hash);
        }

        marking.CopyTo(_tokens.AsSpan(Count * places));
        _hashes[Count] = hash;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    /// <summary>The number of a marking, or -1 when it was not met.</summary>
    public int NumberOf(ReadOnlySpan<byte> marking) => _slots[SlotOf(marking, HashOf(marking))] - 1;

    /// <summary>The slot that holds the marking, or the free one where it belongs.</summary>
    private int SlotOf(ReadOnlySpan<byte> marking, int hash)
    {
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        while (_slots[slot] is not 0 and var taken && (_hashes[taken - 1] != hash || !this[taken - 1].SequenceEqual(marking)))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var room = (int)Math.Min(_most, _hashes.Length * 2L);
        Array.Resize(ref _hashes, room);
        Array.Resize(ref _tokens, Math.Max(1, places) * room);
        _slots = new int[_slots.Length * 2];
        for (var marking = 0; marking < Count; marking++)
        {
            _slots[SlotOf(this[marking], _hashes[marking])] = marking + 1;
        }
    }

    private static int HashOf(ReadOnlySpan<byte> marking)
    {
        var hash = 2166136261u;
        foreach (var tokens in marking)
        {
            hash = (hash ^ tokens) * 16777619u;
        }

        return (int)(hash ^ (hash >> 15));
    }
}
