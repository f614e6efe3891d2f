using System.Buffers.Binary;

namespace Pupitre.Deliverables.Fec;

/// <summary>The numbers of names of up to eight bytes met lately: accounts take turns from line to line, and most fit.</summary>
internal sealed class ShortNames
{
    private const int Slots = 256;

    private readonly ulong[] _names = new ulong[Slots];
    private readonly int[] _ids = new int[Slots];

    /// <summary>The number of a name met lately, else -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var packed = Pack(name);
        var slot = SlotOf(packed);
        return packed != 0 && _names[slot] == packed ? _ids[slot] : -1;
    }

    public int Keep(ReadOnlySpan<byte> name, int id)
    {
        var packed = Pack(name);
        if (packed != 0)
        {
            (_names[SlotOf(packed)], _ids[SlotOf(packed)]) = (packed, id);
        }

        return id;
    }

    private static int SlotOf(ulong packed) => (int)((packed * 0x9E3779B97F4A7C15) >> 56);

    /// <summary>The bytes as a number; 0 for a name that does not fit. No name holds a NUL byte, so padding tells lengths apart.</summary>
    private static ulong Pack(ReadOnlySpan<byte> name)
    {
        if (name.Length == 8)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(name);
        }

        if (name.Length > 8)
        {
            return 0;
        }

        ulong packed = 0;
        foreach (var value in name)
        {
            packed = (packed << 8) | value;
        }

        return packed;
    }
}
