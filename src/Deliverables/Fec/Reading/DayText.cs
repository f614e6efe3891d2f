using System.Buffers;
using System.Buffers.Binary;

namespace Pupitre.Deliverables.Fec;

/// <summary>How a date is written.</summary>
internal enum DayForm : byte
{
    /// <summary>Blank, or nothing but zeros and separators.</summary>
    Blank,

    /// <summary>A day of the calendar.</summary>
    Day,

    /// <summary>Passes TCD-15, and the calendar has no such day: the 31st of February.</summary>
    Impossible,

    /// <summary>A date of another century than the 20th and 21st, its month and day unchecked.</summary>
    OtherYear,

    /// <summary>No date.</summary>
    Unreadable,
}

/// <summary>A date of the file.</summary>
/// <param name="Form">How it is written.</param>
/// <param name="Number"><see cref="DateOnly.DayNumber"/>; 0 unless it is a day of the calendar.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Day(DayForm Form, int Number)
{
    public bool IsDay => Form == DayForm.Day;

    public DateOnly? Date => IsDay ? DateOnly.FromDayNumber(Number) : null;
}

/// <summary>Reads the dates of a column. Neighbours bear the same date most often: the last one is kept.</summary>
/// <remarks>
/// Rule TCD-15: three groups of digits, year or day first, with any run of <c>/</c>, <c>-</c> or <c>.</c> between two of them, and perhaps a full hour
/// behind. The year comes first if it is 19xx or 20xx there; then the month is up to 12 and the day up to 31, else it is no date. Of other years neither is
/// asked. A run of zeros and separators is blank.
/// </remarks>
internal sealed class DayText
{
    private const int Digits = 8;
    private const ulong EightZeros = 0x3030303030303030;
    private const int LongestWithBlanks = 64;
    private const int GreatestMonth = 19;
    private const int GreatestDay = 39;

    // Before how many digits a separator may stand, one bit each.
    private const int YearFirst = (1 << 4) | (1 << 6);
    private const int DayFirst = (1 << 2) | (1 << 4);

    private static readonly Day _unreadable = new(DayForm.Unreadable, 0);

    private static readonly SearchValues<byte> _zeros = SearchValues.Create("0-/."u8);
    private static readonly SearchValues<byte> _hourMarks = SearchValues.Create("T "u8);

    private ulong _lastText;
    private Day _last;

    public Day Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length != Digits)
        {
            return text.IsEmpty ? default : ParseAny(text);
        }

        var packed = BinaryPrimitives.ReadUInt64LittleEndian(text);
        if (packed != _lastText)
        {
            _last = packed != EightZeros && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? ParseDigits(text, separators: 0) : ParseAny(text);
            _lastText = packed;
        }

        return _last;
    }

    private static Day ParseAny(ReadOnlySpan<byte> text)
    {
        if (text.Contains((byte)0xA0))
        {
            Span<byte> spaced = text.Length <= LongestWithBlanks ? stackalloc byte[text.Length] : default;
            return spaced.IsEmpty ? _unreadable : ParseAny(spaced[..Blanks.ToSpaces(text, spaced)]);
        }

        if (!text.ContainsAnyExcept(_zeros))
        {
            return default;
        }

        var hourAt = text.IndexOfAny(_hourMarks);
        if (hourAt >= 0 && !IsHour(text[hourAt..]))
        {
            return _unreadable;
        }

        Span<byte> digits = stackalloc byte[Digits];
        var (count, separators) = (0, 0);
        foreach (var letter in hourAt >= 0 ? text[..hourAt] : text)
        {
            if (letter is (byte)'/' or (byte)'-' or (byte)'.')
            {
                separators |= 1 << count;
            }
            else if (letter is < (byte)'0' or > (byte)'9' || count == Digits)
            {
                return _unreadable;
            }
            else
            {
                digits[count++] = letter;
            }
        }

        return count == Digits ? ParseDigits(digits, separators) : _unreadable;
    }

    private static Day ParseDigits(ReadOnlySpan<byte> digits, int separators)
    {
        var (isYearFirst, isDayFirst) = ((separators & ~YearFirst) == 0, (separators & ~DayFirst) == 0);
        var (year, month, day) = (Number(digits[..4]), Number(digits[4..6]), Number(digits[6..]));
        isYearFirst &= month <= GreatestMonth && day <= GreatestDay;
        if (isYearFirst && year is >= 1900 and <= 2099)
        {
            return Of(year, month, day);
        }

        (year, month, day) = (Number(digits[4..]), Number(digits[2..4]), Number(digits[..2]));
        isDayFirst &= month <= GreatestMonth && day <= GreatestDay;
        if (isDayFirst && year is >= 1900 and <= 2099)
        {
            return Of(year, month, day);
        }

        return isYearFirst || isDayFirst ? new(DayForm.OtherYear, 0) : _unreadable;
    }

    private static Day Of(int year, int month, int day)
    {
        if (month > 12 || day > 31)
        {
            return _unreadable;
        }

        return month > 0 && day > 0 && day <= DateTime.DaysInMonth(year, month)
            ? new(DayForm.Day, new DateOnly(year, month, day).DayNumber)
            : new(DayForm.Impossible, 0);
    }

    /// <summary>One space or T, then hours, minutes and seconds of one or two digits each.</summary>
    private static bool IsHour(ReadOnlySpan<byte> rest)
    {
        var groups = 0;
        foreach (var range in rest[1..].Split((byte)':'))
        {
            var group = rest[1..][range];
            if (++groups > 3 || group.Length is 0 or > 2 || group.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            {
                return false;
            }
        }

        return groups == 3;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }
}

/// <summary>One reader of dates for each column that holds some.</summary>
internal sealed class DayTexts
{
    public DayText Entry { get; } = new();

    public DayText Piece { get; } = new();

    public DayText Valid { get; } = new();

    public DayText Letter { get; } = new();

    public DayText Paid { get; } = new();
}
