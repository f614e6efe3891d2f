namespace Pupitre.Diagrams;

/// <summary>A document as its layout asks for it: by process, by lane.</summary>
internal sealed class LayoutSource
{
    /// <summary>Subprocesses in subprocesses that are drawn open.</summary>
    public const int MaxShownDepth = 12;

    private readonly ILookup<string?, BpmnElement> _scopes;
    private readonly HashSet<string> _lanesOfLanes;

    public LayoutSource(BpmnDocument document)
    {
        Document = document;
        _scopes = document.Elements.Where(element => element.Kind != ElementKind.Pool).ToLookup(element => element.Scope);
        _lanesOfLanes = document.Elements.Where(element => element.Kind == ElementKind.Lane && element.Lane is not null).Select(lane => lane.Lane!).ToHashSet(StringComparer.Ordinal);
        Associations = [.. document.Elements.Where(element => element.Kind == ElementKind.Association)];
    }

    public BpmnDocument Document { get; }

    public List<BpmnElement> Associations { get; }

    public IEnumerable<BpmnElement> NodesOf(string scope) => _scopes[scope].Where(element => element.IsNode || element.Kind == ElementKind.Other);

    public IEnumerable<BpmnElement> FlowsOf(string scope) => _scopes[scope].Where(element => element.Kind == ElementKind.SequenceFlow);

    public IEnumerable<BpmnElement> NotesOf(string scope) => _scopes[scope].Where(element => element.Kind is ElementKind.Data or ElementKind.Annotation);

    public IEnumerable<BpmnElement> LanesOf(string scope) => _scopes[scope].Where(element => element.Kind == ElementKind.Lane);

    /// <summary>The lanes that hold no lanes, in the order of the file.</summary>
    public List<BpmnElement> LeafLanes(string scope) => [.. LanesOf(scope).Where(lane => !_lanesOfLanes.Contains(lane.Id))];

    public int DepthOf(BpmnElement lane)
    {
        var depth = 0;
        for (var outer = lane; outer?.Lane is not null && depth < BpmnXml.MaxDepth; outer = Document.Find(outer.Lane))
        {
            depth++;
        }

        return depth;
    }

    public int LaneDepth(string scope) => LanesOf(scope).Select(lane => DepthOf(lane) + 1).DefaultIfEmpty(0).Max();
}
