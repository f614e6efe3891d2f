namespace Pupitre.Mining;

/// <summary>The edges of a graph, one array after the other: those of node <c>n</c> are <c>Offsets[n]</c> to <c>Offsets[n + 1] - 1</c>.</summary>
internal sealed class Neighbours(int[] offsets, int[] targets)
{
    public int[] Offsets { get; } = offsets;

    public int[] Targets { get; } = targets;

    public int Count => Offsets.Length - 1;

    public ReadOnlySpan<int> this[int node] => Targets.AsSpan(Offsets[node], Offsets[node + 1] - Offsets[node]);

    public Neighbours Reversed() => Reversed(Count);

    /// <summary>The graph of its strongly connected components, numbered so that edges lead from lower to higher, each edge once (Tarjan, 1972).</summary>
    public (Neighbours Graph, int[] ComponentOf) Condensed()
    {
        var (component, count) = Components();
        var members = new Neighbours([.. Enumerable.Range(0, Count + 1)], component).Reversed(count);
        var bounds = new int[count + 1];
        var ends = new List<int>();
        var seen = new int[count];
        Array.Fill(seen, -1);
        for (var from = 0; from < count; from++)
        {
            seen[from] = from;
            foreach (var node in members[from])
            {
                foreach (var target in this[node])
                {
                    if (seen[component[target]] != from)
                    {
                        seen[component[target]] = from;
                        ends.Add(component[target]);
                    }
                }
            }

            bounds[from + 1] = ends.Count;
        }

        return (new(bounds, [.. ends]), component);
    }

    private Neighbours Reversed(int targetCount)
    {
        var bounds = new int[targetCount + 1];
        foreach (var target in Targets)
        {
            bounds[target + 1]++;
        }

        for (var node = 0; node < targetCount; node++)
        {
            bounds[node + 1] += bounds[node];
        }

        var next = bounds[..^1];
        var sources = new int[Targets.Length];
        for (var node = 0; node < Count; node++)
        {
            foreach (var target in this[node])
            {
                sources[next[target]++] = node;
            }
        }

        return new(bounds, sources);
    }

    private (int[] Component, int Count) Components()
    {
        var (index, low, component) = (new int[Count], new int[Count], new int[Count]);
        Array.Fill(component, -1);
        var open = new Stack<int>();
        var path = new Stack<(int Node, int At)>();
        var (found, next) = (0, 1);
        for (var root = 0; root < Count; root++)
        {
            if (index[root] == 0)
            {
                path.Push((root, Offsets[root]));
            }

            while (path.TryPop(out var step))
            {
                var (node, at) = step;
                if (index[node] == 0)
                {
                    index[node] = low[node] = next++;
                    open.Push(node);
                }
                else if (at > Offsets[node])
                {
                    low[node] = Math.Min(low[node], component[Targets[at - 1]] < 0 ? low[Targets[at - 1]] : int.MaxValue);
                }

                while (at < Offsets[node + 1] && index[Targets[at]] != 0)
                {
                    low[node] = Math.Min(low[node], component[Targets[at]] < 0 ? index[Targets[at]] : int.MaxValue);
                    at++;
                }

                if (at < Offsets[node + 1])
                {
                    path.Push((node, at + 1));
                    path.Push((Targets[at], Offsets[Targets[at]]));
                }
                else if (low[node] == index[node])
                {
                    for (var member = -1; member != node;)
                    {
                        member = open.Pop();
                        component[member] = found;
                    }

                    found++;
                }
            }
        }

        // Components are found in the opposite order of their edges.
        for (var node = 0; node < Count; node++)
        {
            component[node] = found - 1 - component[node];
        }

        return (component, found);
    }
}
