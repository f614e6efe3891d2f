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
    {
        Names = names;
        var sorted = Merged(sequences).OrderByDescending(variant => variant.Value).ThenBy(variant => variant.Key, new ByNames(names)).ToList();
        _cases = [.. sorted.Select(variant => variant.Value)];
        _starts = new int[sorted.Count + 1];
        for (var i = 0; i < sorted.Count; i++)
        {
            _starts[i + 1] = _starts[i] + sorted[i].Key.Length;
            CaseCount += sorted[i].Value;
        }

        _activities = [.. sorted.SelectMany(variant => variant.Key)];
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

    private Dictionary<int[], int> Merged(IEnumerable<(int[] Activities, int Cases)> sequences)
    {
        var counts = new Dictionary<int[], int>(new SameSequence());
        foreach (var (activities, cases) in sequences)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
            foreach (var activity in activities)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(activity);
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(activity, Names.Count);
            }

            counts[activities] = counts.GetValueOrDefault(activities) + cases;
        }

        return counts;
    }

    private sealed class SameSequence : IEqualityComparer<int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj)
        {
            var hash = new HashCode();
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(obj.AsSpan()));
            return hash.ToHashCode();
        }
    }

    private sealed class ByNames(NameTable names) : IComparer<int[]>
    {
        public int Compare(int[]? x, int[]? y)
        {
            var common = Math.Min(x!.Length, y!.Length);
            for (var i = 0; i < common; i++)
            {
                if (x[i] != y[i])
                {
                    return string.CompareOrdinal(names[x[i]], names[y[i]]);
                }
            }

            return x.Length.CompareTo(y.Length);
        }
    }
}
