using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.ServiceLevels.Evidence.Events;
using Pupitre.ServiceLevels.Evidence.Recognition;

namespace Pupitre.ServiceLevels.Evidence.Tables;

/// <summary>What a cell says about time: a moment, or a day whose hour is not known.</summary>
/// <param name="At">Microseconds, as evidence keeps them.</param>
/// <param name="IsMidnight">The cell gives an hour, and it is 00:00.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellDate(long At, bool IsDay, bool IsMidnight);

/// <summary>
/// Reads dates as people and programs write them: 2026-05-13, 2026-05-13T09:30:00+02:00, 13/05/2026 09:30, 13/05/26, 13 mai 2026, and
/// Excel's serial numbers. Days come before months unless told otherwise.
/// </summary>
internal sealed class CellDates(DateTimeZone zone, bool isMonthFirst, bool midnightIsDay)
{
    /// <summary>Two digits up to it are of this century.</summary>
    private const int LastShortYear = 68;

    /// <summary>Serial numbers of 1954 and 2119: outside, a number is not taken for a date.</summary>
    private const double FirstSerial = 20_000;
    private const double LastSerial = 80_000;

    private static readonly LocalDate _serialZero = new(1899, 12, 30);
    private static readonly string[] _months = ["jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec"];
    private static readonly string[] _englishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Reads a cell; false when it is not a date.</summary>
    public bool TryRead(string text, out CellDate date)
    {
        date = default;
        if (text.Length is < 5 or > 40)
        {
            return false;
        }

        if (TrySerial(text, out var local, out var isDay))
        {
            return Make(local, isDay, null, out date);
        }

        return TrySplit(text, out local, out isDay, out var offset) && Make(local, isDay, offset, out date);
    }

    private bool Make(LocalDateTime local, bool isDay, Offset? offset, out CellDate date)
    {
        date = default;
        if (local.Date < EvidenceTime.Earliest || local.Date >= EvidenceTime.Latest)
        {
            return false;
        }

        var isMidnight = !isDay && local.TimeOfDay == LocalTime.Midnight;
        if (isDay || (isMidnight && midnightIsDay))
        {
            date = new CellDate(EvidenceTime.Of(local.Date.ToDateOnly()), IsDay: true, isMidnight);
            return true;
        }

        var instant = offset is { } given ? local.WithOffset(given).ToInstant() : zone.AtLeniently(local).ToInstant();
        date = new CellDate(EvidenceTime.Of(instant), IsDay: false, isMidnight);
        return true;
    }

