using System.Buffers;
using System.Runtime.InteropServices;

namespace Pupitre.Deliverables.Fec;

/// <summary>Entries of one run of numbers, ascending by series and number. Its memory is lent: the next check takes it over.</summary>
internal sealed class NumberedEntries : IDisposable
{
    private readonly Numbered[] _entries;
    private int _length;

    private NumberedEntries(int most) => _entries = ArrayPool<Numbered>.Shared.Rent(most);

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
            journals.Add(new(checked((int)books.JournalStates[journal].Entries)));
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
        var whole = new NumberedEntries(journals.Sum(journal => journal._length));
        foreach (var journal in journals)
        {
            journal._entries.AsSpan(0, journal._length).CopyTo(whole._entries.AsSpan(whole._length));
            whole._length += journal._length;
        }

        whole.Order(books);
        return whole;
    }

    /// <summary>The same entries, their numbers read otherwise; the few that cannot be read so stand apart as they were. Null when those are not few.</summary>
    public NumberedEntries? ReadAs(ReadNumber read, double leastShare, RunningBooks books)
    {
        var again = new NumberedEntries(_length);
        var apart = 0;
        foreach (var item in _entries.AsSpan(0, _length))
        {
            var number = read(item.Entry);
            apart += number is null ? 1 : 0;
            again.Add(number ?? item.Number, item.Entry);
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
                doubles.Add(_entries[at].Entry);
            }
        }

        return doubles;
    }

    public long DoubledNumbers(RunningBooks books) =>
        Enumerable.Range(0, _length).Where(at => IsDouble(at, books)).Select(at => _entries[at].Number).Distinct().LongCount();

    /// <summary>The entries before which numbers are missing.</summary>
    public List<int> Gaps()
    {
        var gaps = new List<int>(GapCount);
        for (var at = 1; at < _length; at++)
        {
            if (IsGap(at))
            {
                gaps.Add(_entries[at].Entry);
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
            var valid = books.EntryStates[_entries[at].Entry].ValidDay;
            if (valid > 0 && valid < latest)
            {
                disorder.Add(_entries[at].Entry);
            }

            latest = Math.Max(latest, valid);
        }

        return disorder;
    }

    public void Dispose() => ArrayPool<Numbered>.Shared.Return(_entries);

    private void Add(RunningNumber number, int entry) => _entries[_length++] = new(number, entry);

    private void Order(RunningBooks books)
    {
        // Nearly always they are in order already.
        if (!IsSorted())
        {
            _entries.AsSpan(0, _length).Sort();
        }

        (Distinct, SeriesCount) = _length == 0 ? (0, 0) : (1, 1);
        var isCounted = false;
        for (var at = 1; at < _length; at++)
        {
            var isSame = IsSameSeries(at);
            SeriesCount += isSame ? 0 : 1;
            Distinct += isSame && _entries[at].Number.Number == _entries[at - 1].Number.Number ? 0 : 1;
            GapCount += IsGap(at) ? 1 : 0;
            Missing += IsGap(at) ? (decimal)_entries[at].Number.Number - _entries[at - 1].Number.Number - 1 : 0;
            isCounted &= _entries[at].Number == _entries[at - 1].Number;
            if (!isCounted && IsShared(at, books))
            {
                SharedCount++;
                isCounted = true;
            }
        }
    }

    private bool IsSorted()
    {
        for (var at = 1; at < _length; at++)
        {
            if (_entries[at].CompareTo(_entries[at - 1]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSameSeries(int at) => _entries[at].Number.Series == _entries[at - 1].Number.Series;

    private bool IsGap(int at) => IsSameSeries(at) && _entries[at].Number.Number > _entries[at - 1].Number.Number + 1;

    private bool IsShared(int at, RunningBooks books) => _entries[at].Number == _entries[at - 1].Number
        && books.Entries.ScopeOf(_entries[at].Entry) != books.Entries.ScopeOf(_entries[at - 1].Entry);

    private bool IsDouble(int at, RunningBooks books) =>
        books.EntryStates[_entries[at].Entry].HasManyDays || (at > 0 && AreTwins(at - 1, at, books)) || (at + 1 < _length && AreTwins(at, at + 1, books));

    /// <summary>The same number over another day, another amount or another journal.</summary>
    private bool AreTwins(int left, int right, RunningBooks books)
    {
        if (_entries[left].Number != _entries[right].Number)
        {
            return false;
        }

        ref var one = ref books.EntryStates[_entries[left].Entry];
        ref var other = ref books.EntryStates[_entries[right].Entry];
        return one.Day != other.Day || one.Debit != other.Debit || one.Credit != other.Credit
            || books.Entries.ScopeOf(_entries[left].Entry) != books.Entries.ScopeOf(_entries[right].Entry);
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
