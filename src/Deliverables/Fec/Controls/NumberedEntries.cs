using System.Buffers;

namespace Pupitre.Deliverables.Fec;

/// <summary>Entries of one run of numbers, ascending by the digits of their number. Its memory is lent: the next check takes it over.</summary>
internal sealed class NumberedEntries : IDisposable
{
    private readonly long[] _numbers;
    private readonly int[] _entries;
    private int _length;

    private NumberedEntries(int most) => (_numbers, _entries) = (ArrayPool<long>.Shared.Rent(most), ArrayPool<int>.Shared.Rent(most));

    /// <summary>How many different numbers.</summary>
    public int Distinct { get; private set; }

    /// <summary>How many numbers from the smallest to the greatest.</summary>
    public decimal Range => _length == 0 ? 0 : (decimal)Last - First + 1;

    private long First => _numbers[0];

    private long Last => _numbers[_length - 1];

    /// <summary>The entries whose number holds digits, journal by journal.</summary>
    public static List<NumberedEntries> ByJournal(RunningBooks books, DigitsOf digits)
    {
        var journals = new List<NumberedEntries>();
        for (var journal = 0; journal < books.Journals.Count; journal++)
        {
            journals.Add(new(checked((int)books.JournalStates[journal].Entries)));
        }

        for (var entry = 0; entry < books.Entries.Count; entry++)
        {
            if (digits(books.Entries[entry]) is { } number)
            {
                journals[books.Entries.ScopeOf(entry)].Add(number, entry);
            }
        }

        foreach (var empty in journals.FindAll(journal => journal._length == 0))
        {
            journals.Remove(empty);
            empty.Dispose();
        }

        journals.ForEach(journal => journal.Order());
        return journals;
    }

    /// <summary>All together; null when some number must occur in two journals, since there are fewer in their range than are used.</summary>
    public static NumberedEntries? Together(List<NumberedEntries> journals)
    {
        var range = (decimal)journals.Max(journal => journal.Last) - journals.Min(journal => journal.First) + 1;
        if (journals.Sum(journal => (long)journal.Distinct) > range)
        {
            return null;
        }

        var whole = new NumberedEntries(journals.Sum(journal => journal._length));
        foreach (var journal in journals)
        {
            journal._numbers.AsSpan(0, journal._length).CopyTo(whole._numbers.AsSpan(whole._length));
            journal._entries.AsSpan(0, journal._length).CopyTo(whole._entries.AsSpan(whole._length));
            whole._length += journal._length;
        }

        whole.Order();
        return whole;
    }

    /// <summary>Entries of one number under several dates, or of several entries that differ only by the letters of their number.</summary>
    public IEnumerable<int> Doubles(RunningBooks books)
    {
        for (var at = 0; at < _length; at++)
        {
            if (IsDouble(at, books))
            {
                yield return _entries[at];
            }
        }
    }

    public long DoubledNumbers(RunningBooks books) =>
        Enumerable.Range(0, _length).Where(at => IsDouble(at, books)).Select(at => _numbers[at]).Distinct().LongCount();

    /// <summary>The entries before which numbers are missing.</summary>
    public IEnumerable<int> Gaps()
    {
        for (var at = 1; at < _length; at++)
        {
            if (_numbers[at] > _numbers[at - 1] + 1)
            {
                yield return _entries[at];
            }
        }
    }

    /// <summary>How many numbers are missing.</summary>
    public decimal Missing() => Range - Distinct;

    /// <summary>Entries validated before one that bears a smaller number.</summary>
    public IEnumerable<int> Disorder(RunningBooks books)
    {
        var latest = 0;
        for (var at = 0; at < _length; at++)
        {
            var entry = _entries[at];
            var valid = books.EntryStates[entry].ValidDay;
            if (valid > 0 && valid < latest)
            {
                yield return entry;
            }

            latest = Math.Max(latest, valid);
        }
    }

    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(_numbers);
        ArrayPool<int>.Shared.Return(_entries);
    }

    private void Add(long number, int entry)
    {
        (_numbers[_length], _entries[_length]) = (number, entry);
        _length++;
    }

    private void Order()
    {
        var numbers = _numbers.AsSpan(0, _length);
        // Nearly always they are in order already.
        if (!IsSorted(numbers))
        {
            numbers.Sort(_entries.AsSpan(0, _length));
        }

        Distinct = 1;
        for (var at = 1; at < numbers.Length; at++)
        {
            Distinct += numbers[at] == numbers[at - 1] ? 0 : 1;
        }
    }

    private static bool IsSorted(ReadOnlySpan<long> numbers)
    {
        for (var at = 1; at < numbers.Length; at++)
        {
            if (numbers[at] < numbers[at - 1])
            {
                return false;
            }
        }

        return true;
    }

    private bool IsDouble(int at, RunningBooks books) =>
        books.EntryStates[_entries[at]].HasManyDays || (at > 0 && AreTwins(at - 1, at, books)) || (at + 1 < _length && AreTwins(at, at + 1, books));

    /// <summary>The same number over another day or amount.</summary>
    private bool AreTwins(int left, int right, RunningBooks books)
    {
        if (_numbers[left] != _numbers[right])
        {
            return false;
        }

        ref var one = ref books.EntryStates[_entries[left]];
        ref var other = ref books.EntryStates[_entries[right]];
        return one.Day != other.Day || one.Debit != other.Debit || one.Credit != other.Credit;
    }
}

/// <summary>The digits of an entry number as a number; null when it has none, or too many.</summary>
internal delegate long? DigitsOf(ReadOnlySpan<byte> number);
