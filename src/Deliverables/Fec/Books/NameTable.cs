using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Pupitre.Deliverables.Fec;

/// <summary>Numbers names from 0 in the order of their first occurrence. A name is bytes inside a scope, such as an entry number in its journal.</summary>
internal sealed class NameTable : IDisposable
{
    private const int FirstSlots = 64;
    private const int BlockBytes = 96 << 10;

    // Names come from a file that somebody else wrote: without a secret they could be chosen to fall into one bucket.
    private static readonly ulong _secret = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;

    private readonly SegmentedList<Slot> _slots = new();
    private readonly List<byte[]> _blocks = [];
    private int[] _buckets = new int[FirstSlots];
    private int _size = FirstSlots;
    private int _used;

    public int Count => _slots.Count;

    public ReadOnlySpan<byte> this[int id]
    {
        get
        {
            ref var slot = ref _slots[id];
            return new(_blocks[slot.Block], slot.Start, slot.Length);
        }
    }

    public int ScopeOf(int id) => _slots[id].Scope;

    /// <summary>The number of a name, new or known.</summary>
    public int Intern(int scope, ReadOnlySpan<byte> name)
    {
        var hash = Hash(name, (ulong)(uint)scope);
        for (var id = _buckets[hash & (uint)(_size - 1)] - 1; id >= 0; id = _slots[id].Next)
        {
            ref var slot = ref _slots[id];
            if (slot.Hash == (uint)(hash >> 32) && slot.Scope == scope && this[id].SequenceEqual(name))
            {
                return id;
            }
        }

        return Add(scope, name, hash);
    }

    /// <summary>The number of a known name, else -1.</summary>
    public int Find(int scope, ReadOnlySpan<byte> name)
    {
        var hash = Hash(name, (ulong)(uint)scope);
        for (var id = _buckets[hash & (uint)(_size - 1)] - 1; id >= 0; id = _slots[id].Next)
        {
            if (_slots[id].Scope == scope && this[id].SequenceEqual(name))
            {
                return id;
            }
        }

        return -1;
    }

    /// <summary>A hash of bytes, mixed with a secret of this process.</summary>
    public static ulong Hash(ReadOnlySpan<byte> bytes, ulong seed)
    {
        var hash = Mix(seed + 0x9E3779B97F4A7C15, (ulong)bytes.Length ^ _secret);
        while (bytes.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes), _secret);
            bytes = bytes[8..];
        }

        ulong rest = 0;
        foreach (var value in bytes)
        {
            rest = (rest << 8) | value;
        }

        return Mix(hash ^ rest, 0xD6E8FEB86659FD93 ^ _secret);
    }

    public void Dispose()
    {
        _slots.Dispose();
        _blocks.ForEach(block => ArrayPool<byte>.Shared.Return(block));
        _blocks.Clear();
        ArrayPool<int>.Shared.Return(_buckets);
        (_buckets, _size) = ([], 0);
    }

    private static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }

    private int Add(int scope, ReadOnlySpan<byte> name, ulong hash)
    {
        if (Count == _size)
        {
            Grow();
        }

        if (_blocks.Count == 0 || name.Length > _blocks[^1].Length - _used)
        {
            _blocks.Add(ArrayPool<byte>.Shared.Rent(Math.Max(BlockBytes, name.Length)));
            _used = 0;
        }

        name.CopyTo(_blocks[^1].AsSpan(_used));
        ref var bucket = ref _buckets[hash & (uint)(_size - 1)];
        var id = Count;
        _slots[id] = new() { Hash = (uint)(hash >> 32), Low = (uint)hash, Scope = scope, Block = _blocks.Count - 1, Start = _used, Length = name.Length, Next = bucket - 1 };
        _used += name.Length;
        bucket = id + 1;
        return id;
    }

    private void Grow()
    {
        ArrayPool<int>.Shared.Return(_buckets);
        _size *= 2;
        _buckets = ArrayPool<int>.Shared.Rent(_size);
        Array.Clear(_buckets);
        for (var id = 0; id < Count; id++)
        {
            ref var bucket = ref _buckets[_slots[id].Low & (uint)(_size - 1)];
            _slots[id].Next = bucket - 1;
            bucket = id + 1;
        }
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private struct Slot
    {
        public uint Hash;
        public uint Low;
        public int Scope;
        public int Block;
        public int Start;
        public int Length;
        public int Next;
    }
}
