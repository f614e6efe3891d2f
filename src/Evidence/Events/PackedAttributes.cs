using System.Buffers;
using System.Text;

namespace Pupitre.Evidence.Events;

/// <summary>
/// Attributes of an event in few bytes: pairs of numbers of words, each number in groups of seven bits. A value that is no word
/// (a source with very many different ones) stands in full behind a zero.
/// </summary>
public static class PackedAttributes
{
    public static void WriteWord(IBufferWriter<byte> buffer, int name, int value)
    {
        WriteNumber(buffer, name);
        WriteNumber(buffer, value);
    }

    public static void WriteText(IBufferWriter<byte> buffer, int name, ReadOnlySpan<char> value)
    {
        WriteNumber(buffer, name);
        WriteNumber(buffer, 0);
        var length = Encoding.UTF8.GetByteCount(value);
        WriteNumber(buffer, length);
        Encoding.UTF8.GetBytes(value, buffer.GetSpan(length));
        buffer.Advance(length);
    }

    /// <summary>Takes the next pair from <paramref name="packed"/>; false at the end.</summary>
    /// <param name="packed">What is left; shortened by the pair.</param>
    /// <param name="name">Number of the name.</param>
    /// <param name="value">Number of the value, or 0 when it stands in <paramref name="text"/>.</param>
    /// <param name="text">The value when it is no word, else empty.</param>
    public static bool Next(ref ReadOnlySpan<byte> packed, out int name, out int value, out ReadOnlySpan<byte> text)
    {
        (name, value) = (0, 0);
        text = default;
        if (packed.IsEmpty)
        {
            return false;
        }

        name = ReadNumber(ref packed);
        value = ReadNumber(ref packed);
        if (value == 0)
        {
            var length = ReadNumber(ref packed);
            text = packed[..length];
            packed = packed[length..];
        }

        return true;
    }

    private static void WriteNumber(IBufferWriter<byte> buffer, int number)
    {
        var rest = (uint)number;
        var bytes = buffer.GetSpan(5);
        var count = 0;
        while (rest >= 0x80)
        {
            bytes[count++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        bytes[count++] = (byte)rest;
        buffer.Advance(count);
    }

    private static int ReadNumber(ref ReadOnlySpan<byte> packed)
    {
        uint number = 0;
        for (var (at, shift) = (0, 0); ; at++, shift += 7)
        {
            number |= (uint)(packed[at] & 0x7f) << shift;
            if (packed[at] < 0x80)
            {
                packed = packed[(at + 1)..];
                return (int)number;
            }
        }
    }
}
