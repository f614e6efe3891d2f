using System.Collections;

namespace Pupitre.Mining;

/// <summary>
/// Names numbered from 0 in the order of their first appearance, each once: activities, transitions, resources or parties of a log.
/// Columns of a log hold the numbers, so that a comparison of names is one of integers.
/// </summary>
/// <remarks>Names are compared by ordinal, exact case. Safe for several readers once nobody adds any more.</remarks>
public sealed class NameTable : IReadOnlyList<string>
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public NameTable()
    {
    }

    /// <summary>A table of these names in this order; a name that comes twice keeps its first number.</summary>
    public NameTable(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Add(name);
        }
    }

    /// <summary>How many names there are; the numbers are 0 to <c>Count - 1</c>.</summary>
    public int Count => _names.Count;

    /// <exception cref="ArgumentOutOfRangeException">No name has that number.</exception>
    public string this[int number] => _names[number];

    /// <summary>The number of a name, or -1 when the table does not hold it.</summary>
    public int NumberOf(ReadOnlySpan<char> name) => _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var number) ? number : -1;

    /// <summary>The number of a name, which is added when the table does not hold it yet.</summary>
    public int Add(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            number = _names.Count;
            _names.Add(name);
            _numbers.Add(name, number);
        }

        return number;
    }

    /// <summary>For each number the place of its name in the ordinal order of all names.</summary>
    internal int[] Ranks()
    {
        var sorted = _names.ToArray();
        var numbers = new int[sorted.Length];
        var ranks = new int[sorted.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i;
        }

        Array.Sort(sorted, numbers, StringComparer.Ordinal);
        for (var i = 0; i < numbers.Length; i++)
        {
            ranks[numbers[i]] = i;
        }

        return ranks;
    }

    public IEnumerator<string> GetEnumerator() => _names.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
