namespace Pupitre.Deliverables.Fec;

/// <summary>Entries of one run of numbers, ascending by the digits of their number.</summary>
internal sealed class NumberedEntries
{
    private readonly long[] _numbers;
    private readonly int[] _entries;

    private NumberedEntries(long[] numbers, int[] entries)
    {
        (_numbers, _entries) = (numbers, entries);
        // Nearly always they are in order already.
        if (!IsSorted())
        {
            Array.Sort(_numbers, _entries);
        }

        Distinct = _numbers.Length == 0 ? 0 : 1;
        for (var at = 1; at < _numbers.Length; at++)
        {
            Distinct += _numbers[at] == _numbers[at - 1] ? 0 : 1;
        }
    }

    /// <summary>How many different numbers.</summary>
    public int Distinct { get; }

    /// <summary>How many numbers from the smallest to the greatest.</summary>
    public decimal Range => _numbers.Length == 0 ? 0 : (decimal)_numbers[^1] - _numbers[0] + 1;

    /// <summary>The entries whose number holds digits, journal by journal.</summary>
    public static List<NumberedEntries> ByJournal(RunningBooks books, DigitsOf digits)
    {
        // Counted first, so that large arrays are made once and of their size.
        var counts = new int[books.Journals.Count];
        for (var entry = 0; entry < books.Entries.Count; entry++)
        {
            counts[books.Entries.ScopeOf(entry)] += digits(books.Entries[entry]) is null ? 0 : 1;
        }

        var journals = Array.ConvertAll(counts, count => (Numbers: new long[count], Entries: new int[count]));
        Array.Clear(counts);
        for (var entry = 0; entry < books.Entries.Count; entry++)
        {
            var journal = books.Entries.ScopeOf(entry);
            if (digits(books.Entries[entry]) is { } number)
            {
                var at = counts[journal]++;
                (journals[journal].Numbers[at], journals[journal].Entries[at]) = (number, entry);
            }
        }

        return [.. journals.Where(journal => journal.Numbers.Length > 0).Select(journal => new NumberedEntries(journal.Numbers, journal.Entries))];
    }

    /// <summary>All together; null when some number must occur in two journals, since there are fewer in their range than are used.</summary>
    public static NumberedEntries? Together(List<NumberedEntries> journals)
    {
        var range = (decimal)journals.Max(journal => journal._numbers[^1]) - journals.Min(journal => journal._numbers[0]) + 1;
        if (journals.Sum(journal => (long)journal.Distinct) > range)
        {
            return null;
        }

        var (numbers, entries, at) = (new long[journals.Sum(journal => journal._numbers.Length)], new int[journals.Sum(journal => journal._entries.Length)], 0);
        foreach (var journal in journals)
        {
            journal._numbers.CopyTo(numbers, at);
            journal._entries.CopyTo(entries, at);
            at += journal._entries.Length;
        }

        return new(numbers, entries);
    }

    /// <summary>Entries of one number under several dates, or of several entries that differ only by the letters of their number.</summary>
    public IEnumerable<int> Doubles(RunningBooks books) => Enumerable.Range(0, _entries.Length).Where(at => IsDouble(at, books)).Select(at => _entries[at]);

    public long DoubledNumbers(RunningBooks books) =>
        Enumerable.Range(0, _entries.Length).Where(at => IsDouble(at, books)).Select(at => _numbers[at]).Distinct().LongCount();

    /// <summary>The entries before which numbers are missing.</summary>
    public IEnumerable<int> Gaps() => Enumerable.Range(1, Math.Max(0, _entries.Length - 1)).Where(at => _numbers[at] > _numbers[at - 1] + 1).Select(at => _entries[at]);

    /// <summary>How many numbers are missing.</summary>
    public decimal Missing() => Range - Distinct;

    /// <summary>Entries validated before one that bears a smaller number.</summary>
    public IEnumerable<int> Disorder(RunningBooks books)
    {
        var latest = 0;
        foreach (var entry in _entries)
        {
            var valid = books.EntryStates[entry].ValidDay;
            if (valid > 0 && valid < latest)
            {
                yield return entry;
            }

            latest = Math.Max(latest, valid);
        }
    }

    private bool IsSorted()
    {
        for (var at = 1; at < _numbers.Length; at++)
        {
            if (_numbers[at] < _numbers[at - 1])
            {
                return false;
            }
        }

        return true;
    }

    private bool IsDouble(int at, RunningBooks books) =>
        books.EntryStates[_entries[at]].HasManyDays || (at > 0 && AreTwins(at - 1, at, books)) || (at + 1 < _entries.Length && AreTwins(at, at + 1, books));

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
