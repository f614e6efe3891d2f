using System.Buffers;
using System.Runtime.InteropServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>Entries of one run of numbers, ascending by series and number. Its memory is lent: the next check takes it over.</summary>
internal sealed class NumberedEntries : IDisposable
{
    private readonly long[] _numbers;
    private readonly int[] _entries;

    /// <summary>Null while all are of one series, which nearly every file is.</summary>
    private readonly ulong[]? _series;
    private bool _isSorted = true;
    private int _length;

    private NumberedEntries(int most, bool hasSeries)
    {
        (_numbers, _entries) = (ArrayPool<long>.Shared.Rent(most), ArrayPool<int>.Shared.Rent(most));
        _series = hasSeries ? ArrayPool<ulong>.Shared.Rent(most) : null;
    }

    /// <summary>How many different numbers.</summary>
    public int Distinct { get; private set; }

    /// <summary>Before how many entries numbers are missing.</summary>
    public int GapCount { get; private set; }

    /// <summary>How many numbers entries of two journals bear.</summary>
    public int SharedCount { get; private set; }

    /// <summary>How many numbers are missing.</summary>
    public decimal Missing { get; private set; }

    public int SeriesCount { get; private set; }

    public int Count => _length;

    /// <summary>The entries whose number holds digits, journal by journal.</summary>
    public static List<NumberedEntries> ByJournal(RunningBooks books)
    {
        var journals = new List<NumberedEntries>();
        for (var journal = 0; journal < books.Journals.Count; journal++)
        {
            journals.Add(new(checked((int)books.JournalStates[journal].Entries), hasSeries: false));
        }

        for (var entry = 0; entry < books.Entries.Count; entry++)
        {
            if (EntryNumber.Digits(books.Entries[entry]) is { } number)
            {
                journals[books.Entries.ScopeOf(entry)].Add(number, entry);
            }
        }

        foreach (var empty in journals.FindAll(journal => journal._length == 0))
        {
            journals.Remove(empty);
            empty.Dispose();
        }

        journals.ForEach(journal => journal.Order(books));
        return journals;
    }

    /// <summary>All together.</summary>
    public static NumberedEntries Together(List<NumberedEntries> journals, RunningBooks books)
    {
        var whole = new NumberedEntries(journals.Sum(journal => journal._length), journals.Exists(journal => journal._series is not null));
        foreach (var journal in journals)
        {
            for (var at = 0; at < journal._length; at++)
            {
                whole.Add(journal.NumberAt(at), journal._entries[at]);
            }
        }

        whole.Order(books);
        return whole;
    }

    /// <summary>The same entries, their numbers read otherwise; the few that cannot be read so stand apart as they were. Null when those are not few.</summary>
    public NumberedEntries? ReadAs(ReadNumber read, double leastShare, RunningBooks books)
    {
        var again = new NumberedEntries(_length, hasSeries: true);
        var apart = 0;
        for (var at = 0; at < _length; at++)
        {
            var number = read(_entries[at]);
            apart += number is null ? 1 : 0;
            again.Add(number ?? NumberAt(at), _entries[at]);
        }

        if (_length - apart < _length * leastShare)
        {
            again.Dispose();
            return null;
        }

        again.Order(books);
        return again;
    }

    /// <summary>Entries of one number under several dates, or of several entries that differ only by the letters of their number or by their journal.</summary>
    public List<int> Doubles(RunningBooks books)
    {
        var doubles = new List<int>();
        for (var at = 0; at < _length; at++)
        {
            if (IsDouble(at, books))
            {
                doubles.Add(_entries[at]);
            }
        }

        return doubles;
    }

    public long DoubledNumbers(RunningBooks books) =>
        Enumerable.Range(0, _length).Where(at => IsDouble(at, books)).Select(NumberAt).Distinct().LongCount();

    /// <summary>The entries before which numbers are missing.</summary>
    public List<int> Gaps()
    {
        var gaps = new List<int>(GapCount);
        for (var at = 1; at < _length; at++)
        {
            if (IsGap(at))
            {
                gaps.Add(_entries[at]);
            }
        }

        return gaps;
    }

