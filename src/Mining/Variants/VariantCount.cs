using System.Numerics;
using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>Counts sequences of numbers, each distinct one once, without an object per sequence.</summary>
internal sealed class VariantCount
{
    private const int FirstSlots = 1_024;
    private const ulong Mix = 0x9E37_79B9_7F4A_7C15;

    // Of every process another one, so that nobody can prepare sequences that collide.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    private readonly List<int> _activities = [];
    private readonly List<Entry> _entries = [];
    private int[] _slots = new int[FirstSlots];

    public int Count => _entries.Count;

    public ReadOnlySpan<int> this[int number] => CollectionsMarshal.AsSpan(_activities).Slice(_entries[number].Start, _entries[number].Length);

    public int CasesOf(int number) => _entries[number].Cases;

    /// <summary>Adds cases that took a sequence, and gives its number: 0 for the first sequence, and so on.</summary>
    public int Add(ReadOnlySpan<int> activities, int cases)
    {
        var hash = Hash(activities);
        var entries = CollectionsMarshal.AsSpan(_entries);
        var slot = (int)(hash & (uint)(_slots.Length - 1));
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            ref var entry = ref entries[_slots[slot] - 1];
            if (entry.Hash == hash && this[_slots[slot] - 1].SequenceEqual(activities))
            {
                entry.Cases += cases;
                return _slots[slot] - 1;
            }
        }

        _entries.Add(new() { Hash = hash, Start = _activities.Count, Length = activities.Length, Cases = cases });
        _activities.AddRange(activities);
        _slots[slot] = _entries.Count;
        Grow();
        return _entries.Count - 1;
    }

    private static ulong Hash(ReadOnlySpan<int> activities)
    {
        var hash = Seed;
        foreach (var activity in activities)
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ (uint)activity) * Mix;
        }

        return hash ^ (hash >> 32);
    }

    private void Grow()
    {
        if (_entries.Count * 2 < _slots.Length)
        {
            return;
        }

        _slots = new int[_slots.Length * 2];
        for (var number = 0; number < _entries.Count; number++)
        {
            var slot = (int)(_entries[number].Hash & (uint)(_slots.Length - 1));
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = number + 1;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Entry
    {
        public ulong Hash;
        public int Start;
        public int Length;
        public int Cases;
    }
}
