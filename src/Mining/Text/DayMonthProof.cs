using System.Globalization;

namespace Pupitre.Mining;

/// <summary>Which of day and month stands first in dates that end with the year.</summary>
public enum DayMonthOrder
{
    DayFirst,
    MonthFirst,
}

/// <summary>
/// What a column proves about the order of day and month in dates such as 04/05/2026. It is decided for the whole column, never cell by cell:
/// one date that can only be month first, and none that can only be day first, decide; without either the day is first, as in France.
/// </summary>
public sealed class DayMonthProof
{
    private const int MostMonths = 12;

    private bool _hasEqual;

    /// <summary>Line of the first date that can only be day first (13/05/2026), or null.</summary>
    public long? DayFirstLine { get; private set; }

    /// <summary>Line of the first date that can only be month first (05/13/2026), or null.</summary>
    public long? MonthFirstLine { get; private set; }

    /// <summary>Dates that can be both and say two different days.</summary>
    public long Ambiguous { get; private set; }

    /// <summary>Some dates can only be day first and others only month first: the column does not say what the ambiguous ones are.</summary>
    public bool IsContradictory => DayFirstLine is not null && MonthFirstLine is not null;

    /// <summary>No date ends with the year: there is nothing to decide.</summary>
    public bool IsEmpty => DayFirstLine is null && MonthFirstLine is null && Ambiguous == 0 && !_hasEqual;

    /// <summary>The order that holds for every date of the column.</summary>
    public DayMonthOrder Order => MonthFirstLine is not null && DayFirstLine is null ? DayMonthOrder.MonthFirst : DayMonthOrder.DayFirst;

    /// <summary>Looks at what stands in a cell; whatever is no date of two numbers and a year proves nothing.</summary>
    public void Add(ReadOnlySpan<char> cell, long line)
    {
        if (TryNumbers(cell.Trim(), out var first, out var second))
        {
            Add(first, second, line);
        }
    }

    /// <summary>Looks at the two numbers that stand before the year.</summary>
    public void Add(int first, int second, long line)
    {
        var (isDayFirst, isMonthFirst) = (IsDayAndMonth(first, second), IsDayAndMonth(second, first));
        if (isDayFirst && isMonthFirst)
        {
            Ambiguous += first == second ? 0 : 1;
            _hasEqual |= first == second;
        }
        else if (isDayFirst)
        {
            DayFirstLine ??= line;
        }
        else if (isMonthFirst)
        {
            MonthFirstLine ??= line;
        }
    }

    /// <summary>Adds what another part of the column proves; of two lines the earlier one stays.</summary>
    /// <param name="other">The other part.</param>
    /// <param name="linesBefore">Lines of the file before that part.</param>
    public void Add(DayMonthProof other, long linesBefore = 0)
    {
        DayFirstLine = Earlier(DayFirstLine, other.DayFirstLine + linesBefore);
        MonthFirstLine = Earlier(MonthFirstLine, other.MonthFirstLine + linesBefore);
        Ambiguous += other.Ambiguous;
        _hasEqual |= other._hasEqual;
    }

    /// <summary>Puts lines where places in a text stood.</summary>
    internal void Place(Func<long, long> lineOf)
    {
        DayFirstLine = DayFirstLine is { } day ? lineOf(day) : null;
        MonthFirstLine = MonthFirstLine is { } month ? lineOf(month) : null;
    }

    private static long? Earlier(long? one, long? other) => one is null || other < one ? other ?? one : one;

    // Whether the day exists in the year is another matter: 29/02 of a common year is no date, but its order is plain.
    private static bool IsDayAndMonth(int day, int month) => month is >= 1 and <= MostMonths && day >= 1 && day <= DateTime.DaysInMonth(2000, month);

    /// <summary>The two numbers before the year of 13/05/2026, 13-5-26, 13.05.2026 or 13 05 2026, whatever hour follows.</summary>
    private static bool TryNumbers(ReadOnlySpan<char> text, out int first, out int second)
    {
        (first, second) = (0, 0);
        var one = Digits(text);
        if (one is not (1 or 2) || one >= text.Length || text[one] is not ('/' or '-' or '.' or ' ' or '\u2010'))
        {
            return false;
        }

        var separator = text[one];
        var rest = text[(one + 1)..];
        var two = Digits(rest);
        if (two is not (1 or 2) || two >= rest.Length || rest[two] != separator || Digits(rest[(two + 1)..]) is not (2 or 4))
        {
            return false;
        }

        first = int.Parse(text[..one], NumberStyles.None, CultureInfo.InvariantCulture);
        second = int.Parse(rest[..two], NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
