namespace Pupitre.Mining;

/// <summary>Turns the nodes of a process and of its subprocesses into the steps of a net.</summary>
internal sealed class BpmnSteps(GuardedNet net, BpmnShape shape)
{
    private readonly Dictionary<BpmnNode, int> _in = [];
    private readonly Dictionary<BpmnFlow, int> _flows = [];
    private readonly Dictionary<BpmnScope, BpmnRegion> _regions = [];
    private readonly InclusiveBlocks _inclusive = new(net);

    /// <summary>Builds the region of a scope, subprocesses first.</summary>
    /// <param name="scope">A process or the content of a subprocess.</param>
    /// <param name="close">Adds to a region the steps that complete it; told which node waits at which place.</param>
    public BpmnRegion Build(BpmnScope scope, Action<BpmnRegion, IReadOnlyDictionary<int, BpmnNode>> close)
    {
        var region = new BpmnRegion(scope, net.AddPlace("entry"), net.AddPlace("exit"));
        _regions[scope] = region;
        var nodes = scope.Nodes.Where(shape.IsReached).ToList();
        var waiting = new Dictionary<int, BpmnNode>();
        nodes.ForEach(node => AddPlaces(region, node, waiting));
        Begin(region);
        foreach (var node in nodes)
        {
            var from = region.Steps.Count;
            AddSteps(region, node, close);
            _inclusive.Own(node, region.Steps[from..]);
        }

        region.SetStops();
        _inclusive.Resolve(nodes, region, PlaceOf);
        close(region, waiting);
        return region;
    }

    private void AddPlaces(BpmnRegion region, BpmnNode node, Dictionary<int, BpmnNode> waiting)
    {
        if (node.Joins)
        {
            node.Incoming.ForEach(flow => waiting[_flows[flow] = Place(region)] = node);
        }
        else
        {
            waiting[_in[node] = Place(region)] = node;
        }
    }

    private int Place(BpmnRegion region)
    {
        region.Places.Add(net.AddPlace("p"));
        return region.Places[^1];
    }

    private int PlaceOf(BpmnFlow flow) => flow.Target.Joins ? _flows[flow] : _in[flow.Target];

    private void Begin(BpmnRegion region)
    {
        var (starts, areAlternatives) = BpmnShape.StartsOf(region.Scope);
        var places = starts.Select(start => _in[start]).ToList();
        foreach (var begun in areAlternatives ? places.Select(place => new[] { place }) : [[.. places]])
        {
            region.Beginnings.Add(Add(region, region.Scope.Id, null, [region.Entry], begun));
        }
    }

    private GuardedStep Add(BpmnRegion region, string element, string? label, IEnumerable<int> inputs, IEnumerable<int> outputs)
    {
        var step = net.Add(element, label, inputs, outputs);
        region.Steps.Add(step);
        return step;
    }

    private void AddSteps(BpmnRegion region, BpmnNode node, Action<BpmnRegion, IReadOnlyDictionary<int, BpmnNode>> close)
    {
        switch (node.Kind)
        {
            case BpmnKind.Step when node.Inner is not null:
                AddSubprocess(region, node, Build(node.Inner, close));
                break;
            case BpmnKind.Step:
                AddStep(region, node);
                break;
            case BpmnKind.Start or BpmnKind.Event or BpmnKind.End:
                Add(region, node.Id, node.Label, [_in[node]], After(region, node));
                break;
            case BpmnKind.Terminate:
                Stop(region, node, After(region, node));
                break;
            case BpmnKind.Error:
                AddError(region, node);
                break;
            case BpmnKind.Exclusive:
                node.Outgoing.ForEach(flow => Add(region, node.Id, null, [_in[node]], [PlaceOf(flow)]));
                break;
            case BpmnKind.Parallel:
                Add(region, node.Id, null, Before(node), node.Outgoing.Select(PlaceOf));
                break;
            case BpmnKind.Inclusive:
                AddInclusive(region, node);
                break;
        }
    }

    private IEnumerable<int> Before(BpmnNode node) => node.Joins ? node.Incoming.Select(flow => _flows[flow]) : [_in[node]];

    private void AddStep(BpmnRegion region, BpmnNode node)
    {
        var done = node.Loop == BpmnLoop.OnceOrMore ? Place(region) : _in[node];
        if (node.Loop == BpmnLoop.None)
        {
            Add(region, node.Id, node.Label, [_in[node]], After(region, node));
        }
        else
        {
            Add(region, node.Id, node.Label, [_in[node]], [done]);
            Add(region, node.Id, null, [done], After(region, node));
            Add(region, node.Id, null, [done], [_in[node]]);
        }

        foreach (var border in node.Borders)
        {
            Add(region, border.Id, border.Label, [_in[node]], After(region, border));
        }
    }

