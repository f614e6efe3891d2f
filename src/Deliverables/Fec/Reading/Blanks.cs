namespace Pupitre.Deliverables.Fec;

/// <summary>Blanks around the fields: spaces, no-break spaces (of ISO 8859-15 and of UTF-8) and, between bars, tabulations.</summary>
internal static class Blanks
{
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> field, byte separator)
    {
        var (start, length) = Trim(field, 0, field.Length, separator);
        return field.Slice(start, length);
    }

    public static (int Start, int Length) Trim(ReadOnlySpan<byte> bytes, int start, int end, byte separator)
    {
        while (start < end && Leading(bytes[start..end], separator) is var blank and > 0)
        {
            start += blank;
        }

        while (end > start && Trailing(bytes[start..end], separator) is var blank and > 0)
        {
            end -= blank;
        }

        return (start, end - start);
    }

    private static int Leading(ReadOnlySpan<byte> field, byte separator) => field[0] switch
    {
        (byte)' ' => 1,
        (byte)'\t' when separator != (byte)'\t' => 1,
        0xA0 => 1,
        0xC2 when field is [_, 0xA0, ..] => 2,
        _ => 0,
    };

    /// <summary>A byte A0 after another one above C2 may be the end of a UTF-8 letter (à is C3 A0): it stays.</summary>
    private static int Trailing(ReadOnlySpan<byte> field, byte separator) => field[^1] switch
    {
        (byte)' ' => 1,
        (byte)'\t' when separator != (byte)'\t' => 1,
        0xA0 when field is [.., 0xC2, _] => 2,
        0xA0 when field is [.., > 0x7F, _] => 0,
        0xA0 => 1,
        _ => 0,
    };
}
