using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Pupitre.Deliverables.Fec;

/// <summary>Numbers names from 0 in the order of their first occurrence. A name is bytes inside a scope, such as an entry number in its journal.</summary>
/// <remarks>
/// A million names lie far apart in memory, and each of them that is looked at is a wait. So a place holds half of the hash beside the number, which
/// tells nearly every other name away and is all that growing needs; and a slot holds the first eight bytes of the name, which is all there is of most.
/// </remarks>
internal sealed class NameTable : IDisposable
{
    private const int FirstPlaces = 64;
    private const int BlockBytes = 96 << 10;

    // Names come from a file that somebody else wrote: without a secret they could be chosen to fall into one place.
    private static readonly ulong _secret = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;

    private readonly SegmentedList<Slot> _slots = new();
    private readonly List<byte[]> _blocks = [];

    // The lower half of a name's hash, by which it is placed, over its number plus one; 0 where there is none. At most half of the places are taken.
    private ulong[] _places = new ulong[FirstPlaces];
    private int _size = FirstPlaces;
    private int _placed;
    private int _used;

    public int Count => _slots.Count;

    public ReadOnlySpan<byte> this[int id] => Bytes(_slots[id]);

    public int ScopeOf(int id) => _slots[id].Scope;

    /// <summary>Whether a number stands for these bytes, in whatever scope; false for a number that is not given yet.</summary>
    public bool Is(int id, ReadOnlySpan<byte> name) => id < Count && Is(_slots[id], name, ShortNames.Head(name));

    /// <summary>The number of a name, new or known.</summary>
    public int Intern(int scope, ReadOnlySpan<byte> name)
    {
        PlaceAll();
        var hash = Hash(name, (ulong)(uint)scope);
        var place = Place(scope, name, hash);
        if (_places[place] != 0)
        {
            return NumberAt(place);
        }

        var id = Add(scope, name);
        Take(place, hash, id);
        return id;
    }

    /// <summary>Numbers a name that its caller knows to be new: it is placed only once somebody searches.</summary>
    public int Append(int scope, ReadOnlySpan<byte> name) => Add(scope, name);

    /// <summary>The number of a known name, else -1.</summary>
    public int Find(int scope, ReadOnlySpan<byte> name)
    {
        PlaceAll();
        var place = Place(scope, name, Hash(name, (ulong)(uint)scope));
        return _places[place] == 0 ? -1 : NumberAt(place);
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

        return Mix(hash ^ ShortNames.Head(bytes), 0xD6E8FEB86659FD93 ^ _secret);
    }

    public void Dispose()
    {
        _slots.Dispose();
        _blocks.ForEach(block => ArrayPool<byte>.Shared.Return(block));
        _blocks.Clear();
        ArrayPool<ulong>.Shared.Return(_places);
        (_places, _size) = ([], 0);
    }

    private static ulong Mix(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }

    private int NumberAt(int place) => (int)(uint)_places[place] - 1;

    /// <summary>Where a name is, or the free place where it belongs.</summary>
    private int Place(int scope, ReadOnlySpan<byte> name, ulong hash)
    {
        var head = ShortNames.Head(name);
        var last = _size - 1;
        var place = (int)hash & last;
        for (; _places[place] != 0; place = (place + 1) & last)
        {
            if ((uint)(_places[place] >> 32) == (uint)hash)
            {
                ref var slot = ref _slots[NumberAt(place)];
                if (slot.Scope == scope && Is(slot, name, head))
                {
                    break;
                }
            }
        }

        return place;
    }

    private bool Is(in Slot slot, ReadOnlySpan<byte> name, ulong head) =>
        slot.Head == head && slot.Length == name.Length && (name.Length <= sizeof(ulong) || Bytes(slot).SequenceEqual(name));

    private ReadOnlySpan<byte> Bytes(in Slot slot) => new(_blocks[slot.Block], slot.Start, slot.Length);

    private int Add(int scope, ReadOnlySpan<byte> name)
    {
        if (_blocks.Count == 0 || name.Length > _blocks[^1].Length - _used)
        {
            _blocks.Add(ArrayPool<byte>.Shared.Rent(Math.Max(BlockBytes, name.Length)));
            _used = 0;
        }

        name.CopyTo(_blocks[^1].AsSpan(_used));
        var id = Count;
        _slots[id] = new() { Head = ShortNames.Head(name), Scope = scope, Block = _blocks.Count - 1, Start = _used, Length = name.Length };
        _used += name.Length;
        return id;
    }

    private void PlaceAll()
    {
        while (_placed < Count)
        {
            ref var slot = ref _slots[_placed];
            var hash = Hash(Bytes(slot), (ulong)(uint)slot.Scope);
            Take(Place(slot.Scope, Bytes(slot), hash), hash, _placed);
        }
    }

    private void Take(int place, ulong hash, int id)
    {
        _places[place] = (hash << 32) | (uint)(id + 1);
        _placed++;
        if (_placed > _size / 2)
        {
            Grow();
        }
    }

    private void Grow()
    {
        var before = _places;
        _size *= 2;
        _places = ArrayPool<ulong>.Shared.Rent(_size);
        Array.Clear(_places);
        foreach (var taken in before.AsSpan(0, _size / 2))
        {
            if (taken != 0)
            {
                var place = (int)(taken >> 32) & (_size - 1);
                while (_places[place] != 0)
                {
                    place = (place + 1) & (_size - 1);
                }

                _places[place] = taken;
            }
        }

        ArrayPool<ulong>.Shared.Return(before);
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private struct Slot
    {
        public ulong Head;
        public int Scope;
        public int Block;
        public int Start;
        public int Length;
    }
}