    private void AddSubprocess(BpmnRegion region, BpmnNode node, BpmnRegion inner)
    {
        region.Steps.AddRange(inner.Steps);
        region.Places.AddRange([.. inner.Places, inner.Entry, inner.Exit, .. inner.Active is { } active ? [active] : Array.Empty<int>()]);
        Add(region, node.Id, null, [_in[node]], [node.Loop == BpmnLoop.AnyTimes ? inner.Exit : inner.Entry]);
        Add(region, node.Id, null, [inner.Exit], After(region, node));
        if (node.Loop != BpmnLoop.None)
        {
            Add(region, node.Id, null, [inner.Exit], [inner.Entry]);
        }

        foreach (var border in node.Borders.Where(border => !IsThrownTo(inner.Scope, border)))
        {
            Add(region, border.Id, border.Label, [inner.Active!.Value], After(region, border)).Clears = [.. inner.Places];
        }
    }

    /// <summary>An error ends what is around it up to the border that catches it, else the whole process.</summary>
    private void AddError(BpmnRegion region, BpmnNode node)
    {
        var caught = region.Scope;
        BpmnNode? border = null;
        while (caught.Owner is { } owner && (border = owner.Borders.Find(candidate => Catches(candidate, node))) is null)
        {
            caught = owner.Scope;
        }

        if (border is null)
        {
            var whole = _regions[caught];
            whole.Ends[node] = Place(whole);
            var stop = Add(region, node.Id, node.Label, [_in[node]], [whole.Ends[node]]);
            whole.Stops.Add((stop, [whole.Ends[node]]));
            return;
        }

        var stopped = _regions[caught];
        var active = stopped.MakeActive(net);
        var leave = Add(region, node.Id, node.Label, [_in[node], active], After(_regions[caught.Owner!.Scope], border));
        stopped.Stops.Add((leave, []));
    }

    private static bool Catches(BpmnNode border, BpmnNode error) => border.CatchesErrors && (border.ErrorRef is null || error.ErrorRef is null || border.ErrorRef == error.ErrorRef);

    /// <summary>Whether some error in a subprocess is drawn to lead to a border; it then happens by that alone.</summary>
    private static bool IsThrownTo(BpmnScope inner, BpmnNode border) => inner.AllNodes.Any(node => node.Kind == BpmnKind.Error && Catches(border, node));

    private void Stop(BpmnRegion region, BpmnNode node, int[] after) => region.Stops.Add((Add(region, node.Id, node.Label, [_in[node]], after), after));

    private void AddInclusive(BpmnRegion region, BpmnNode node)
    {
        var decided = node.Joins ? Place(region) : _in[node];
        if (node.Joins)
        {
            Add(region, node.Id, null, Before(node), [decided]).Waits = new([]);
        }

        var isDefault = node.Outgoing.Find(flow => flow.Id == node.DefaultFlow);
        AddWays(region, node, decided, [.. node.Outgoing.Where(flow => flow != isDefault)], isDefault, mayBeNone: false);
    }

    /// <summary>Where tokens go once a node is done: along all its flows, the conditional ones being an inclusive choice; without any, to its end.</summary>
    private int[] After(BpmnRegion region, BpmnNode node)
    {
        if (node.Outgoing.Count == 0)
        {
            if (!region.Ends.TryGetValue(node, out var end))
            {
                region.Ends[node] = end = Place(region);
            }

            return [end];
        }

        var conditional = node.Outgoing.Where(flow => flow.IsConditional).ToList();
        if (conditional.Count == 0 || node.Outgoing.Count == 1)
        {
            return [.. node.Outgoing.Select(PlaceOf)];
        }

        var isDefault = node.Outgoing.Find(flow => flow.Id == node.DefaultFlow);
        var always = node.Outgoing.Where(flow => !flow.IsConditional && flow != isDefault).ToList();
        var decided = Place(region);
        AddWays(region, node, decided, conditional, isDefault, mayBeNone: always.Count > 0);
        return [.. always.Select(PlaceOf), decided];
    }

    /// <summary>Any of the flows, but not none unless that is allowed; the default one when none is taken.</summary>
    private void AddWays(BpmnRegion region, BpmnNode node, int decided, List<BpmnFlow> flows, BpmnFlow? isDefault, bool mayBeNone)
    {
        for (var chosen = 1; chosen < 1 << flows.Count; chosen++)
        {
            _inclusive.AddWay(node, Add(region, node.Id, null, [decided], flows.Where((_, at) => (chosen >> at & 1) == 1).Select(PlaceOf)));
        }

        if (isDefault is not null || mayBeNone)
        {
            _inclusive.AddWay(node, Add(region, node.Id, null, [decided], isDefault is null ? [] : [PlaceOf(isDefault)]));
        }
    }
}