    /// <summary>Entries validated before one of their series that bears a smaller number.</summary>
    public List<int> Disorder(RunningBooks books)
    {
        var disorder = new List<int>();
        var latest = 0;
        for (var at = 0; at < _length; at++)
        {
            latest = at > 0 && IsSameSeries(at) ? latest : 0;
            var valid = books.EntryStates[_entries[at]].ValidDay;
            if (valid > 0 && valid < latest)
            {
                disorder.Add(_entries[at]);
            }

            latest = Math.Max(latest, valid);
        }

        return disorder;
    }

    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(_numbers);
        ArrayPool<int>.Shared.Return(_entries);
        if (_series is not null)
        {
            ArrayPool<ulong>.Shared.Return(_series);
        }
    }

    private RunningNumber NumberAt(int at) => new(_series is null ? 0 : _series[at], _numbers[at]);

    private void Add(RunningNumber number, int entry)
    {
        _numbers[_length] = number.Number;
        _entries[_length] = entry;
        if (_series is not null)
        {
            _series[_length] = number.Series;
        }

        _length++;
        _isSorted = _isSorted && (_length == 1 || ItemAt(_length - 2) <= ItemAt(_length - 1));
    }

    private Numbered ItemAt(int at) => new(NumberAt(at), _entries[at]);

    private void Order(RunningBooks books)
    {
        // Nearly always they are in order already.
        if (!_isSorted)
        {
            Sort();
        }

        (Distinct, SeriesCount) = _length == 0 ? (0, 0) : (1, 1);
        var isCounted = false;
        for (var at = 1; at < _length; at++)
        {
            var step = _numbers[at] - _numbers[at - 1];
            if (!IsSameSeries(at))
            {
                (SeriesCount, Distinct, isCounted) = (SeriesCount + 1, Distinct + 1, false);
            }
            else if (step > 0)
            {
                (Distinct, isCounted) = (Distinct + 1, false);
                (GapCount, Missing) = step > 1 ? (GapCount + 1, Missing + step - 1) : (GapCount, Missing);
            }
            else if (!isCounted && books.Entries.ScopeOf(_entries[at]) != books.Entries.ScopeOf(_entries[at - 1]))
            {
                (SharedCount, isCounted) = (SharedCount + 1, true);
            }
        }
    }

    private void Sort()
    {
        var items = ArrayPool<Numbered>.Shared.Rent(_length);
        for (var at = 0; at < _length; at++)
        {
            items[at] = ItemAt(at);
        }

        items.AsSpan(0, _length).Sort();
        for (var at = 0; at < _length; at++)
        {
            (_numbers[at], _entries[at]) = (items[at].Number.Number, items[at].Entry);
            if (_series is not null)
            {
                _series[at] = items[at].Number.Series;
            }
        }

        ArrayPool<Numbered>.Shared.Return(items);
    }

    private bool IsSameSeries(int at) => _series is null || _series[at] == _series[at - 1];

    private bool IsGap(int at) => IsSameSeries(at) && _numbers[at] - _numbers[at - 1] > 1;

    private bool IsDouble(int at, RunningBooks books) =>
        books.EntryStates[_entries[at]].HasManyDays || (at > 0 && AreTwins(at - 1, at, books)) || (at + 1 < _length && AreTwins(at, at + 1, books));

    /// <summary>The same number over another day, another amount or another journal.</summary>
    private bool AreTwins(int left, int right, RunningBooks books)
    {
        if (NumberAt(left) != NumberAt(right))
        {
            return false;
        }

        ref var one = ref books.EntryStates[_entries[left]];
        ref var other = ref books.EntryStates[_entries[right]];
        return one.Day != other.Day || one.Debit != other.Debit || one.Credit != other.Credit
            || books.Entries.ScopeOf(_entries[left]) != books.Entries.ScopeOf(_entries[right]);
    }
}

/// <summary>An entry under its number.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Numbered(RunningNumber Number, int Entry) : IComparable<Numbered>
{
    public int CompareTo(Numbered other) => Number.Series != other.Number.Series ? Number.Series.CompareTo(other.Number.Series)
        : Number.Number != other.Number.Number ? Number.Number.CompareTo(other.Number.Number) : Entry.CompareTo(other.Entry);

    public static bool operator <(Numbered left, Numbered right) => left.CompareTo(right) < 0;

    public static bool operator >(Numbered left, Numbered right) => left.CompareTo(right) > 0;

    public static bool operator <=(Numbered left, Numbered right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Numbered left, Numbered right) => left.CompareTo(right) >= 0;
}

/// <summary>Reads the number of an entry in some way; null when it cannot be read so.</summary>
internal delegate RunningNumber? ReadNumber(int entry);
