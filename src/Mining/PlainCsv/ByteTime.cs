using System.Text;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// Reads times from bytes: ISO 8601 to the second with an optional fraction and offset at once, anything else through <see cref="LogTime"/>, of
/// which this gives the same answers.
/// </summary>
/// <param name="zone">Zone of times without an offset; UTC when null.</param>
/// <param name="order">Which of day and month stands first where the year is last.</param>
internal sealed class ByteTime(DateTimeZone? zone, DayMonthOrder order)
{
    private const int ToSecond = 19;
    private const int LongestTime = 100;
    private const int LastYear = 9_998;

    private readonly bool _isUtc = zone is null || zone == DateTimeZone.Utc;

    // Local times between which the zone's offset stays the same, a day from either end of it: there no time is skipped or repeated.
    private long _from = long.MaxValue;
    private long _to = long.MinValue;
    private long _offset;

    /// <summary>Takes note of what dates prove about the order of day and month.</summary>
    public DayMonthProof? Dates { get; set; }

    /// <summary>Where the time stands that is read next.</summary>
    public long Place { get; set; }

    /// <summary>Unix time in units of 100 ns, or <see cref="long.MinValue"/> when it is no time.</summary>
    /// <param name="text">What the file says.</param>
    /// <param name="isDay">There was no hour.</param>
    public long Parse(ReadOnlySpan<byte> text, out bool isDay)
    {
        isDay = false;
        return text.Length >= ToSecond && TryIso(text, out var ticks) ? ticks : Slowly(text, out isDay);
    }

    private bool TryIso(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text[4] != '-' || text[7] != '-' || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var year = (Two(text, 0) * 100) + Two(text, 2);
        var (month, day, hour, minute, second) = (Two(text, 5), Two(text, 8), Two(text, 11), Two(text, 14), Two(text, 17));
        if ((year | month | day | hour | minute | second) < 0 || year is < 1 or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        ticks = ((Days(year, month, day) * 86_400) + (hour * 3_600) + (minute * 60) + second) * NodaConstants.TicksPerSecond;
        return TryRest(text[ToSecond..], ref ticks);
    }

    /// <summary>Reads fraction and offset.</summary>
    private bool TryRest(ReadOnlySpan<byte> rest, ref long ticks)
    {
        if (rest is [(byte)'.' or (byte)',', ..])
        {
            var unit = NodaConstants.TicksPerSecond;
            for (rest = rest[1..]; rest is [>= (byte)'0' and <= (byte)'9', ..]; rest = rest[1..])
            {
                unit /= 10;
                ticks += (rest[0] - '0') * unit;
            }
        }

        if (rest is [] && !_isUtc)
        {
            ticks = ToUtc(ticks);
        }

        if (rest is [] or [(byte)'Z'])
        {
            return true;
        }

        if (rest is not [(byte)'+' or (byte)'-', _, _, (byte)':', _, _])
        {
            return false;
        }

        var (hours, minutes) = (Two(rest, 1), Two(rest, 4));
        ticks -= (rest[0] == '-' ? -1 : 1) * ((hours * 60L) + minutes) * NodaConstants.TicksPerMinute;
        return hours is >= 0 and <= 18 && minutes is >= 0 and <= 59;
    }

    private long ToUtc(long local)
    {
        if (local < _from || local >= _to)
        {
            var ticks = LogTime.ToUtc(local, zone!);
            var interval = zone!.GetZoneInterval(Instant.FromUnixTimeTicks(ticks));
            _offset = interval.WallOffset.Ticks;
            _from = interval.HasStart ? interval.Start.ToUnixTimeTicks() + _offset + NodaConstants.TicksPerDay : long.MinValue;
            _to = interval.HasEnd ? interval.End.ToUnixTimeTicks() + _offset - NodaConstants.TicksPerDay : long.MaxValue;
            return ticks;
        }

        return local - _offset;
    }

    /// <summary>Two digits, or a negative number when they are none.</summary>
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = ((uint)(text[at] - '0'), (uint)(text[at + 1] - '0'));
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : int.MinValue;
    }

    /// <summary>Days since 1970 of a day of the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil).</summary>
    private static long Days(int year, int month, int day)
    {
        var shifted = month <= 2 ? year - 1 : year;
        var era = shifted / 400;
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (era * 146_097L) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    private long Slowly(ReadOnlySpan<byte> text, out bool isDay)
    {
        Span<char> characters = text.Length <= LongestTime ? stackalloc char[LongestTime] : new char[text.Length];
        var time = LogTime.Parse(characters[..Encoding.UTF8.GetChars(text, characters)], zone, order, Dates, Place);
        isDay = !time.IsMissing && time.IsDay;
        return time.Ticks;
    }
}
