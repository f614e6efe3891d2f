using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>Holds the entry dates against the fiscal year while they go by, for a year of twelve months and for a first year of up to 24.</summary>
/// <remarks>Up to 24 months: code de commerce art. L123-12 and CGI art. 209, for a company's first year; such a file has no opening balances.</remarks>
internal sealed class YearSpan
{
    private const int LongestMonths = 24;

    private readonly DateOnly? _closing;
    private readonly int _last;
    private readonly int _first;
    private readonly int _firstOfLong;
    private readonly LineTally _outside = new();
    private readonly LineTally _outsideLong = new();
    private readonly int _namedFirst;
    private readonly int _namedLast;
    private long _outsideNamed;
    private bool _hasOpening;
    private int _earliest = int.MaxValue;

    public YearSpan(FecOptions options, FecName? name)
    {
        _closing = options.Closing ?? name?.Closing;
        if (options.Closing is { } declared && name?.Closing is { } named && named != declared)
        {
            (Named, _namedFirst, _namedLast) = (named, Before(named, 12).DayNumber, named.DayNumber);
        }

        if (_closing is not { } closing)
        {
            return;
        }

        _last = closing.DayNumber;
        _first = (options.Opening ?? Before(closing, 12)).DayNumber;
        _firstOfLong = options.Opening is null ? Before(closing, LongestMonths).DayNumber : _first;
    }

    /// <summary>The closing that the name says, when another one is declared; else null.</summary>
    public DateOnly? Named { get; }

    /// <summary>Whether the entries are of the year that the name says, and not of the declared one.</summary>
    public bool IsOfNamedYear(long lines, double mostShareOutside) =>
        Named is not null && Outside.Count > lines * mostShareOutside && _outsideNamed <= lines * mostShareOutside;

    public bool IsKnown => _closing is not null;

    /// <summary>A first year of more than twelve months: no opening balances, and entries before the twelve months.</summary>
    public bool IsLongFirstYear => IsKnown && _firstOfLong < _first && !_hasOpening && _earliest < _first && _earliest >= _firstOfLong;

    public LineTally Outside => IsLongFirstYear ? _outsideLong : _outside;

    public DateOnly? Closing => _closing;

    public DateOnly? Opening => !IsKnown ? null : IsLongFirstYear ? FirstOfMonth(DateOnly.FromDayNumber(_earliest)) : DateOnly.FromDayNumber(_first);

    public void Line(FecLine line, RunningBooks books)
    {
        _hasOpening |= books.IsOpening;
        if (!IsKnown || !line.EntryDay.IsDay)
        {
            return;
        }

        var day = line.EntryDay.Number;
        _earliest = Math.Min(_earliest, day);
        _outsideNamed += Named is not null && (day < _namedFirst || day > _namedLast) ? 1 : 0;
        if (day < _first || day > _last)
        {
            _outside.Add(line.Number);
            _outsideLong.AddIf(day < _firstOfLong || day > _last, line.Number);
        }
    }

    /// <summary>The first day of the year that closes on <paramref name="closing"/> after so many months.</summary>
    private static DateOnly Before(DateOnly closing, int months) => closing.AddDays(1).AddMonths(-months);

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
