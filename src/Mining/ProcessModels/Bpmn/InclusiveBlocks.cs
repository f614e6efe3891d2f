namespace Pupitre.Mining;

/// <summary>
/// Inclusive joins whose split lies in the same block: what is not chosen passes by on the spot, so that the join waits for all and is a plain
/// step. Others keep the rule of <see cref="InclusiveWait"/>.
/// </summary>
internal sealed class InclusiveBlocks(GuardedNet net)
{
    /// <summary>Most states of one way between split and join; beyond, the block counts as none.</summary>
    private const int MostStatesOfWay = 5_000;

    private readonly Dictionary<BpmnNode, List<GuardedStep>> _steps = [];
    private readonly Dictionary<BpmnNode, List<GuardedStep>> _ways = [];

    /// <summary>Remembers which steps a node (with what is inside it) became.</summary>
    public void Own(BpmnNode node, List<GuardedStep> steps) => _steps[node] = steps;

    /// <summary>Remembers a choice of an inclusive split.</summary>
    public void AddWay(BpmnNode split, GuardedStep way)
    {
        if (!_ways.TryGetValue(split, out var ways))
        {
            _ways[split] = ways = [];
        }

        ways.Add(way);
    }

    /// <summary>Makes plain steps of the joins that close a block, inner blocks first, and says of the others what they wait for.</summary>
    public void Resolve(List<BpmnNode> nodes, BpmnRegion region, Func<BpmnFlow, int> placeOf)
    {
        var joins = nodes.Where(node => node.Kind == BpmnKind.Inclusive && node.Joins).ToList();
        var splits = nodes.Where(node => node.Kind == BpmnKind.Inclusive && node.Outgoing.Count > 1).ToList();
        while (joins.Find(join => splits.Exists(split => Close(split, join, placeOf))) is { } closed)
        {
            joins.Remove(closed);
        }

        foreach (var step in joins.Select(JoinOf))
        {
            step.Waits = new([.. step.Inputs.Select(input => Upstream(input, step, region.Steps))]);
        }
    }

    private GuardedStep JoinOf(BpmnNode join) => _steps[join].Find(step => step.Waits is not null)!;

    private bool Close(BpmnNode split, BpmnNode join, Func<BpmnFlow, int> placeOf)
    {
        if (split == join || split.Outgoing.Count != join.Incoming.Count || !_ways.TryGetValue(split, out var ways))
        {
            return false;
        }

        var seen = new HashSet<BpmnNode> { split };
        var exits = new Dictionary<int, int>();
        foreach (var way in split.Outgoing)
        {
            if (ExitOf(way, join, seen) is not { } exit || !DeliversOne(way, exit, join, placeOf))
            {
                return false;
            }

            exits[placeOf(way)] = placeOf(exit);
        }

        ways.ForEach(way => way.Outputs = [.. way.Outputs, .. exits.Where(exit => !way.Outputs.Contains(exit.Key)).Select(exit => exit.Value)]);
        _ways.Remove(split);
        JoinOf(join).Waits = null;
        return true;
    }

    /// <summary>The only flow by which a way comes to the join, when it leads nowhere else and nobody else comes into it.</summary>
    private static BpmnFlow? ExitOf(BpmnFlow way, BpmnNode join, HashSet<BpmnNode> seen)
    {
        if (way.Target == join)
        {
            return way;
        }

        var inside = Inside(way, join);
        var exits = join.Incoming.Where(flow => inside.Contains(flow.Source)).ToList();
        var isClosed = inside.All(node => seen.Add(node) && node.Outgoing.Count > 0 && (node.AttachedTo is null || inside.Contains(node.AttachedTo))
            && node.Incoming.TrueForAll(flow => flow == way || inside.Contains(flow.Source)));
        return isClosed && exits.Count == 1 ? exits[0] : null;
    }

    private static HashSet<BpmnNode> Inside(BpmnFlow way, BpmnNode join)
    {
        var inside = new HashSet<BpmnNode> { way.Target };
        var next = new Stack<BpmnNode>([way.Target]);
        while (next.TryPop(out var node))
        {
            foreach (var target in node.Outgoing.Select(flow => flow.Target).Concat(node.Borders).Where(target => target != join && inside.Add(target)))
            {
                next.Push(target);
            }
        }

        return inside;
    }

    /// <summary>Whether a token that goes in comes out as one, and nothing stays behind.</summary>
    private bool DeliversOne(BpmnFlow way, BpmnFlow exit, BpmnNode join, Func<BpmnFlow, int> placeOf)
    {
        if (way == exit)
        {
            return true;
        }

        var steps = Inside(way, join).SelectMany(node => _steps[node]).ToList();
        if (steps.Exists(step => !step.IsPlain))
        {
            return false;
        }

        var states = GuardedStates.Explore(net.Places.Count, steps, [placeOf(way)], MostStatesOfWay, CancellationToken.None);
        var end = placeOf(exit);
        return states.IsComplete && states.Markings.TrueForAll(marking => marking[end] == 0 || marking.Sum(tokens => tokens) == 1);
    }

    /// <summary>The places from which a token can come to one of the join's without passing the join.</summary>
    private static HashSet<int> Upstream(int input, GuardedStep join, List<GuardedStep> steps)
    {
        var feeders = steps.Where(step => step != join).SelectMany(step => step.Outputs.Select(place => (place, step))).ToLookup(pair => pair.place, pair => pair.step);
        var upstream = new HashSet<int>();
        var next = new Stack<int>([input]);
        while (next.TryPop(out var place))
        {
            foreach (var before in feeders[place].SelectMany(step => step.Inputs).Where(upstream.Add))
            {
                next.Push(before);
            }
        }

        return upstream;
    }
}
