using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>Finds, backwards over the columns of <see cref="CostColumn"/>, the moves of one optimal alignment.</summary>
/// <remarks>
/// Inside a column it searches breadth-first, so that circles of silent steps, which cost nothing, are no trap. A synchronous move is taken
/// before one on the log, and of several edges the first: the same input gives the same alignment.
/// </remarks>
internal sealed class PathBack(StateGraph graph)
{
    private readonly int[] _queue = new int[graph.StateCount];
    private readonly int[] _edgeBehind = new int[graph.StateCount];
    private readonly int[] _seen = new int[graph.StateCount];
    private int _round;

    /// <summary>Walks from the last of some columns to the first of them, which may be those of a part of the sequence only.</summary>
    /// <param name="columns">Columns, the first one before the first of <paramref name="events"/>.</param>
    /// <param name="events">The events between the columns.</param>
    /// <param name="state">Where the walk begins, in the last column.</param>
    /// <param name="moves">Takes the moves, the last one first.</param>
    /// <returns>The state reached in the first column.</returns>
    public int Walk(ReadOnlySpan<int[]> columns, ReadOnlySpan<LabelledEvent> events, int state, List<int> moves)
    {
        for (var at = events.Length; at > 0; at--)
        {
            state = ToTheEvent(columns[at - 1], columns[at], events[at - 1], state, moves);
        }

        return state;
    }

    /// <summary>Walks from a state of the column before any event to the initial marking.</summary>
    public void WalkToStart(int[] column, int state, List<int> moves)
    {
        var (tail, round) = Start(state);
        for (var at = 0; at < tail; at++)
        {
            if (_queue[at] == 0)
            {
                Add(0, state, moves);
                return;
            }

            tail = Behind(column, _queue[at], tail, round);
        }

        throw new InvalidOperationException("The costs do not lead back to the initial marking.");
    }

    private int ToTheEvent(int[] before, int[] after, LabelledEvent happened, int state, List<int> moves)
    {
        var (tail, round) = Start(state);
        for (var at = 0; at < tail; at++)
        {
            var reached = _queue[at];
            if (SynchronousTo(reached, before, after, happened.Label) is var edge && edge >= 0)
            {
                Add(reached, state, moves);
                moves.Add(Move.Synchronous(graph.InEdges[edge].Transition));
                return graph.InEdges[edge].From;
            }

            if (after[reached] == before[reached] + 1)
            {
                Add(reached, state, moves);
                moves.Add(Move.Inserted(happened.Activity));
                return reached;
            }

            tail = Behind(after, reached, tail, round);
        }

        throw new InvalidOperationException("The costs do not lead back to the column before.");
    }

    private (int Tail, int Round) Start(int state)
    {
        _queue[0] = state;
        _seen[state] = ++_round;
        return (1, _round);
    }

    /// <summary>Queues the states from which a step of the model explains the cost of this one.</summary>
    private int Behind(int[] column, int state, int tail, int round)
    {
        for (var at = graph.InStarts[state]; at < graph.InStarts[state + 1]; at++)
        {
            var edge = graph.InEdges[at];
            if (_seen[edge.From] != round && column[edge.From] + graph.Net.Weights[edge.Transition] == column[state])
            {
                _seen[edge.From] = round;
                _edgeBehind[edge.From] = at;
                _queue[tail++] = edge.From;
            }
        }

        return tail;
    }

    private int SynchronousTo(int state, int[] before, int[] after, int label)
    {
        for (var at = label < 0 ? int.MaxValue : graph.InStarts[state]; at < graph.InStarts[state + 1]; at++)
        {
            var edge = graph.InEdges[at];
            if (graph.LabelOfTransition[edge.Transition] == label && before[edge.From] == after[state])
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Adds the steps of the model from <paramref name="from"/> to <paramref name="to"/>, the last one first.</summary>
    private void Add(int from, int to, List<int> moves)
    {
        var first = moves.Count;
        while (from != to)
        {
            var edge = graph.InEdges[_edgeBehind[from]];
            moves.Add(Move.OnModel(edge.Transition, graph.Net.Weights[edge.Transition]));
            from = edge.To;
        }

        moves.Reverse(first, moves.Count - first);
    }
}

/// <summary>An event as an activity of the log and as a label of the model, which is -1 when the model does not know it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LabelledEvent(int Activity, int Label);
