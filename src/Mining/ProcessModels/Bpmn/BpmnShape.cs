using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>What of a drawing can happen at all: where it begins, what is reached from there, and what its author should look at.</summary>
internal sealed class BpmnShape
{
    private readonly ImmutableArray<string>.Builder _warnings;
    private readonly HashSet<BpmnNode> _reached = [];

    public BpmnShape(BpmnDrawing drawing, ImmutableArray<string>.Builder warnings)
    {
        (Processes, _warnings) = (drawing.Processes, warnings);
        var all = Processes.SelectMany(process => process.AllNodes).ToList();
        if (all.Count + all.Sum(node => node.Outgoing.Count) > BpmnReader.MostElements)
        {
            throw new UnreadableModel(Texts.Bpmn_TooLarge.Filled(BpmnReader.MostElements));
        }

        foreach (var process in Processes)
        {
            Reach(process);
        }

        Nodes = [.. all.Where(_reached.Contains)];
        Nodes.ForEach(node => node.Incoming.RemoveAll(flow => !_reached.Contains(flow.Source)));
        if (all.Where(node => !_reached.Contains(node)).Select(node => node.Shown).ToList() is { Count: > 0 } cut)
        {
            warnings.Add(Texts.Model_Unreachable.Filled(NetShape.Some(cut)));
        }

        if (Processes.Count > 1)
        {
            warnings.Add(Texts.Bpmn_SeveralPools.Filled(NetShape.Some(Processes.Select(process => process.Party ?? process.Id))));
        }

        Check();
    }

    public List<BpmnScope> Processes { get; }

    /// <summary>The nodes that are reached, in the order of the file.</summary>
    public List<BpmnNode> Nodes { get; }

    public bool IsReached(BpmnNode node) => _reached.Contains(node);

    public void Warn(string text, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count > 0)
        {
            _warnings.Add(text.Filled(NetShape.Some(all)));
        }
    }

    /// <summary>Its start events (alternatives), else all that nothing leads to (together).</summary>
    public static (List<BpmnNode> Nodes, bool AreAlternatives) StartsOf(BpmnScope scope)
    {
        var starts = scope.Nodes.Where(node => node.Kind == BpmnKind.Start).ToList();
        return starts.Count > 0
            ? (starts, true)
            : (scope.Nodes.Where(node => node.Incoming.Count == 0 && node.Kind != BpmnKind.Boundary && (node.Outgoing.Count > 0 || scope.Nodes.Count == 1 || node.Kind == BpmnKind.Step)).ToList(), false);
    }

    private void Reach(BpmnScope scope)
    {
        var (starts, areEvents) = StartsOf(scope);
        if (starts.Count == 0)
        {
            throw new UnreadableModel(Texts.Bpmn_NoStart.Filled(scope.Owner?.Shown ?? scope.Party ?? scope.Id, scope.Id), scope.Id);
        }

        if (!areEvents)
        {
            _warnings.Add(Texts.Bpmn_StartGuessed.Filled(scope.Owner?.Shown ?? scope.Party ?? scope.Id, NetShape.Some(starts.Select(start => start.Shown))));
        }

        var next = new Stack<BpmnNode>(starts);
        while (next.TryPop(out var node))
        {
            if (_reached.Add(node))
            {
                node.Outgoing.ForEach(flow => next.Push(flow.Target));
                node.Borders.ForEach(next.Push);
                if (node.Inner is not null)
                {
                    Reach(node.Inner);
                }
            }
        }
    }

    private void Check()
    {
        foreach (var node in Nodes)
        {
            if (node.Kind is BpmnKind.Exclusive or BpmnKind.Parallel or BpmnKind.Inclusive && node.Outgoing.Count == 0)
            {
                throw new UnreadableModel(Texts.Bpmn_GatewayWithoutWayOut.Filled(node.Shown, node.Id), node.Id);
            }

            if (node.Outgoing.Count > BpmnReader.MostInclusiveWays && (node.Kind == BpmnKind.Inclusive || node.Outgoing.Count(flow => flow.IsConditional) > BpmnReader.MostInclusiveWays))
            {
                throw new UnreadableModel(Texts.Bpmn_TooManyWays.Filled(node.Shown, node.Id, BpmnReader.MostInclusiveWays), node.Id);
            }
        }

        Warn(Texts.Bpmn_Unnamed, Nodes.Where(node => node.Kind == BpmnKind.Step && node.Label is null && node.Inner is null).Select(node => node.Id));
        Warn(Texts.Bpmn_NoEnd, Nodes.Where(node => node.Outgoing.Count == 0 && node.Kind is (BpmnKind.Start or BpmnKind.Step or BpmnKind.Event or BpmnKind.Boundary)).Select(node => node.Shown));
        Warn(Texts.Model_SameLabel, Nodes.Where(node => node.Label is not null).GroupBy(node => node.Label, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key!));
    }
}
