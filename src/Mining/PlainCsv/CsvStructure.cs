using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Pupitre.Mining;

/// <summary>The places of the separators and line ends of a block, found 32 bytes at a time.</summary>
internal sealed class CsvStructure
{
    private int[] _places = new int[1 << 16];
    private int _count;

    public ReadOnlySpan<int> Places => _places.AsSpan(0, _count);

    /// <summary>Finds them; false when a quote is never closed.</summary>
    public bool Find(CsvBlock block, byte separator)
    {
        _count = 0;
        if (!block.HasQuotes)
        {
            FindPlain(block.Text, separator);
            return true;
        }

        var quoted = new QuotedStructure(block.Text, separator);
        while (quoted.Next(out var place))
        {
            Reserve(1);
            _places[_count++] = place;
        }

        return !quoted.IsOpen;
    }

    private void FindPlain(ReadOnlySpan<byte> text, byte separator)
    {
        ref var first = ref MemoryMarshal.GetReference(text);
        var (separators, feeds, returns) = (Vector256.Create(separator), Vector256.Create((byte)'\n'), Vector256.Create((byte)'\r'));
        var at = 0;
        for (; at + Vector256<byte>.Count <= text.Length; at += Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref first, (nuint)at);
            var found = (Vector256.Equals(bytes, separators) | Vector256.Equals(bytes, feeds) | Vector256.Equals(bytes, returns)).ExtractMostSignificantBits();
            Reserve(Vector256<byte>.Count);
            for (; found != 0; found &= found - 1)
            {
                _places[_count++] = at + BitOperations.TrailingZeroCount(found);
            }
        }

        Reserve(Vector256<byte>.Count);
        for (; at < text.Length; at++)
        {
            if (text[at] == separator || text[at] is (byte)'\n' or (byte)'\r')
            {
                _places[_count++] = at;
            }
        }
    }

    private void Reserve(int more)
    {
        if (_count + more > _places.Length)
        {
            Array.Resize(ref _places, _places.Length * 2);
        }
    }
}
