using System.Runtime.InteropServices;

namespace Pupitre.Recognition.Tables;

/// <summary>Merged cells of a sheet: the value of the first stands in all of them.</summary>
internal sealed class MergedCells
{
    /// <summary>More than people merge by hand; the rest stays as it is.</summary>
    private const int MaxRanges = 100_000;

    private readonly List<Range> _ranges = [];
    private readonly List<(Range Range, string Value)> _open = [];
    private int _next;
    private bool _isSorted;

    /// <param name="reference">Such as <c>A2:A5</c>.</param>
    public void Add(string? reference)
    {
        var ends = reference?.Split(':');
        if (ends is [var from, var to] && ColumnOf(from) is { } left && ColumnOf(to) is { } right && RowOf(from) is { } top && RowOf(to) is { } bottom && _ranges.Count < MaxRanges)
        {
            _ranges.Add(new Range(top, bottom, left, Math.Min(right, TableReader.MaxColumns - 1)));
        }
    }

    /// <summary>Begins again before the first row.</summary>
    public void Rewind()
    {
        _next = 0;
        _open.Clear();
    }

    /// <summary>Fills the cells of a row; rows come in order.</summary>
    public void Unroll(int row, List<string> cells)
    {
        if (_ranges.Count == 0)
        {
            return;
        }

        if (!_isSorted)
        {
            _ranges.Sort((left, right) => left.Top.CompareTo(right.Top));
            _isSorted = true;
        }

        while (_next < _ranges.Count && _ranges[_next].Top <= row)
        {
            var range = _ranges[_next++];
            if (range.Top == row && range.Left < cells.Count && cells[range.Left].Length > 0)
            {
                _open.Add((range, cells[range.Left]));
            }
        }

        _open.RemoveAll(open => open.Range.Bottom < row);
        foreach (var (range, value) in _open)
        {
            Fill(cells, range, value);
        }
    }

    /// <summary>Place of a column, from 0: <c>AB12</c> is 27.</summary>
    public static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (letter is < 'A' or > 'Z')
            {
                break;
            }

            column = (column * 26) + (letter - 'A' + 1);
        }

        return column is > 0 and < 20_000 ? column - 1 : null;
    }

    private static int? RowOf(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), out var row) ? row : null;

    // A title merged over the whole width stays one cell: only columns are filled down, and narrow ranges across.
    private static void Fill(List<string> cells, Range range, string value)
    {
        if (range.Right > range.Left && range.Top == range.Bottom)
        {
            return;
        }

        for (var column = range.Left; column <= range.Right; column++)
        {
            while (cells.Count <= column)
            {
                cells.Add("");
            }

            cells[column] = cells[column].Length == 0 ? value : cells[column];
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Range(int Top, int Bottom, int Left, int Right);
}
