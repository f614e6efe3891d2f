using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>
/// All markings that a net can reach and from which it can still finish, with the steps between them. States are numbered from 0, the
/// initial marking first.
/// </summary>
/// <remarks>Immutable. Edges lie in compressed rows: those of state s are the positions <c>Starts[s]</c> to <c>Starts[s + 1]</c>.</remarks>
internal sealed class StateGraph
{
    private StateGraph(CompiledNet net, int states, int final, List<Edge> edges, bool[] fired)
    {
        (Net, StateCount, Final, Fired) = (net, states, final, fired);
        (InStarts, InEdges) = Rows(CollectionsMarshal.AsSpan(edges), states, edge => edge.To);
        var moves = edges.FindAll(edge => edge.From != edge.To);
        (OutStarts, var outgoing) = Rows(CollectionsMarshal.AsSpan(moves), states, edge => edge.From);
        OutEdges = [.. outgoing.Select(edge => (edge.To << 1) | net.Weights[edge.Transition])];
        Labels = new(edges.Select(edge => LabelOf(edge.Transition)).OfType<string>());
        LabelOfTransition = [.. net.Net.Transitions.Select(transition => transition.Label is null ? -1 : Labels.NumberOf(transition.Label))];
        var labelled = edges.FindAll(edge => LabelOfTransition[edge.Transition] >= 0);
        (LabelStarts, LabelEdges) = Rows(CollectionsMarshal.AsSpan(labelled), Labels.Count, edge => LabelOfTransition[edge.Transition]);
    }

    public CompiledNet Net { get; }

    public int StateCount { get; }

    /// <summary>The state of the final marking.</summary>
    public int Final { get; }

    /// <summary>By transition: whether it can ever fire. One that cannot is dead.</summary>
    public bool[] Fired { get; }

    /// <summary>Labels that can still occur on the way to the end.</summary>
    public NameTable Labels { get; }

    /// <summary>By transition: the number of its label in <see cref="Labels"/>, or -1.</summary>
    public int[] LabelOfTransition { get; }

    public int[] InStarts { get; }

    /// <summary>Edges by the state that they lead to.</summary>
    public Edge[] InEdges { get; }

    public int[] OutStarts { get; }

    /// <summary>Edges by the state that they leave, as <c>to * 2 + cost</c> of the step on the model alone; those that lead nowhere else are not listed.</summary>
    public int[] OutEdges { get; }

    public int[] LabelStarts { get; }

    /// <summary>Edges by their label.</summary>
    public Edge[] LabelEdges { get; }

    /// <summary>Builds the graph.</summary>
    /// <returns>Null when it passes a limit: the net has too many reachable markings, or is unbounded.</returns>
    /// <exception cref="UnusableModel">The whole graph is known, and no way leads from the initial to the final marking.</exception>
    /// <exception cref="OperationCanceledException"/>
    public static StateGraph? Of(CompiledNet net, AlignmentLimits limits, CancellationToken token)
    {
        var markings = new MarkingTable(net.PlaceCount, limits.MostMarkings);
        var fired = new bool[net.TransitionCount];
        if (Explore(net, markings, fired, limits.MostEdges, token) is not { } edges)
        {
            return null;
        }

        var final = markings.NumberOf(net.Final);
        var numbers = final < 0 ? [] : NumbersOfThoseThatFinish(edges, markings.Count, final);
        if (final < 0 || numbers[0] < 0)
        {
            throw new UnusableModel(Texts.Model_NeverFinishes.Filled(markings.Count));
        }

        var kept = edges.FindAll(edge => numbers[edge.From] >= 0 && numbers[edge.To] >= 0).ConvertAll(edge => edge with { From = numbers[edge.From], To = numbers[edge.To] });
        return new(net, numbers.Count(number => number >= 0), numbers[final], kept, fired);
    }

    private static List<Edge>? Explore(CompiledNet net, MarkingTable markings, bool[] fired, int mostEdges, CancellationToken token)
    {
        var edges = new List<Edge>();
        var after = new byte[net.PlaceCount];
        if (markings.Add(net.Initial) < 0)
        {
            return null;
        }

        for (var state = 0; state < markings.Count; state++)
        {
            token.ThrowIfCancellationRequested();
            for (var transition = 0; transition < net.TransitionCount; transition++)
            {
                if (!net.IsEnabled(transition, markings[state]))
                {
                    continue;
                }

                var to = net.Fire(transition, markings[state], after) ? markings.Add(after) : -1;
                if (to < 0 || edges.Count == mostEdges)
                {
                    return null;
                }

                fired[transition] = true;
                edges.Add(new(state, to, transition));
            }
        }

        return edges;
    }

    /// <summary>By marking: its number among those from which the final one can be reached, or -1. The order is kept.</summary>
    private static int[] NumbersOfThoseThatFinish(List<Edge> edges, int markings, int final)
    {
        var (starts, incoming) = Rows(CollectionsMarshal.AsSpan(edges), markings, edge => edge.To);
        var numbers = new int[markings];
        Array.Fill(numbers, -1);
        var open = new Stack<int>([final]);
        numbers[final] = 0;
        while (open.TryPop(out var state))
        {
            foreach (var edge in incoming.AsSpan(starts[state], starts[state + 1] - starts[state]))
            {
                if (numbers[edge.From] < 0)
                {
                    numbers[edge.From] = 0;
                    open.Push(edge.From);
                }
            }
        }

        var next = 0;
        for (var marking = 0; marking < markings; marking++)
        {
            numbers[marking] = numbers[marking] < 0 ? -1 : next++;
        }

        return numbers;
    }

    /// <summary>Edges by row, in compressed rows; inside a row they keep their order.</summary>
    public static (int[] Starts, Edge[] Edges) Rows(ReadOnlySpan<Edge> edges, int rows, Func<Edge, int> rowOf)
    {
        var starts = new int[rows + 1];
        foreach (var edge in edges)
        {
            starts[rowOf(edge) + 1]++;
        }

        for (var row = 0; row < rows; row++)
        {
            starts[row + 1] += starts[row];
        }

        var next = starts.AsSpan(0, rows).ToArray();
        var sorted = new Edge[edges.Length];
        foreach (var edge in edges)
        {
            sorted[next[rowOf(edge)]++] = edge;
        }

        return (starts, sorted);
    }

    private string? LabelOf(int transition) => Net.Net.Transitions[transition].Label;

    /// <summary>A transition that leads from one state to another.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Edge(int From, int To, int Transition);
}
