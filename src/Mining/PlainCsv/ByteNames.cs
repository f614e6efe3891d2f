using System.Buffers.Binary;
using System.Numerics;

namespace Pupitre.Mining;

/// <summary>Numbers names that are read as bytes (UTF-8), from 0 in the order of their first appearance, without making a text of each.</summary>
internal sealed class ByteNames
{
    /// <summary>Names lie in chunks, none across two; a field of the longest length that is accepted fits one.</summary>
    private const int ChunkBits = 22;
    private const int ChunkBytes = 1 << ChunkBits;
    private const int FirstSlots = 256;
    private const ulong Mix = 0x9E37_79B9_7F4A_7C15;

    // Of every process another one, so that nobody can prepare names that collide.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    private readonly List<byte[]> _chunks = [];
    private int _filled = ChunkBytes;
    private int[] _starts = new int[FirstSlots];
    private int[] _lengths = new int[FirstSlots];

    /// <summary>High half the hash, low half the number of the name plus one; 0 is free.</summary>
    private ulong[] _slots = new ulong[FirstSlots];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int number] => _chunks[_starts[number] >>> ChunkBits].AsSpan(_starts[number] & (ChunkBytes - 1), _lengths[number]);

    public int Add(ReadOnlySpan<byte> name)
    {
        var hash = Hash(name);
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        for (ulong found; (found = _slots[slot]) != 0; slot = (slot + 1) & mask)
        {
            if ((uint)(found >> 32) == hash && this[(int)(uint)found - 1].SequenceEqual(name))
            {
                return (int)(uint)found - 1;
            }
        }

        _slots[slot] = ((ulong)hash << 32) | (uint)(Count + 1);
        Keep(name);
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Keep(ReadOnlySpan<byte> name)
    {
        if (_filled + name.Length > ChunkBytes)
        {
            _chunks.Add(GC.AllocateUninitializedArray<byte>(ChunkBytes));
            _filled = 0;
        }

        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _lengths, Count * 2);
        }

        name.CopyTo(_chunks[^1].AsSpan(_filled));
        (_starts[Count], _lengths[Count]) = (((_chunks.Count - 1) << ChunkBits) | _filled, name.Length);
        _filled += name.Length;
        Count++;
    }

    private void Grow()
    {
        var slots = new ulong[_slots.Length * 2];
        var mask = slots.Length - 1;
        foreach (var kept in _slots)
        {
            if (kept != 0)
            {
                var slot = (int)(kept >> 32) & mask;
                while (slots[slot] != 0)
                {
                    slot = (slot + 1) & mask;
                }

                slots[slot] = kept;
            }
        }

        _slots = slots;
    }

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        var hash = Seed ^ (uint)name.Length;
        for (; name.Length >= sizeof(ulong); name = name[sizeof(ulong)..])
        {
            hash = Mixed(hash, BinaryPrimitives.ReadUInt64LittleEndian(name));
        }

        var rest = 0UL;
        for (var i = 0; i < name.Length; i++)
        {
            rest |= (ulong)name[i] << (i * 8);
        }

        hash = Mixed(hash, rest);
        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Mixed(ulong hash, ulong word)
    {
        var high = Math.BigMul(hash ^ word, Mix, out var low);
        return high ^ low ^ BitOperations.RotateLeft(hash, 23);
    }
}

/// <summary>Names held as bytes; a text is made of one when it is asked for.</summary>
internal sealed class TextsOfBytes(ByteNames names) : IReadOnlyList<string>
{
    public int Count => names.Count;

    public string this[int index] => System.Text.Encoding.UTF8.GetString(names[index]);

    public IEnumerator<string> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
