using System.Collections.Frozen;

namespace Pupitre.Diagrams;

/// <summary>The ways of the processes of a file, without what stands inside subprocesses.</summary>
internal sealed class StepFlow
{
    private static readonly FrozenSet<string> _choices =
        FrozenSet.Create(StringComparer.Ordinal, "exclusiveGateway", "inclusiveGateway", "complexGateway", "eventBasedGateway");

    private readonly List<BpmnElement> _nodes;
    private readonly ILookup<string, BpmnElement> _out;
    private readonly ILookup<string, BpmnElement> _into;
    private readonly ILookup<string, BpmnElement> _borders;
    private readonly Dictionary<string, BpmnElement> _byId;
    private readonly Dictionary<string, int> _plain;

    public StepFlow(BpmnDocument document)
    {
        // A scope that is an element of its own is a subprocess: a process is none.
        _nodes = [.. document.Elements.Where(element => element.IsNode
            && IsOutermost(document, element)).DistinctBy(node => node.Id, StringComparer.Ordinal)];
        _byId = _nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var flows = document.Elements.Where(element => element.Kind == ElementKind.SequenceFlow)
            .Select(way => (Way: way, From: document.Find(way.Source)?.Id, To: document.Find(way.Target)?.Id))
            .Where(way => way.From is not null && way.To is not null && _byId.ContainsKey(way.From) && _byId.ContainsKey(way.To)).ToList();
        _out = flows.ToLookup(way => way.From!, way => way.Way with { Target = way.To! }, StringComparer.Ordinal);
        _into = flows.ToLookup(way => way.To!, way => way.Way with { Source = way.From! }, StringComparer.Ordinal);
        _borders = _nodes.Where(node => node.AttachedTo is not null).ToLookup(node => node.AttachedTo!, StringComparer.Ordinal);
        _plain = _nodes.ToDictionary(node => node.Id, node => _out[node.Id].Count(way => !IsChoice(node, way)), StringComparer.Ordinal);
    }

    public IReadOnlyList<BpmnElement> Into(string id) => [.. _into[id]];

    private static bool IsOutermost(BpmnDocument document, BpmnElement element) =>
        element.Scope is null || document.Find(element.Scope) is not { Kind: ElementKind.Activity };

    private bool IsStart(BpmnElement node) => node.AttachedTo is null && !_into[node.Id].Any();

    private IEnumerable<string> After(string id) => _out[id].Select(way => way.Target).Concat(_borders[id].Select(border => border.Id));

    /// <summary>
    /// Each after what leads to it, but for ways back; as the file has them where nothing decides. What no start leads to comes last.
    /// </summary>
    public IReadOnlyList<BpmnElement> InOrder()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. From(_nodes.Where(IsStart), seen), .. From(_nodes, seen)];
    }

    // Depth first, the last way first, so that what the file has first ends up first. A stack of our own: files come from anywhere.
    private List<BpmnElement> From(IEnumerable<BpmnElement> roots, HashSet<string> seen)
    {
        var backwards = new List<BpmnElement>();
        var open = new Stack<(string Id, Queue<string> After)>();
        foreach (var root in roots.Reverse().ToList())
        {
            Enter(root.Id);
            while (open.TryPeek(out var top))
            {
                if (top.After.TryDequeue(out var next))
                {
                    Enter(next);
                }
                else
                {
                    backwards.Add(_byId[open.Pop().Id]);
                }
            }
        }

        backwards.Reverse();
        return backwards;

        void Enter(string id)
        {
            if (seen.Add(id))
            {
                open.Push((id, new Queue<string>(After(id).Reverse())));
            }
        }
    }

    /// <summary>
    /// Whether a case that begins at some start can end and never pass there: least fixed point, backwards from the ends.
    /// </summary>
    public bool CanEndWithout(string id)
    {
        var open = new Dictionary<string, int>(_plain, StringComparer.Ordinal);
        var well = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(_nodes.Where(node => !_out[node.Id].Any()).Select(node => node.Id));
        while (waiting.TryDequeue(out var next))
        {
            if (next == id || !well.Add(next))
            {
                continue;
            }

            foreach (var way in _into[next])
            {
                var from = _byId[way.Source];
                if (IsChoice(from, way) ? _plain[from.Id] == 0 : --open[from.Id] == 0)
                {
                    waiting.Enqueue(from.Id);
                }
            }

            if (_byId[next].AttachedTo is { } step && open.ContainsKey(step))
            {
                waiting.Enqueue(step);
            }
        }

        var starts = _nodes.Where(IsStart).ToList();
        return starts.Count > 0 && starts.Exists(start => start.Id != id && well.Contains(start.Id));
    }

    private bool IsChoice(BpmnElement from, BpmnElement way) =>
        _choices.Contains(from.Type) ? _out[from.Id].Skip(1).Any() : way.Condition is not null || way.IsDefault;
}
