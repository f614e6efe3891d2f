using System.Numerics;
using System.Runtime.Intrinsics;

namespace Pupitre.Deliverables.Fec;

/// <summary>Cuts lines into their fields.</summary>
internal sealed class LineCutter(FecHeader header)
{
    private const int Width = 32;

    private readonly int[] _columns = [.. header.Fields.Select(field => field is { } column ? (int)column : -1)];
    private readonly byte _separator = header.Separator;
    private readonly bool _hasDirection = header.HasDirection;
    private readonly bool _isFilled = header.IsConverted;
    private readonly DayTexts _days = new();

    public void Cut(FecLine line, byte[] buffer, int start, int length, long number)
    {
        var end = start + length;
        ReadOnlySpan<byte> bytes = buffer;
        line.Begin(buffer, number);
        line.HasDirection = _hasDirection;
        var (field, from) = (0, start);
        for (var at = start; at < end; at += Width)
        {
            for (var separators = Separators(bytes, at, end); separators != 0; separators &= separators - 1)
            {
                var to = at + BitOperations.TrailingZeroCount(separators);
                Set(line, field++, bytes, from, to);
                from = to + 1;
            }
        }

        Set(line, field++, bytes, from, end);
        line.IsAlone = field == 1;
        line.End(Fits(bytes[start..end], field), _days);
    }

    /// <summary>
    /// Where separators stand among the next 32 bytes of a line, one bit each: fields are short, and looking for each alone costs more. In
    /// two halves: what is published is compiled for any processor, and leaves wider ones to be compiled while the file is read.
    /// </summary>
    private uint Separators(ReadOnlySpan<byte> bytes, int at, int end)
    {
        var length = Math.Min(Width, end - at);
        if (bytes.Length - at >= Width)
        {
            var both = Of(bytes[at..]) | (Of(bytes[(at + Vector128<byte>.Count)..]) << Vector128<byte>.Count);
            return both & (uint.MaxValue >> (Width - length));
        }

        var separators = 0u;
        for (var offset = 0; offset < length; offset++)
        {
            separators |= bytes[at + offset] == _separator ? 1u << offset : 0;
        }

        return separators;
    }

    private uint Of(ReadOnlySpan<byte> bytes) =>
        Vector128.Equals(Vector128.Create(bytes), Vector128.Create(_separator)).ExtractMostSignificantBits();

    /// <summary>With Montant and Sens, the tax office's tool cuts the last empty fields and fills what is missing.</summary>
    private bool Fits(ReadOnlySpan<byte> line, int fields) =>
        fields == _columns.Length || (_isFilled && (fields < _columns.Length || line.TrimEnd(_separator).Count(_separator) < _columns.Length));

    private void Set(FecLine line, int field, ReadOnlySpan<byte> bytes, int from, int to)
    {
        if (field == 0)
        {
            line.SetFirst(from, to - from);
        }

        if (to == from || field >= _columns.Length || _columns[field] < 0)
        {
            return;
        }

        if (bytes[from] > ' ' && bytes[from] < 0x7F && bytes[to - 1] is > (byte)' ' and not 0xA0)
        {
            line.Set((FecColumn)_columns[field], from, to - from);
            return;
        }

        var (start, length) = Blanks.Trim(bytes, from, to);
        line.Set((FecColumn)_columns[field], start, length);
        if (length != to - from && _columns[field] == (int)FecColumn.Sens)
        {
            line.SetPadding(bytes[from..to]);
        }
    }
}