    private static bool TrySerial(string text, out LocalDateTime local, out bool isDay)
    {
        (local, isDay) = (default, false);
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) || serial is < FirstSerial or > LastSerial)
        {
            return false;
        }

        var day = Math.Floor(serial);
        var seconds = (long)Math.Round((serial - day) * NodaConstants.SecondsPerDay);
        isDay = seconds == 0;
        local = _serialZero.PlusDays((int)day).AtMidnight().PlusSeconds(seconds);
        return true;
    }

    private bool TrySplit(string text, out LocalDateTime local, out bool isDay, out Offset? offset)
    {
        (local, isDay, offset) = (default, true, null);
        var rest = text.AsSpan();
        if (!TryDay(ref rest, out var day))
        {
            return false;
        }

        rest = rest.TrimStart(" ,T\u00A0à");
        if (rest.IsEmpty)
        {
            local = day.AtMidnight();
            return true;
        }

        isDay = false;
        if (!TryTime(ref rest, out var time) || !TryOffset(rest.Trim(), out offset))
        {
            return false;
        }

        local = day + time;
        return true;
    }

    private bool TryDay(ref ReadOnlySpan<char> rest, out LocalDate day)
    {
        day = default;
        if (!TryNumber(ref rest, out var first, out var digits))
        {
            return false;
        }

        if (digits == 8)
        {
            return TryMake(first / 10_000, first / 100 % 100, first % 100, out day);
        }

        if (rest.Length < 2)
        {
            return false;
        }

        var separator = rest[0];
        rest = rest[1..];
        if (!TryMonth(ref rest, out var second) || rest.Length < 2 || (rest[0] != separator && rest[0] is not (' ' or '.')))
        {
            return false;
        }

        rest = rest[1..].TrimStart(' ');
        if (!TryNumber(ref rest, out var third, out var lastDigits))
        {
            return false;
        }

        if (digits == 4)
        {
            return TryMake(first, second, third, out day);
        }

        var year = lastDigits == 2 ? third + (third <= LastShortYear ? 2000 : 1900) : third;
        return lastDigits is 2 or 4 && (isMonthFirst ? TryMake(year, first, second, out day) : TryMake(year, second, first, out day));
    }

    private static bool TryMonth(ref ReadOnlySpan<char> rest, out int month)
    {
        if (TryNumber(ref rest, out month, out _))
        {
            return true;
        }

        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length]))
        {
            length++;
        }

        var name = Folded.Of(rest[..length].ToString());
        rest = rest[length..].TrimStart('.');
        month = 1 + Array.FindIndex(_months, start => name.StartsWith(start, StringComparison.Ordinal));
        month = month > 0 || name.Length == 0 ? month : 1 + Array.FindIndex(_englishMonths, start => name.StartsWith(start, StringComparison.Ordinal));
        return name.Length > 0 && month > 0;
    }

    private static bool TryTime(ref ReadOnlySpan<char> rest, out LocalTime time)
    {
        time = default;
        if (!TryNumber(ref rest, out var hour, out var digits) || digits > 2 || hour > 24)
        {
            return false;
        }

        var (minute, second, nanosecond) = (0, 0, 0L);
        rest = rest.TrimStart(' ');
        if (rest is [':' or 'h' or 'H', ..])
        {
            rest = rest[1..].TrimStart(' ');
            if (!rest.IsEmpty && !TryNumber(ref rest, out minute, out _))
            {
                return false;
            }
        }

        if (rest is [':', ..])
        {
            rest = rest[1..];
            if (!TryNumber(ref rest, out second, out _))
            {
                return false;
            }
        }

        if (rest is ['.' or ',', ..])
        {
            rest = rest[1..];
            if (!TryNumber(ref rest, out var fraction, out var places) || places > 9)
            {
                return false;
            }

            nanosecond = (long)(fraction * Math.Pow(10, 9 - places));
        }

        if (hour == 24 || minute > 59 || second > 59)
        {
            return false;
        }

        time = LocalTime.FromHourMinuteSecondNanosecond(hour, minute, second, nanosecond);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> rest, out Offset? offset)
    {
        offset = null;
        switch (rest)
        {
            case []:
                return true;
            case "Z" or "z" or "UTC":
                offset = Offset.Zero;
                return true;
            case ['+' or '-', ..]:
                var sign = rest[0] == '-' ? -1 : 1;
                var digits = rest[1..].ToString().Replace(":", "", StringComparison.Ordinal);
                if (digits.Length is not (2 or 4) || !int.TryParse(digits.PadRight(4, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > 1400)
                {
                    return false;
                }

                offset = Offset.FromSeconds(sign * (((value / 100) * 3600) + ((value % 100) * 60)));
                return true;
            default:
                return false;
        }
    }

    private static bool TryNumber(ref ReadOnlySpan<char> rest, out int number, out int digits)
    {
        (number, digits) = (0, 0);
        while (digits < rest.Length && digits < 9 && char.IsAsciiDigit(rest[digits]))
        {
            number = (number * 10) + (rest[digits] - '0');
            digits++;
        }

        rest = rest[digits..];
        return digits > 0;
    }

    private static bool TryMake(int year, int month, int day, out LocalDate date)
    {
        date = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new LocalDate(year, month, day);
        return true;
    }
}
