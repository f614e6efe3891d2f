using System.Buffers.Binary;

namespace Pupitre.Deliverables.Fec;

/// <summary>The numbers of names of up to eight bytes met lately: accounts take turns from line to line, and most fit.</summary>
internal sealed class ShortNames
{
    private const int Slots = 256;

    private readonly ulong[] _names = new ulong[Slots];
    private readonly int[] _ids = new int[Slots];

    /// <summary>The first eight bytes of a name as a number. No name holds a NUL byte, so that padding tells lengths apart.</summary>
    public static ulong Head(ReadOnlySpan<byte> name)
    {
        var length = name.Length;
        if (length >= 8)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(name);
        }

        if (length >= 4)
        {
            // The last four bytes, without those that the first four hold already.
            ulong last = BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]);
            return BinaryPrimitives.ReadUInt32LittleEndian(name) | (last >> (8 * (8 - length)) << 32);
        }

        return length == 0 ? 0 : name[0] | ((ulong)name[length / 2] << (8 * (length / 2))) | ((ulong)name[^1] << (8 * (length - 1)));
    }

    /// <summary>The number of a name met lately, else -1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var head = Head(name);
        var slot = SlotOf(head);
        return head != 0 && name.Length <= sizeof(ulong) && _names[slot] == head ? _ids[slot] : -1;
    }

    public int Keep(ReadOnlySpan<byte> name, int id)
    {
        if (name.Length is > 0 and <= sizeof(ulong))
        {
            var head = Head(name);
            (_names[SlotOf(head)], _ids[SlotOf(head)]) = (head, id);
        }

        return id;
    }

    private static int SlotOf(ulong head) => (int)((head * 0x9E3779B97F4A7C15) >> 56);
}
