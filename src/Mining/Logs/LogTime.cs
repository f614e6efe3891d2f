using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Mining;

/// <summary>
/// A time as logs write it: ISO 8601, a date that ends with its year (13/05/2026, 13.5.26) or names its month (<see cref="NamedDate"/>), with or without
/// an hour and an offset.
/// </summary>
/// <param name="Ticks">Unix time in units of 100 ns.</param>
/// <param name="OffsetSeconds">The offset that was written, or <see cref="NoOffset"/>.</param>
/// <param name="IsDay">There was no hour.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogTime(long Ticks, int OffsetSeconds, bool IsDay)
{
    private const int NoOffset = int.MaxValue;
    private const int SecondsPerDay = 86_400;

    /// <summary>Two-digit years up to this one are of this century.</summary>
    private const int LastShortYear = 69;

    public static LogTime Missing { get; } = new(long.MinValue, NoOffset, IsDay: false);

    public bool IsMissing => Ticks == long.MinValue;

    public Offset? Offset => OffsetSeconds == NoOffset ? null : NodaTime.Offset.FromSeconds(OffsetSeconds);

    /// <summary>Reads a time; <see cref="Missing"/> when it cannot be read. Without an offset it is local to <paramref name="zone"/>, else UTC.</summary>
    /// <param name="text">What the file says.</param>
    /// <param name="zone">Zone of times without an offset.</param>
    /// <param name="order">Which of day and month stands first where the year is last.</param>
    /// <param name="proof">Takes note of what such a date proves about that order.</param>
    /// <param name="line">Where it stands.</param>
    public static LogTime Parse(ReadOnlySpan<char> text, DateTimeZone? zone, DayMonthOrder order = DayMonthOrder.DayFirst, DayMonthProof? proof = null, long line = 0)
    {
        var scan = new Scanner(text.Trim());
        if (!scan.Date(out var year, out var month, out var day))
        {
            if (!NamedDate.TryRead(text.Trim(), out year, out month, out day, out var rest))
            {
                return Missing;
            }

            scan = new(rest);
        }

        if (scan.IsYearLast)
        {
            proof?.Add(day, month, line);
            (day, month) = order == DayMonthOrder.MonthFirst ? (month, day) : (day, month);
        }

        if (!IsDate(year, month, day))
        {
            return Missing;
        }

        var days = DaysBefore(year, month, day);
        if (scan.IsAtEnd)
        {
            return Resolve(days * NodaConstants.TicksPerDay, NoOffset, isDay: true, zone);
        }

        return scan.Time(out var ticks) && scan.Offset(out var offset) && scan.IsAtEnd
            ? Resolve((days * NodaConstants.TicksPerDay) + ticks, offset, isDay: false, zone)
            : Missing;
    }

    private static LogTime Resolve(long localTicks, int offset, bool isDay, DateTimeZone? zone)
    {
        var ticks = offset != NoOffset ? localTicks - (offset * NodaConstants.TicksPerSecond)
            : zone is null || zone == DateTimeZone.Utc ? localTicks
            : ToUtc(localTicks, zone);
        return ticks < NodaConstants.BclEpoch.ToUnixTimeTicks() - NodaConstants.TicksPerDay || ticks > Instant.MaxValue.ToUnixTimeTicks()
            ? Missing
            : new(ticks, offset, isDay);
    }

    /// <summary>A repeated local time is its first occurrence, a skipped one the first valid instant after the gap.</summary>
    internal static long ToUtc(long localTicks, DateTimeZone zone)
    {
        var local = LocalDateTime.FromDateTime(new DateTime(localTicks + NodaConstants.BclEpoch.ToUnixTimeTicks() * -1, DateTimeKind.Unspecified));
        var mapping = zone.MapLocal(local);
        return (mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant()).ToUnixTimeTicks();
    }

    private static bool IsDate(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static long DaysBefore(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private ref struct Scanner(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private int _at;

        /// <summary>The date that was read ends with its year: what was given as its day may be its month.</summary>
        public bool IsYearLast { get; private set; }

        public readonly bool IsAtEnd => _at == _text.Length;

        private readonly char Next => _at < _text.Length ? _text[_at] : '\0';

        public bool Date(out int year, out int month, out int day)
        {
            (year, month, day) = (0, 0, 0);
            var from = _at;
            if (!Number(4, out var first) || Next is not ('-' or '/' or '.' or '\u2010'))
            {
                return false;
            }

            var isYearFirst = _at - from == 4;
            var separator = _text[_at++];
            if (!Number(2, out month) || Next != separator)
            {
                return false;
            }

            _at++;
            from = _at;
            if (!Number(isYearFirst ? 2 : 4, out var last))
            {
                return false;
            }

            IsYearLast = !isYearFirst;
            (year, day) = isYearFirst ? (first, last) : (_at - from == 2 ? FullYear(last) : last, first);
            return isYearFirst || _at - from is 2 or 4;
        }

        public bool Time(out long ticks)
        {
            ticks = 0;
            _at += Next == 'T' || Next == ' ' ? 1 : 0;
            while (Next == ' ')
            {
                _at++;
            }

            if (!Number(2, out var hour) || Next is not (':' or 'h' or 'H'))
            {
                return false;
            }

            _at++;
            var second = 0;
            if (!Number(2, out var minute) || (Next == ':' && !Seconds(out second)))
            {
                return false;
            }

            var fraction = Fraction();
            hour = HalfDay(hour);
            ticks = (((((hour * 60L) + minute) * 60) + second) * NodaConstants.TicksPerSecond) + fraction;
            return hour is >= 0 and <= 23 && minute <= 59 && second <= 59;
        }

        public bool Offset(out int seconds)
        {
            seconds = NoOffset;
            _at += Next == ' ' && _at + 1 < _text.Length ? 1 : 0;
            if (Next is 'Z' or 'z')
            {
                _at++;
                seconds = 0;
                return true;
            }

            if (_text[_at..] is "UTC" or "GMT")
            {
                _at += 3;
                seconds = 0;
                return true;
            }

            if (Next is not ('+' or '-'))
            {
                return IsAtEnd;
            }

            var sign = _text[_at++] == '-' ? -1 : 1;
            var minutes = 0;
            if (!Number(2, out var hours))
            {
                return false;
            }

            _at += Next == ':' ? 1 : 0;
            if (!IsAtEnd && !Number(2, out minutes))
            {
                return false;
            }

            seconds = sign * ((hours * 60) + minutes) * 60;
            return hours <= 18 && minutes <= 59;
        }

        private bool Seconds(out int second)
        {
            _at++;
            return Number(2, out second);
        }

        private long Fraction()
        {
            if (Next is not ('.' or ','))
            {
                return 0;
            }

            _at++;
            var unit = NodaConstants.TicksPerSecond;
            var ticks = 0L;
            for (; char.IsAsciiDigit(Next); _at++)
            {
                unit /= 10;
                ticks += (Next - '0') * unit;
            }

            return ticks;
        }

        /// <summary>The hour of a clock of twelve hours, when AM or PM follows.</summary>
        private int HalfDay(int hour)
        {
            var at = Next == ' ' ? _at + 1 : _at;
            if (at + 2 > _text.Length || (_text[at + 1] | 0x20) != 'm' || (_text[at] | 0x20) is not ('a' or 'p'))
            {
                return hour;
            }

            _at = at + 2;
            return hour is < 1 or > 12 ? -1 : (hour % 12) + ((_text[at] | 0x20) == 'p' ? 12 : 0);
        }

        private bool Number(int mostDigits, out int number)
        {
            number = 0;
            var from = _at;
            for (; _at - from < mostDigits && char.IsAsciiDigit(Next); _at++)
            {
                number = (number * 10) + (Next - '0');
            }

            return _at > from;
        }

        private static int FullYear(int year) => year + (year <= LastShortYear ? 2000 : 1900);
    }
}
