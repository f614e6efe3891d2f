namespace Pupitre.Diagrams;

/// <summary>The steps of one process or subprocess and how they lead on, by number.</summary>
internal sealed class ScopeGraph
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public ScopeGraph(BpmnDocument document, string scope, List<BpmnElement> nodes)
    {
        (Document, Scope, Nodes) = (document, scope, nodes);
        Out = [.. nodes.Select(_ => new List<int>())];
        Into = [.. nodes.Select(_ => new List<int>())];
        Flows = [.. nodes.Select(_ => new List<BpmnElement>())];
        for (var at = 0; at < nodes.Count; at++)
        {
            _numbers.Add(nodes[at].Id, at);
        }

        foreach (var flow in document.Elements.Where(element => element.Kind == ElementKind.SequenceFlow && element.Scope == scope))
        {
            if (NumberOf(flow.Source) is { } from && NumberOf(flow.Target) is { } to)
            {
                Flows[from].Add(flow);
                Lead(from, to);
            }
        }

        LeadLinks();
        Order = Numbered();
    }

    public BpmnDocument Document { get; }

    public string Scope { get; }

    public List<BpmnElement> Nodes { get; }

    public List<int>[] Out { get; }

    public List<int>[] Into { get; }

    /// <summary>The flows out of each node.</summary>
    public List<BpmnElement>[] Flows { get; }

    /// <summary>Each node's place in an order in which ways lead on, but for those that lead back.</summary>
    public int[] Order { get; }

    public int? NumberOf(string? reference) => Document.Find(reference) is { } node && _numbers.TryGetValue(node.Id, out var number) ? number : null;

    /// <summary>What is led to from there, both ways of reading; those included.</summary>
    public bool[] Reached(IEnumerable<int> from, List<int>[] ways)
    {
        var seen = new bool[Nodes.Count];
        var next = new Stack<int>(from);
        while (next.TryPop(out var node))
        {
            if (seen[node])
            {
                continue;
            }

            seen[node] = true;
            foreach (var other in ways[node])
            {
                next.Push(other);
            }
        }

        return seen;
    }

    // A way that goes on elsewhere on the sheet. The standard has one event catch each name; where there are more, the first leads to the
    // next: as many ways as events, where leading each to each would be their product.
    private void LeadLinks()
    {
        var (first, last) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var at = 0; at < Nodes.Count; at++)
        {
            if (Nodes[at] is not { Trigger: "link", Type: "intermediateCatchEvent", Name: var name })
            {
                continue;
            }

            if (!first.TryAdd(name, at))
            {
                Lead(last[name], at);
            }

            last[name] = at;
        }

        for (var at = 0; at < Nodes.Count; at++)
        {
            if (Nodes[at] is { Trigger: "link", Type: "intermediateThrowEvent", Name: var name } && first.TryGetValue(name, out var catching))
            {
                Lead(at, catching);
            }
        }
    }

    private void Lead(int from, int to)
    {
        Out[from].Add(to);
        Into[to].Add(from);
    }

    // The reverse of the order in which a walk leaves the nodes.
    private int[] Numbered()
    {
        var (order, place, state) = (new int[Nodes.Count], Nodes.Count, new byte[Nodes.Count]);
        foreach (var root in Enumerable.Range(0, Nodes.Count).OrderBy(at => Nodes[at].Type == "startEvent" ? 0 : Into[at].Count == 0 ? 1 : 2))
        {
            var path = new Stack<(int Node, int Next)>();
            if (state[root] == 0)
            {
                state[root] = 1;
                path.Push((root, 0));
            }

            while (path.TryPop(out var top))
            {
                if (top.Next == Out[top.Node].Count)
                {
                    order[top.Node] = --place;
                    continue;
                }

                path.Push((top.Node, top.Next + 1));
                var other = Out[top.Node][top.Next];
                if (state[other] == 0)
                {
                    state[other] = 1;
                    path.Push((other, 0));
                }
            }
        }

        return order;
    }
}
