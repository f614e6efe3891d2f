namespace Pupitre.Deliverables.Fec;

/// <summary>Blanks around the fields, as the tax office's tool knows them: spaces and no-break spaces (of ISO 8859-15 and of UTF-8). A tabulation is none.</summary>
internal static class Blanks
{
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field)
    {
        var (start, length) = Trim(field, 0, field.Length);
        return field.Slice(start, length);
    }

    public static (int Start, int Length) Trim(ReadOnlySpan<byte> bytes, int start, int end)
    {
        while (start < end && Leading(bytes[start..end]) is var blank and > 0)
        {
            start += blank;
        }

        while (end > start && Trailing(bytes[start..end]) is var blank and > 0)
        {
            end -= blank;
        }

        return (start, end - start);
    }

    /// <summary>The same text with a space for each no-break space.</summary>
    public static int ToSpaces(ReadOnlySpan<byte> text, Span<byte> into)
    {
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            at += text[at] == 0xC2 && at + 1 < text.Length && text[at + 1] == 0xA0 ? 1 : 0;
            into[length++] = text[at] == 0xA0 ? (byte)' ' : text[at];
        }

        return length;
    }

    private static int Leading(ReadOnlySpan<byte> field) => field[0] switch
    {
        (byte)' ' => 1,
        0xA0 => 1,
        0xC2 when field is [_, 0xA0, ..] => 2,
        _ => 0,
    };

    /// <summary>A byte A0 after another one above A0 may be the end of a UTF-8 letter (à is C3 A0): it stays.</summary>
    private static int Trailing(ReadOnlySpan<byte> field) => field[^1] switch
    {
        (byte)' ' => 1,
        0xA0 when field is [.., 0xC2, _] => 2,
        0xA0 when field is [.., > 0x7F and not 0xA0, _] => 0,
        0xA0 => 1,
        _ => 0,
    };
}
