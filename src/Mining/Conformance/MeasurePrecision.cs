using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>Walks the beginnings of the aligned cases over the states of the model, all states that a beginning can lead to at once.</summary>
internal sealed class MeasurePrecision
{
    /// <summary>States visited, all beginnings together; past it there is no figure.</summary>
    private const long MostVisited = 200_000_000;

    private readonly StateGraph _graph;
    private readonly int[] _seen;
    private readonly int[] _seenLabels;
    private readonly (int[] Starts, StateGraph.Edge[] Edges) _out;
    private int _round;
    private long _visited;
    private long _allowed;
    private long _used;

    private MeasurePrecision(StateGraph graph)
    {
        (_graph, _seen, _seenLabels) = (graph, new int[graph.StateCount], new int[graph.Labels.Count]);
        _out = StateGraph.Rows(graph.InEdges, graph.StateCount, edge => edge.From);
    }

    /// <param name="graph">The model.</param>
    /// <param name="runs">For each solved variant the labels of its run, with its cases.</param>
    /// <param name="token">Stops the work.</param>
    /// <returns>Null when the work passes its limit.</returns>
    /// <exception cref="OperationCanceledException"/>
    public static Precision? Of(StateGraph graph, List<(int[] Labels, int Cases)> runs, CancellationToken token)
    {
        var measure = new MeasurePrecision(graph);
        runs.Sort((one, other) => one.Labels.AsSpan().SequenceCompareTo(other.Labels));
        return measure.Walk(CollectionsMarshal.AsSpan(runs), token)
            ? new(measure._allowed == 0 ? 1 : (double)measure._used / measure._allowed, measure._allowed, measure._used)
            : null;
    }

    /// <summary>Visits every beginning once: runs that share one stand together.</summary>
    private bool Walk(ReadOnlySpan<(int[] Labels, int Cases)> runs, CancellationToken token)
    {
        var states = new List<int[]>();
        var open = new Stack<(int From, int To, int Length)>([(0, runs.Length, 0)]);
        while (open.TryPop(out var part))
        {
            token.ThrowIfCancellationRequested();
            if (_visited > MostVisited)
            {
                return false;
            }

            states.RemoveRange(part.Length, states.Count - part.Length);
            states.Add(part.Length == 0 ? Closed([0]) : Closed(After(states[part.Length - 1], runs[part.From].Labels[part.Length - 1])));
            Weigh(runs[part.From..part.To], part, states[part.Length], open);
        }

        return true;
    }

    /// <summary>Counts what the model allows and what the runs use after their common beginning, and queues the longer beginnings.</summary>
    private void Weigh(ReadOnlySpan<(int[] Labels, int Cases)> runs, (int From, int To, int Length) part, int[] states, Stack<(int From, int To, int Length)> open)
    {
        var (cases, used) = (0L, 0);
        for (var at = 0; at < runs.Length;)
        {
            var first = at;
            for (; at < runs.Length && SameNext(runs[first].Labels, runs[at].Labels, part.Length); at++)
            {
                cases += runs[at].Cases;
            }

            if (runs[first].Labels.Length > part.Length)
            {
                used++;
                open.Push((part.From + first, part.From + at, part.Length + 1));
            }
        }

        _used += cases * used;
        _allowed += cases * Allowed(states);
    }

    private static bool SameNext(int[] one, int[] other, int at) => at < one.Length ? at < other.Length && one[at] == other[at] : at >= other.Length;

    private int Allowed(int[] states)
    {
        var (allowed, round) = (0, ++_round);
        foreach (var state in states)
        {
            foreach (var edge in OutOf(state))
            {
                if (_graph.LabelOfTransition[edge.Transition] is >= 0 and var label && _seenLabels[label] != round)
                {
                    _seenLabels[label] = round;
                    allowed++;
                }
            }
        }

        return allowed;
    }

    private List<int> After(int[] states, int label)
    {
        var (after, round) = (new List<int>(), ++_round);
        foreach (var state in states)
        {
            foreach (var edge in OutOf(state))
            {
                if (_graph.LabelOfTransition[edge.Transition] == label && _seen[edge.To] != round)
                {
                    _seen[edge.To] = round;
                    after.Add(edge.To);
                }
            }
        }

        return after;
    }

    /// <summary>Adds what silent steps lead to.</summary>
    private int[] Closed(List<int> states)
    {
        var round = ++_round;
        states.ForEach(state => _seen[state] = round);
        for (var at = 0; at < states.Count; at++)
        {
            foreach (var edge in OutOf(states[at]))
            {
                if (_graph.LabelOfTransition[edge.Transition] < 0 && _seen[edge.To] != round)
                {
                    _seen[edge.To] = round;
                    states.Add(edge.To);
                }
            }
        }

        _visited += states.Count;
        return [.. states];
    }

    private ReadOnlySpan<StateGraph.Edge> OutOf(int state) => _out.Edges.AsSpan(_out.Starts[state].._out.Starts[state + 1]);
}
