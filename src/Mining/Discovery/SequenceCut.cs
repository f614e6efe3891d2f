namespace Pupitre.Mining;

/// <summary>
/// Parts of which each can reach all later ones and no earlier one. Looked for between the strongly connected components in their order: a
/// place between two of them is a border when all before it reach all after it, that is when each of the last before it leads directly to
/// each of the first after it.
/// </summary>
internal sealed class SequenceCut
{
    private readonly Neighbours _after;
    private readonly Neighbours _before;
    private readonly bool[] _isLast;
    private readonly bool[] _isFirst;
    private readonly int[] _missing;
    private long _lasts;
    private long _firsts;
    private long _edges;

    private SequenceCut(Neighbours graph)
    {
        (_after, _before) = (graph, graph.Reversed());
        (_isLast, _isFirst, _missing) = (new bool[graph.Count], new bool[graph.Count], new int[graph.Count]);
        for (var node = 0; node < graph.Count; node++)
        {
            _missing[node] = _before[node].Length;
            _isFirst[node] = _missing[node] == 0;
            _firsts += _isFirst[node] ? 1 : 0;
        }
    }

    /// <summary>The part of each activity, in order; all 0 when there is no such cut.</summary>
    public static int[] PartsOf(FollowGraph graph)
    {
        var (components, componentOf) = graph.Out.Condensed();
        var cut = new SequenceCut(components);
        var parts = new int[components.Count];
        var part = 0;
        for (var component = 0; component < components.Count; component++)
        {
            parts[component] = part;
            cut.Pass(component);
            part += cut._edges == cut._lasts * cut._firsts ? 1 : 0;
        }

        return [.. componentOf.Select(component => parts[component])];
    }

    /// <summary>Moves a component from after the border to before it.</summary>
    private void Pass(int component)
    {
        _isFirst[component] = false;
        _firsts--;
        _edges -= Count(_before[component], _isLast);
        foreach (var before in _before[component])
        {
            if (_isLast[before])
            {
                _isLast[before] = false;
                _lasts--;
                _edges -= Count(_after[before], _isFirst);
            }
        }

        _isLast[component] = true;
        _lasts++;
        foreach (var after in _after[component])
        {
            if (--_missing[after] == 0)
            {
                _isFirst[after] = true;
                _firsts++;
                _edges += Count(_before[after], _isLast);
            }
        }
    }

    private static int Count(ReadOnlySpan<int> nodes, bool[] marked)
    {
        var count = 0;
        foreach (var node in nodes)
        {
            count += marked[node] ? 1 : 0;
        }

        return count;
    }
}
