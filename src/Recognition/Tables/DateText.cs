using System.Globalization;
using NodaTime;
using Pupitre.Recognition.Contents;

namespace Pupitre.Recognition.Tables;

/// <summary>What was read in a cell, before it is a moment somewhere.</summary>
public ref struct DateText(ReadOnlySpan<char> text, bool isMonthFirst)
{
    /// <summary>Two digits up to it are of this century.</summary>
    private const int LastShortYear = 68;

    private const int NoonHour = 12;

    private static readonly string[] _french = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];
    private static readonly string[] _english = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] _weekdays =
        ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private ReadOnlySpan<char> _rest = text;

    public LocalDate Day { get; private set; }

    public LocalTime? Time { get; private set; }

    public Offset? Offset { get; private set; }

    /// <summary>Reads all of it; false when any of it is not understood.</summary>
    public bool TryRead()
    {
        _rest = _rest.Trim();
        SkipRemark();
        SkipWeekday();
        if (!TryDay())
        {
            return false;
        }

        SkipToTime();
        return _rest.IsEmpty || (TryTime() && TryOffset());
    }

    // "13/05/2026 (mercredi)", "09:30 +0200 (CEST)".
    private void SkipRemark()
    {
        if (_rest is [.., ')'] && _rest.LastIndexOf('(') is > 0 and var open && _rest[(open + 1)..^1].IndexOfAnyInRange('0', '9') < 0)
        {
            _rest = _rest[..open].TrimEnd();
        }
    }

    private void SkipWeekday()
    {
        if (_rest.IsEmpty || !char.IsLetter(_rest[0]))
        {
            return;
        }

        var length = LettersAt(0);
        var name = Folded.Of(_rest[..length].ToString());
        // "mar." is Tuesday before a number and a month's name, and March before a number and a year.
        if (name == "le" || IsWeekday(name) || (name == "mar" && HasNameBehindNumber(length)))
        {
            _rest = _rest[length..].TrimStart(" .,\u00A0");
        }
    }

    private static bool IsWeekday(string name) => name.Length >= 3 && MonthOf(name) == 0 && Array.Exists(_weekdays, day => day.StartsWith(name, StringComparison.Ordinal));

    private readonly bool HasNameBehindNumber(int from)
    {
        var rest = _rest[from..].TrimStart(" .,\u00A0");
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && rest[digits..].TrimStart(" .-\u00A0er") is [var letter, ..] && char.IsLetter(letter);
    }

    private bool TryDay()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        if (char.IsLetter(_rest[0]))
        {
            return TryMonthFirstByName();
        }

        if (!TryNumber(out var first, out var digits))
        {
            return false;
        }

        return digits switch
        {
            8 => TryMake(first / 10_000, first / 100 % 100, first % 100),
            4 => TryYearFirst(first),
            1 or 2 => TryDayOrMonthFirst(first),
            _ => false,
        };
    }

    // 2026-05-13, 2026/5/3, 2026.05.13.
    private bool TryYearFirst(int year) =>
        TrySeparator(out var separator) && TryMonth(out var month, out _) && TrySame(separator) && TryNumber(out var day, out var digits) && digits <= 2 && TryMake(year, month, day);

    // 13/05/2026, 13.5.26, 13-mai-26, 13 mai 2026, 1er janvier 2026, 3rd November 2023.
    private bool TryDayOrMonthFirst(int first)
    {
        SkipOrdinal();
        if (!TrySeparator(out var separator) || !TryMonth(out var second, out var isNamed) || !(TrySame(separator) || (isNamed && (_rest is [>= '0' and <= '9', ..] || TrySeparator(out _)))) || !TryYear(out var year))
        {
            return false;
        }

        // A name leaves nothing to choose.
        return isMonthFirst && !isNamed ? TryMake(year, first, second) : TryMake(year, second, first);
    }

    // November 3, 2023; Nov 3, 2023, 4:05 PM.
    private bool TryMonthFirstByName()
    {
        if (!TryMonth(out var month, out var isNamed) || !isNamed || !TrySeparator(out _) || !TryNumber(out var day, out var digits) || digits > 2)
        {
            return false;
        }

        SkipOrdinal();
        return TrySeparator(out _) && TryYear(out var year) && TryMake(year, month, day);
    }

    private void SkipOrdinal()
    {
        if (_rest is ['e', 'r', not (>= 'a' and <= 'z'), ..] or ['s', 't', not (>= 'a' and <= 'z'), ..] or ['n', 'd', not (>= 'a' and <= 'z'), ..] or ['r', 'd', not (>= 'a' and <= 'z'), ..] or ['t', 'h', not (>= 'a' and <= 'z'), ..])
        {
            _rest = _rest[2..];
        }
    }

    private bool TryYear(out int year)
    {
        if (!TryNumber(out year, out var digits) || digits is not (2 or 4))
        {
            return false;
        }

        year += digits == 2 ? (year <= LastShortYear ? 2000 : 1900) : 0;
        return true;
    }

    private bool TrySeparator(out char separator)
    {
        separator = _rest.IsEmpty ? '\0' : _rest[0];
        if (separator is not ('/' or '-' or '.' or ' ' or ',' or '\u2010' or '\u00A0'))
        {
            return false;
        }

        _rest = _rest[1..].TrimStart(" \u00A0");
        return true;
    }

    // The same sign again; behind "13 mai" and the like a blank or a comma will do.
    private bool TrySame(char separator)
    {
        if (_rest.IsEmpty || _rest[0] != separator)
        {
            return false;
        }

        _rest = _rest[1..].TrimStart(" \u00A0");
        return true;
    }

    private bool TryMonth(out int month, out bool isNamed)
    {
        isNamed = !_rest.IsEmpty && char.IsLetter(_rest[0]);
        if (!isNamed)
        {
            return TryNumber(out month, out var digits) && digits <= 2;
        }

        var length = LettersAt(0);
        month = MonthOf(Folded.Of(_rest[..length].ToString()));
        _rest = _rest[length..];

        // The dot of "avr." belongs to the name, even where it separates.
        _rest = _rest is ['.', ..] ? _rest[1..] : _rest;
        return month > 0;
    }

    // A beginning of three letters is enough, but June and July share them in French.
    private static int MonthOf(string name)
    {
        if (name.Length < 3 || name == "jui")
        {
            return 0;
        }

        var french = Array.FindIndex(_french, month => month.StartsWith(name, StringComparison.Ordinal));
        return 1 + (french >= 0 ? french : Array.FindIndex(_english, month => month.StartsWith(name, StringComparison.Ordinal)));
    }

    // A blank, T, a comma, "à", "at".
    private void SkipToTime()
    {
        _rest = _rest.TrimStart(" ,\u00A0");
        if (_rest is ['T' or 't' or 'à' or 'a', ..] && _rest[1..].TrimStart("t \u00A0") is [>= '0' and <= '9', ..])
        {
            _rest = _rest[1..].TrimStart("t \u00A0");
        }
    }

    private bool TryTime()
    {
        if (!TryNumber(out var hour, out var digits))
        {
            return false;
        }

        var (minute, second, nanosecond) = (0, 0, 0L);
        if (digits is 4 or 6)
        {
            (hour, minute, second) = digits == 4 ? (hour / 100, hour % 100, 0) : (hour / 10_000, hour / 100 % 100, hour % 100);
        }
        else if (digits > 2 || !TryMinutes(out minute, out second, out nanosecond))
        {
            return false;
        }

        return TryHalf(ref hour) && TrySet(hour, minute, second, nanosecond);
    }

    private bool TryMinutes(out int minute, out int second, out long nanosecond)
    {
        (minute, second, nanosecond) = (0, 0, 0);
        _rest = _rest.TrimStart(" \u00A0");
        if (_rest is [':' or 'h' or 'H', ..])
        {
            _rest = _rest[1..].TrimStart(" \u00A0");
            if (_rest is [>= '0' and <= '9', ..] && (!TryNumber(out minute, out var digits) || digits > 2))
            {
                return false;
            }
        }

        if (_rest is [':', ..])
        {
            _rest = _rest[1..];
            if (!TryNumber(out second, out var digits) || digits > 2)
            {
                return false;
            }
        }

        return _rest is not ['.' or ',', >= '0' and <= '9', ..] || TryFraction(out nanosecond);
    }

    private bool TryFraction(out long nanosecond)
    {
        _rest = _rest[1..];
        if (!TryNumber(out var fraction, out var places))
        {
            nanosecond = 0;
            return false;
        }

        nanosecond = (long)(fraction * Math.Pow(10, 9 - places));
        _rest = _rest.TrimStart("0123456789");
        return true;
    }

    private bool TryHalf(ref int hour)
    {
        var rest = _rest.TrimStart(" \u00A0\u202F");
        if (rest is not (['a' or 'A' or 'p' or 'P', 'm' or 'M', ..] or ['a' or 'A' or 'p' or 'P', '.', 'm' or 'M', '.', ..]))
        {
            return true;
        }

        var isAfternoon = rest[0] is 'p' or 'P';
        _rest = rest[(rest[1] == '.' ? 4 : 2)..];
        if (hour is < 1 or > NoonHour)
        {
            return false;
        }

        hour = (hour % NoonHour) + (isAfternoon ? NoonHour : 0);
        return true;
    }

    // 24:00 is the end of the day (ISO 8601).
    private bool TrySet(int hour, int minute, int second, long nanosecond)
    {
        if (hour == 24 && minute == 0 && second == 0 && nanosecond == 0)
        {
            (Day, Time) = (Day.PlusDays(1), LocalTime.Midnight);
            return true;
        }

        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        Time = LocalTime.FromHourMinuteSecondNanosecond(hour, minute, second, nanosecond);
        return true;
    }

    private bool TryOffset()
    {
        _rest = _rest.Trim();
        if (_rest is [.., ']'] && _rest.IndexOf('[') is > 0 and var open)
        {
            // The offset before it says the same, and the name of a zone alone is not enough in the hour that comes twice.
            _rest = _rest[..open];
        }

        if (_rest.IsEmpty)
        {
            return true;
        }

        if (_rest is "Z" or "z" or "UTC" or "GMT")
        {
            Offset = NodaTime.Offset.Zero;
            return true;
        }

        if (_rest is not ['+' or '-', ..])
        {
            return false;
        }

        var digits = _rest[1..].ToString().Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is not (2 or 4) || !int.TryParse(digits.PadRight(4, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > 1400 || value % 100 > 59)
        {
            return false;
        }

        Offset = NodaTime.Offset.FromSeconds((_rest[0] == '-' ? -1 : 1) * (((value / 100) * 3600) + ((value % 100) * 60)));
        return true;
    }

    private readonly int LettersAt(int from)
    {
        var length = from;
        while (length < _rest.Length && char.IsLetter(_rest[length]))
        {
            length++;
        }

        return length;
    }

    private bool TryNumber(out int number, out int digits)
    {
        (number, digits) = (0, 0);
        while (digits < _rest.Length && digits < 9 && char.IsAsciiDigit(_rest[digits]))
        {
            number = (number * 10) + (_rest[digits] - '0');
            digits++;
        }

        _rest = _rest[digits..];
        return digits > 0;
    }

    private bool TryMake(int year, int month, int day)
    {
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        Day = new LocalDate(year, month, day);
        return true;
    }
}
