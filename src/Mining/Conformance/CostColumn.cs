using System.Numerics;
using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>
/// Computes columns: the least cost to have aligned the events so far and to stand in each state of a model. The next column costs one visit
/// of each state at most.
/// </summary>
/// <remarks>
/// To leave the event out costs 1 in every state. Against that no state can gain more than 2 (drop the event from the better alignment: the
/// step of the model stays, at a cost of 1), so the 0-1 breadth-first search needs two plain queues: those who gain 2, then those who gain 1.
/// </remarks>
internal sealed class CostColumn(StateGraph graph)
{
    private const int Unreached = int.MaxValue / 2;

    private readonly int[] _gainTwo = new int[graph.StateCount];
    private readonly int[] _gainOne = new int[graph.StateCount];

    /// <summary>The column before any event: the cheapest way of the model to each state.</summary>
    public void Begin(Span<int> column)
    {
        column.Fill(Unreached);
        column[0] = 0;
        var open = new PriorityQueue<int, int>([(0, 0)]);
        while (open.TryDequeue(out var state, out var cost))
        {
            foreach (var edge in cost == column[state] ? OutOf(state) : [])
            {
                var reached = cost + (edge & 1);
                if (reached < column[edge >> 1])
                {
                    column[edge >> 1] = reached;
                    open.Enqueue(edge >> 1, reached);
                }
            }
        }
    }

    /// <summary>The column after one more event.</summary>
    /// <param name="before">The column before it.</param>
    /// <param name="after">Takes the result.</param>
    /// <param name="label">The event's label in the graph, or -1 when the model does not know it.</param>
    public void Advance(ReadOnlySpan<int> before, Span<int> after, int label)
    {
        AddOne(before, after);
        if (label < 0)
        {
            return;
        }

        var (twos, ones) = (0, 0);
        foreach (ref readonly var edge in graph.LabelEdges.AsSpan(graph.LabelStarts[label]..graph.LabelStarts[label + 1]))
        {
            Improve(edge.To, before[edge.From], before, after, ref twos, ref ones);
        }

        for (var at = 0; at < twos; at++)
        {
            Follow(_gainTwo[at], before, after, ref twos, ref ones);
        }

        for (var at = 0; at < ones; at++)
        {
            if (after[_gainOne[at]] == before[_gainOne[at]])
            {
                Follow(_gainOne[at], before, after, ref twos, ref ones);
            }
        }
    }

    private void Follow(int state, ReadOnlySpan<int> before, Span<int> after, ref int twos, ref int ones)
    {
        var cost = after[state];
        foreach (var edge in OutOf(state))
        {
            Improve(edge >> 1, cost + (edge & 1), before, after, ref twos, ref ones);
        }
    }

    private void Improve(int state, int cost, ReadOnlySpan<int> before, Span<int> after, ref int twos, ref int ones)
    {
        if (cost >= after[state])
        {
            return;
        }

        after[state] = cost;
        if (cost < before[state])
        {
            _gainTwo[twos++] = state;
        }
        else
        {
            _gainOne[ones++] = state;
        }
    }

    private ReadOnlySpan<int> OutOf(int state) => graph.OutEdges.AsSpan(graph.OutStarts[state]..graph.OutStarts[state + 1]);

    private static void AddOne(ReadOnlySpan<int> before, Span<int> after)
    {
        var wide = MemoryMarshal.Cast<int, Vector<int>>(before);
        var sums = MemoryMarshal.Cast<int, Vector<int>>(after);
        for (var at = 0; at < wide.Length; at++)
        {
            sums[at] = wide[at] + Vector<int>.One;
        }

        for (var at = wide.Length * Vector<int>.Count; at < before.Length; at++)
        {
            after[at] = before[at] + 1;
        }
    }
}
