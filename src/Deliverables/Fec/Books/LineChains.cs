namespace Pupitre.Deliverables.Fec;

/// <summary>Which records belong together: for each the one before it of the same chain, four bytes a record.</summary>
internal sealed class LineChains : IDisposable
{
    private readonly SegmentedList<int> _before = new();

    /// <summary>Adds a record to the chain that ends with <paramref name="last"/> (0 for none), which then ends with it.</summary>
    public void Add(ref int last, long line)
    {
        var number = checked((int)line);
        _before[number] = last;
        last = number;
    }

    public void Dispose() => _before.Dispose();

    /// <summary>The first records of several chains together, ascending.</summary>
    public IEnumerable<long> First(IEnumerable<int> lasts) => lasts.SelectMany(Records).Order().Take(FecReport.MostLines);

    private List<long> Records(int last)
    {
        var records = new List<long>();
        for (var record = last; record > 0; record = _before[record])
        {
            records.Add(record);
        }

        return records;
    }
}
