using System.Collections.Immutable;

namespace Pupitre.Deliverables.Fec;

/// <summary>Counts lines and keeps the numbers of the first ones.</summary>
internal sealed class LineTally
{
    private readonly List<long> _first = [];

    public long Count { get; private set; }

    public ImmutableArray<long> Lines => [.. _first];

    public void Add(long line)
    {
        Count++;
        if (_first.Count < FecReport.MostLines)
        {
            _first.Add(line);
        }
    }

    public void AddIf(bool condition, long line)
    {
        if (condition)
        {
            Add(line);
        }
    }
}
