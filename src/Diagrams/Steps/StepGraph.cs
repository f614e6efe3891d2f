namespace Pupitre.Diagrams;

/// <summary>Steps, gateways, starts and ends on their way to a file.</summary>
internal sealed class StepGraph
{
    public List<StepNode> Nodes { get; } = [];

    public List<StepWay> Ways { get; } = [];

    public StepNode Add(string id, string type, string name, string? role, string? note = null)
    {
        var node = new StepNode(id, type, name, role, note);
        Nodes.Add(node);
        return node;
    }

    public void Lead(StepNode from, StepNode to, string name = "") => Ways.Add(new StepWay { From = from, To = to, Name = name });

    public IEnumerable<StepWay> Into(StepNode node) => Ways.Where(way => way.To == node);

    public IEnumerable<StepWay> OutOf(StepNode node) => Ways.Where(way => way.From == node);

    /// <summary>Sends ways elsewhere: through a gateway that is put before where they led.</summary>
    public void Through(StepNode gateway, IReadOnlyList<StepWay> ways)
    {
        var target = ways[0].To;
        foreach (var way in ways)
        {
            way.To = gateway;
        }

        Lead(gateway, target);
    }

    /// <summary>All that a way can lead to without going back, itself the first.</summary>
    public HashSet<StepNode> Reached(StepNode start)
    {
        var out_ = Ways.Where(way => !way.IsBack).ToLookup(way => way.From, way => way.To);
        var seen = new HashSet<StepNode> { start };
        var next = new Stack<StepNode>([start]);
        while (next.TryPop(out var node))
        {
            foreach (var other in out_[node].Where(seen.Add))
            {
                next.Push(other);
            }
        }

        return seen;
    }

    /// <summary>Marks the ways that close a circle, in the order of the list.</summary>
    public void MarkBack(IEnumerable<StepNode> starts)
    {
        var out_ = Ways.ToLookup(way => way.From);
        var done = new HashSet<StepNode>();
        var open = new HashSet<StepNode>();
        foreach (var start in starts)
        {
            var path = new Stack<(StepNode Node, Queue<StepWay> Ways)>();
            Open(start);
            while (path.TryPeek(out var top))
            {
                if (!top.Ways.TryDequeue(out var way))
                {
                    open.Remove(path.Pop().Node);
                }
                else if (open.Contains(way.To))
                {
                    way.IsBack = true;
                }
                else
                {
                    Open(way.To);
                }
            }

            void Open(StepNode node)
            {
                if (done.Add(node))
                {
                    open.Add(node);
                    path.Push((node, new(out_[node])));
                }
            }
        }
    }

    /// <summary>Each node after all that lead to it.</summary>
    public List<StepNode> InOrder()
    {
        var out_ = Ways.Where(way => !way.IsBack).ToLookup(way => way.From, way => way.To);
        var waiting = Nodes.ToDictionary(node => node, _ => 0);
        foreach (var way in Ways.Where(way => !way.IsBack))
        {
            waiting[way.To]++;
        }

        var ready = new Queue<StepNode>(Nodes.Where(node => waiting[node] == 0));
        var order = new List<StepNode>();
        while (ready.TryDequeue(out var node))
        {
            order.Add(node);
            foreach (var other in out_[node].Where(other => --waiting[other] == 0))
            {
                ready.Enqueue(other);
            }
        }

        return order;
    }
}

internal sealed record StepNode(string Id, string Type, string Name, string? Role, string? Note);

internal sealed class StepWay
{
    public required StepNode From { get; init; }

    public required StepNode To { get; set; }

    public required string Name { get; init; }

    public bool IsBack { get; set; }
}
