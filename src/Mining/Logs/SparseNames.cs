using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>A column of names that many events lack: nothing is held until the first one has one.</summary>
/// <param name="expected">How many rows there will be, as far as that is known.</param>
internal sealed class SparseNames(int expected = 0)
{
    private readonly List<int> _numbers = [];
    private string? _lastName;
    private int _lastNumber;

    public NameTable Names { get; } = new();

    public bool IsEmpty => _numbers.Count == 0;

    /// <summary>Gives row <paramref name="row"/>, the last one or a later one, a name; the rows between have none. A second name of a row replaces the first.</summary>
    public void Add(int row, string? name)
    {
        if (name is null)
        {
            return;
        }

        _numbers.EnsureCapacity(expected);
        while (_numbers.Count <= row)
        {
            _numbers.Add(-1);
        }

        if (!ReferenceEquals(name, _lastName))
        {
            (_lastName, _lastNumber) = (name, Names.Add(name));
        }

        _numbers[row] = _lastNumber;
    }

    /// <summary>Adds the rows of another column behind row <paramref name="rows"/> - 1.</summary>
    public void Append(SparseNames other, int rows)
    {
        if (other.IsEmpty)
        {
            return;
        }

        int[] numbers = [.. other.Names.Select(Names.Add)];
        Complete(rows, evenIfEmpty: true);
        foreach (var number in other._numbers)
        {
            _numbers.Add(number < 0 ? number : numbers[number]);
        }
    }

    /// <summary>The numbers of all rows in another order, or nothing when none has a name.</summary>
    public int[] Sorted(CaseOrder order, int rows)
    {
        Complete(rows);
        return IsEmpty ? [] : order.Sorted(_numbers);
    }

    public int[] ToArray(int rows)
    {
        Complete(rows);
        return [.. _numbers];
    }

    private void Complete(int rows, bool evenIfEmpty = false)
    {
        var known = _numbers.Count;
        if ((known > 0 || evenIfEmpty) && known < rows)
        {
            CollectionsMarshal.SetCount(_numbers, rows);
            CollectionsMarshal.AsSpan(_numbers)[known..].Fill(-1);
        }
    }
}
