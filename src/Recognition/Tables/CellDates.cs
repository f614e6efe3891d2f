using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.Kernel.Time;

namespace Pupitre.Recognition.Tables;

/// <summary>What a cell says about time: a moment, or a day whose hour is not known.</summary>
/// <param name="At">Microseconds, as evidence keeps them.</param>
/// <param name="IsMidnight">The cell gives an hour, and it is 00:00.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CellDate(long At, bool IsDay, bool IsMidnight);

/// <summary>
/// Reads dates as people and programs write them: 2026-05-13, 2026-05-13T09:30:00+02:00, 13/05/2026 09:30, 13/05/26, 13 mai 2026, 13/May/26 2:15 PM,
/// Wed, 13 May 2026 09:30:00 +0200, and Excel's serial numbers. Days come before months unless told otherwise.
/// </summary>
/// <param name="zone">Zone of times without an offset.</param>
/// <param name="isMonthFirst">In dates of numbers that end with the year, the month stands first.</param>
/// <param name="midnightIsDay">An hour of 00:00 stands for no hour.</param>
/// <param name="from1904">The workbook counts its days from 1904.</param>
internal sealed class CellDates(DateTimeZone zone, bool isMonthFirst, bool midnightIsDay, bool from1904 = false)
{
    private const int LongestDate = 60;

    /// <summary>Serial numbers of 1954 and 2119: outside, a number is not taken for a date.</summary>
    private const double FirstSerial = 20_000;
    private const double LastSerial = 80_000;

    /// <summary>Serial numbers from 1904 are that many days smaller.</summary>
    private const int DaysTo1904 = 1462;

    private static readonly LocalDate _serialZero = new(1899, 12, 30);

    /// <summary>Reads a cell; false when it is not a date.</summary>
    public bool TryRead(string text, out CellDate date)
    {
        date = default;
        if (text.Length is < 5 or > LongestDate)
        {
            return false;
        }

        if (IsNumber(text))
        {
            return text.Length == 14 ? TryCompact(text, out date) : TrySerial(text, out date) || TryWords(text, out date);
        }

        return TryWords(text, out date);
    }

    private bool TryWords(string text, out CellDate date)
    {
        date = default;
        var read = new DateText(text, isMonthFirst);
        return read.TryRead() && Make(read.Day, read.Time, read.Offset, out date);
    }

    private bool Make(LocalDate day, LocalTime? time, Offset? offset, out CellDate date)
    {
        date = default;
        if (day < EvidenceTime.Earliest || day >= EvidenceTime.Latest)
        {
            return false;
        }

        var isMidnight = time == LocalTime.Midnight;
        if (time is null || (isMidnight && midnightIsDay))
        {
            date = new CellDate(EvidenceTime.Of(day.ToDateOnly()), IsDay: true, isMidnight);
            return true;
        }

        var local = day + time.Value;
        var instant = offset is { } given ? local.WithOffset(given).ToInstant() : LocalTimes.First(local, zone);
        date = new CellDate(EvidenceTime.Of(instant), IsDay: false, isMidnight);
        return true;
    }

    // Digits, and at most one point or comma between them.
    private static bool IsNumber(string text)
    {
        var points = 0;
        foreach (var sign in text)
        {
            points += sign is '.' or ',' ? 1 : 0;
            if (points > 1 || (!char.IsAsciiDigit(sign) && sign is not ('.' or ',')))
            {
                return false;
            }
        }

        return true;
    }

    // 20260513093000.
    private bool TryCompact(string text, out CellDate date)
    {
        date = default;
        return DateTime.TryParseExact(text, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && Make(LocalDate.FromDateTime(local), LocalDateTime.FromDateTime(local).TimeOfDay, null, out date);
    }

    private bool TrySerial(string text, out CellDate date)
    {
        date = default;
        if (!double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial))
        {
            return false;
        }

        serial += from1904 ? DaysTo1904 : 0;
        if (serial is < FirstSerial or > LastSerial)
        {
            return false;
        }

        var day = Math.Floor(serial);
        var seconds = (long)Math.Round((serial - day) * NodaConstants.SecondsPerDay);
        var local = _serialZero.PlusDays((int)day).AtMidnight().PlusSeconds(seconds);
        return Make(local.Date, seconds == 0 ? null : local.TimeOfDay, null, out date);
    }
}
