using System.Runtime.InteropServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>How the numbers of entries are read.</summary>
internal enum Numbering
{
    /// <summary>All digits, as one running number.</summary>
    Digits,

    /// <summary>The last group of digits runs; the groups before it (a year, a month) say which series.</summary>
    LastGroup,

    /// <summary>The first group of digits runs; the groups behind it say which series.</summary>
    FirstGroup,

    /// <summary>The digits begin with the year, or the year and the month, of the entry's date; those behind run.</summary>
    AfterDate,
}

/// <summary>The number of an entry: a running number within a series.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RunningNumber(ulong Series, long Number);

/// <summary>Reads the numbers of entries, which programs write in their own ways: <c>AC00012</c>, <c>BNK1/2024/01/0001</c>, <c>2024010012</c>, <c>12/2024</c>.</summary>
internal static class EntryNumber
{
    private const int MostDigits = 18;
    private const int MostGroups = 8;

    /// <summary>The digits as one number; null when there are none, or too many.</summary>
    public static RunningNumber? Digits(ReadOnlySpan<byte> text) => Number(text) is { } number ? new(0, number) : null;

    /// <summary>Reads a number of several groups of digits, or null. What is no digit parts the groups; letters say nothing.</summary>
    /// <param name="text">The number as in the file.</param>
    /// <param name="numbering"><see cref="Numbering.LastGroup"/> or <see cref="Numbering.FirstGroup"/>.</param>
    /// <param name="day">The entry's day number; 0 when it has none.</param>
    /// <param name="isOfDate">Whether each group that tells the series is a part of the entry's date.</param>
    public static RunningNumber? Group(ReadOnlySpan<byte> text, Numbering numbering, int day, out bool isOfDate)
    {
        isOfDate = false;
        Span<Range> groups = stackalloc Range[MostGroups];
        var count = Groups(text, groups);
        if (count < 2)
        {
            return null;
        }

        var running = numbering == Numbering.LastGroup ? count - 1 : 0;
        var series = (ulong)count;
        isOfDate = day > 0;
        for (var at = 0; at < count; at++)
        {
            if (at == running)
            {
                continue;
            }

            var digits = text[groups[at]];
            series = NameTable.Hash(digits, series);
            isOfDate &= IsOfDate(digits, day);
        }

        return Number(text[groups[running]]) is { } number ? new(series, number) : null;
    }

    /// <summary>Reads a number whose digits begin with a part of the entry's date, or null when they do not.</summary>
    /// <param name="text">The number as in the file.</param>
    /// <param name="day">The entry's day number.</param>
    /// <param name="prefix">How many digits are the date: 8 (AAAAMMJJ), 6 (AAAAMM or MMAAAA), 4 (AAMM or AAAA) or 2 (AA or MM).</param>
    public static RunningNumber? AfterDate(ReadOnlySpan<byte> text, int day, int prefix)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        var length = 0;
        foreach (var letter in text)
        {
            if (letter is >= (byte)'0' and <= (byte)'9')
            {
                if (length == MostDigits)
                {
                    return null;
                }

                digits[length++] = letter;
            }
        }

        return length > prefix && day > 0 && IsOfDate(digits[..prefix], day) && Number(digits[prefix..length]) is { } number
            ? new(NameTable.Hash(digits[..prefix], (ulong)length), number)
            : null;
    }

    private static long? Number(ReadOnlySpan<byte> text)
    {
        long number = 0;
        var digits = 0;
        foreach (var letter in text)
        {
            if (letter is >= (byte)'0' and <= (byte)'9')
            {
                number = (number * 10) + letter - '0';
                digits += number > 0 ? 1 : 0;
            }

            if (digits > MostDigits)
            {
                return null;
            }
        }

        return digits > 0 || text.Contains((byte)'0') ? number : null;
    }

    private static int Groups(ReadOnlySpan<byte> text, Span<Range> groups)
    {
        var count = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is < (byte)'0' or > (byte)'9')
            {
                continue;
            }

            var start = at;
            while (at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
            {
                at++;
            }

            if (count == groups.Length)
            {
                return 0;
            }

            groups[count++] = start..at;
        }

        return count;
    }

    private static bool IsOfDate(ReadOnlySpan<byte> digits, int day)
    {
        var date = DateOnly.FromDayNumber(day);
        var (year, month) = (date.Year, date.Month);
        var value = (int)(Number(digits) ?? 0);
        return digits.Length switch
        {
            8 => value == (((year * 100) + month) * 100) + date.Day || value == (((date.Day * 100) + month) * 10_000) + year,
            6 => value == (year * 100) + month || value == (month * 10_000) + year || value == (((year % 100 * 100) + month) * 100) + date.Day,
            4 => value == year || value == year + 1 || value == (year % 100 * 100) + month || value == (month * 100) + (year % 100),
            2 or 1 => value == year % 100 || value == (year + 1) % 100 || value == month || value == date.Day,
            _ => false,
        };
    }
}
