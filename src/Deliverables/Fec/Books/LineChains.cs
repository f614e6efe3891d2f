namespace Pupitre.Deliverables.Fec;

/// <summary>Which lines belong together: for each data line the one before it of the same chain, four bytes a line.</summary>
internal sealed class LineChains : IDisposable
{
    private readonly SegmentedList<int> _before = new();

    /// <summary>Adds a line to the chain that ends with <paramref name="last"/> (0 for none), which then ends with it.</summary>
    public void Add(ref int last, long line)
    {
        var number = checked((int)line);
        _before[number] = last;
        last = number;
    }

    public void Dispose() => _before.Dispose();

    /// <summary>The lines of a chain, ascending.</summary>
    public List<long> Lines(int last)
    {
        var lines = new List<long>();
        for (var line = last; line > 0; line = _before[line])
        {
            lines.Add(line);
        }

        lines.Reverse();
        return lines;
    }

    /// <summary>The first lines of several chains together, ascending.</summary>
    public IEnumerable<long> First(IEnumerable<int> lasts) => lasts.SelectMany(Lines).Order().Take(FecReport.MostLines);
}
