using System.Buffers;
using System.Buffers.Binary;

namespace Pupitre.Deliverables.Fec;

/// <summary>How a date is written.</summary>
internal enum DayForm : byte
{
    /// <summary>Blank, or <c>0</c>, <c>/</c>, <c>-</c> alone.</summary>
    Blank,

    /// <summary>A day of the calendar.</summary>
    Day,

    /// <summary>Passes TCD-15, and the calendar has no such day: the 31st of February.</summary>
    Impossible,

    /// <summary>A date of another century than the 20th and 21st.</summary>
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
/// Rule TCD-15: AAAAMMJJ or JJMMAAAA, with <c>/</c>, <c>-</c> or <c>.</c> between and a time after allowed; years 19xx and 20xx; month up to
/// 12 and day up to 31.
/// </remarks>
internal sealed class DayText
{
    private static readonly SearchValues<byte> _time = SearchValues.Create("0123456789:.,Z+- "u8);

    private ulong _lastText;
    private Day _last;

    public Day Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length != 8)
        {
            return text.IsEmpty ? default : ParseLong(text);
        }

        var packed = BinaryPrimitives.ReadUInt64LittleEndian(text);
        if (packed != _lastText)
        {
            _last = ParseEight(text);
            _lastText = packed;
        }

        return _last;
    }

    private static Day ParseLong(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'0' or (byte)'/' or (byte)'-'])
        {
            return default;
        }

        if (text.Length >= 8 && !text[..8].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return IsTime(text[8..]) ? ParseEight(text[..8]) : new(DayForm.Unreadable, 0);
        }

        if (text.Length < 10 || !IsTime(text[10..]))
        {
            return new(DayForm.Unreadable, 0);
        }

        Span<byte> digits = stackalloc byte[8];
        if (IsSign(text[4]) && text[7] == text[4])
        {
            text[..4].CopyTo(digits);
            text[5..7].CopyTo(digits[4..]);
            text[8..10].CopyTo(digits[6..]);
        }
        else if (IsSign(text[2]) && text[5] == text[2])
        {
            text[..2].CopyTo(digits);
            text[3..5].CopyTo(digits[2..]);
            text[6..10].CopyTo(digits[4..]);
        }
        else
        {
            return new(DayForm.Unreadable, 0);
        }

        return ParseEight(digits);
    }

    private static bool IsSign(byte letter) => letter is (byte)'/' or (byte)'-' or (byte)'.';

    private static bool IsTime(ReadOnlySpan<byte> rest) =>
        rest.IsEmpty || (rest[0] is (byte)' ' or (byte)'T' && !rest[1..].ContainsAnyExcept(_time));

    private static Day ParseEight(ReadOnlySpan<byte> text)
    {
        if (text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return new(DayForm.Unreadable, 0);
        }

        var yearFirst = Of(Number(text[..4]), Number(text[4..6]), Number(text[6..8]));
        if (yearFirst.Form is DayForm.Day or DayForm.Impossible)
        {
            return yearFirst;
        }

        var dayFirst = Of(Number(text[4..8]), Number(text[2..4]), Number(text[..2]));
        return dayFirst.Form == DayForm.Unreadable ? yearFirst : dayFirst;
    }

    private static Day Of(int year, int month, int day)
    {
        if (month > 12 || day > 31)
        {
            return new(DayForm.Unreadable, 0);
        }

        if (year is < 1900 or > 2099)
        {
            return new(DayForm.OtherYear, 0);
        }

        return month > 0 && day > 0 && day <= DateTime.DaysInMonth(year, month)
            ? new(DayForm.Day, new DateOnly(year, month, day).DayNumber)
            : new(DayForm.Impossible, 0);
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
