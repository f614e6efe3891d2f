using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>
/// Aligns sequences one after the other over the whole state graph of a model, exactly. The columns of a beginning that the next sequence
/// shares are kept: give them in the order of the dictionary.
/// </summary>
/// <remarks>A sequence whose columns don't fit in memory keeps each n-th of them and computes those between a second time on the way back.</remarks>
internal sealed class LayeredAlignment(StateGraph graph, AlignmentLimits limits)
{
    private const int ColumnsPerCheck = 256;

    private readonly int _mostColumns = Math.Max(2, limits.MostKeptCosts / graph.StateCount);
    private readonly CostColumn _column = new(graph);
    private readonly PathBack _back = new(graph);
    private readonly List<int[]> _columns = [];
    private LabelledEvent[] _events = [];
    private int _filled = -1;
    private long _computed;

    /// <summary>Costs of the shortest complete run of the model.</summary>
    public int ShortestRun
    {
        get
        {
            Fill([], CancellationToken.None);
            return _columns[0][graph.Final];
        }
    }

    /// <summary>Aligns one sequence.</summary>
    /// <param name="events">Labels are those of the graph.</param>
    /// <param name="moves">Takes the moves, in order.</param>
    /// <param name="token">Stops the work.</param>
    /// <returns>The cost, or null when a limit stands against it.</returns>
    public int? Align(LabelledEvent[] events, List<int> moves, CancellationToken token)
    {
        var passes = events.Length < _mostColumns ? 1 : 2;
        if (_computed + ((long)passes * events.Length * graph.StateCount) > limits.MostCosts)
        {
            return null;
        }

        var first = moves.Count;
        var cost = events.Length < _mostColumns ? AlignWhole(events, moves, token) : AlignInBlocks(events, moves, token);
        moves.Reverse(first, moves.Count - first);
        return cost;
    }

    private int AlignWhole(LabelledEvent[] events, List<int> moves, CancellationToken token)
    {
        Fill(events, token);
        _back.WalkToStart(_columns[0], _back.Walk(CollectionsMarshal.AsSpan(_columns), events, graph.Final, moves), moves);
        return _columns[events.Length][graph.Final];
    }

    private void Fill(LabelledEvent[] events, CancellationToken token)
    {
        while (_columns.Count <= events.Length)
        {
            _columns.Add(new int[graph.StateCount]);
        }

        if (_filled < 0)
        {
            _column.Begin(_columns[0]);
            _filled = 0;
        }

        var shared = Math.Min(_filled, events.AsSpan().CommonPrefixLength(_events));
        Advance(CollectionsMarshal.AsSpan(_columns)[shared..], events.AsSpan(shared), token);
        (_events, _filled) = (events, events.Length);
    }

    private int? AlignInBlocks(LabelledEvent[] events, List<int> moves, CancellationToken token)
    {
        var length = (int)Math.Ceiling(Math.Sqrt(events.Length));
        var blocks = (events.Length + length - 1) / length;
        if (blocks + length + 1 > _mostColumns)
        {
            return null;
        }

        Fill([], token);
        _columns.RemoveRange(1, _columns.Count - 1);
        var block = Enumerable.Range(0, length + 1).Select(_ => new int[graph.StateCount]).ToArray();
        var begins = new int[blocks + 1][];
        begins[0] = _columns[0];
        for (var at = 0; at < blocks; at++)
        {
            begins[at + 1] = [.. FillBlock(block, begins[at], Part(events, at, length), token)];
        }

        var state = graph.Final;
        for (var at = blocks - 1; at >= 0; at--)
        {
            FillBlock(block, begins[at], Part(events, at, length), token);
            state = _back.Walk(block, Part(events, at, length), state, moves);
        }

        _back.WalkToStart(_columns[0], state, moves);
        return begins[blocks][graph.Final];
    }

    private static ReadOnlySpan<LabelledEvent> Part(LabelledEvent[] events, int block, int length) => events.AsSpan(block * length, Math.Min(length, events.Length - (block * length)));

    private int[] FillBlock(int[][] block, int[] begin, ReadOnlySpan<LabelledEvent> events, CancellationToken token)
    {
        begin.CopyTo(block[0], 0);
        Advance(block, events, token);
        return block[events.Length];
    }

    private void Advance(ReadOnlySpan<int[]> columns, ReadOnlySpan<LabelledEvent> events, CancellationToken token)
    {
        for (var at = 0; at < events.Length; at++)
        {
            if (at % ColumnsPerCheck == 0)
            {
                token.ThrowIfCancellationRequested();
            }

            _column.Advance(columns[at], columns[at + 1], events[at].Label);
        }

        _computed += (long)events.Length * graph.StateCount;
    }
}
