namespace Pupitre.Mining;

/// <summary>
/// The distinct sequences of activities of a log, each with the number of cases that took it: all that discovery and conformance need to
/// know of a log. Most frequent first; among equals by the names of their activities, ordinally, a beginning before what continues it.
/// </summary>
/// <remarks>
/// A case without events is the empty sequence. Sequences lie one after the other in one array: <see cref="this"/> gives a span over it,
/// nothing is copied. Immutable.
/// </remarks>
public sealed class VariantTable
{
    private readonly int[] _activities;
    private readonly int[] _starts;
    private readonly int[] _cases;

    /// <summary>Takes sequences in any order, distinct or not, and keeps each once with the sum of its cases.</summary>
    /// <param name="names">What the numbers in the sequences mean.</param>
    /// <param name="sequences">Numbers of activities, with the number of cases that took them (1 or more).</param>
    /// <exception cref="ArgumentOutOfRangeException">A number has no name, or a count is below 1.</exception>
    public VariantTable(NameTable names, IEnumerable<(int[] Activities, int Cases)> sequences)
        : this(names, Merged(names, sequences), out _)
    {
    }

    /// <summary>Sorts what was counted.</summary>
    /// <param name="names">What the numbers in the sequences mean.</param>
    /// <param name="count">The sequences with their cases.</param>
    /// <param name="places">For each number of a sequence in <paramref name="count"/> its place in this table.</param>
    internal VariantTable(NameTable names, VariantCount count, out int[] places)
    {
        Names = names;
        var sorted = Sorted(names, count);
        places = new int[sorted.Length];
        _cases = new int[sorted.Length];
        _starts = new int[sorted.Length + 1];
        for (var i = 0; i < sorted.Length; i++)
        {
            places[sorted[i]] = i;
            _cases[i] = count.CasesOf(sorted[i]);
            _starts[i + 1] = _starts[i] + count[sorted[i]].Length;
            CaseCount += _cases[i];
        }

        _activities = new int[_starts[^1]];
        for (var i = 0; i < sorted.Length; i++)
        {
            count[sorted[i]].CopyTo(_activities.AsSpan(_starts[i]));
        }
    }

    private VariantTable(VariantTable known, int[] cases)
    {
        (Names, _activities, _starts, _cases) = (known.Names, known._activities, known._starts, cases);
        CaseCount = cases.Sum(count => (long)count);
    }

    /// <summary>The names of the activities. It may hold names that no sequence uses.</summary>
    public NameTable Names { get; }

    /// <summary>How many distinct sequences there are.</summary>
    public int Count => _cases.Length;

    /// <summary>How many cases took them together.</summary>
    public long CaseCount { get; }

    /// <summary>The activities of a variant, by number in <see cref="Names"/>.</summary>
    public ReadOnlySpan<int> this[int variant] => _activities.AsSpan(_starts[variant], _starts[variant + 1] - _starts[variant]);

    /// <summary>How many cases took a variant: 1 or more.</summary>
    public int CasesOf(int variant) => _cases[variant];

    /// <summary>The same sequences under the same numbers, of which only some cases are counted; a sequence may then have none.</summary>
    internal VariantTable Counting(ReadOnlySpan<int> cases)
    {
        if (cases.Length != Count)
        {
            throw new ArgumentException("There is one number of cases for each variant.", nameof(cases));
        }

        for (var variant = 0; variant < Count; variant++)
        {
            if (cases[variant] < 0 || cases[variant] > _cases[variant])
            {
                throw new ArgumentException("No more cases of a variant are counted than there are.", nameof(cases));
            }
        }

        return new(this, cases.ToArray());
    }

    private static VariantCount Merged(NameTable names, IEnumerable<(int[] Activities, int Cases)> sequences)
    {
        var count = new VariantCount();
        foreach (var (activities, cases) in sequences)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
            foreach (var activity in activities)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(activity);
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(activity, names.Count);
            }

            count.Add(activities, cases);
        }

        return count;
    }

    private static int[] Sorted(NameTable names, VariantCount count)
    {
        var ranks = names.Ranks();
        var sorted = new int[count.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = i;
        }

        Array.Sort(sorted, (one, other) => count.CasesOf(one) != count.CasesOf(other) ? count.CasesOf(other).CompareTo(count.CasesOf(one)) : Compare(count[one], count[other], ranks));
        return sorted;
    }

    private static int Compare(ReadOnlySpan<int> one, ReadOnlySpan<int> other, int[] ranks)
    {
        var common = one.CommonPrefixLength(other);
        return common < one.Length && common < other.Length ? ranks[one[common]].CompareTo(ranks[other[common]]) : one.Length.CompareTo(other.Length);
    }
}
