using System.Xml.Linq;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>What a document says: its pools, lanes, steps, flows and notes, in the order of the file.</summary>
internal sealed class ReadElements(XElement definitions, ReadDrawings drawings, CancellationToken token)
{
    private static readonly HashSet<string> _containers = ["subProcess", "transaction", "adHocSubProcess", "subChoreography"];

    /// <summary>Parts of a process that are no elements of their own on the sheet.</summary>
    private static readonly HashSet<string> _details =
    [
        "incoming", "outgoing", "extensionElements", "documentation", "ioSpecification", "ioBinding", "property", "resourceRole", "performer", "humanPerformer", "potentialOwner", "auditing", "monitoring", "supports",
        "supportedInterfaceRef", "correlationSubscription", "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "rendering", "categoryValueRef", "laneSet", "dataState", "completionCondition", "script",
        "dataInputAssociation", "dataOutputAssociation", "dataObject", "participantAssociation", "messageFlowAssociation", "conversationAssociation", "correlationKey", "choreographyRef",
        "participantRef", "messageFlowRef",
    ];

    private readonly List<BpmnElement> _all = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lanes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _defaults = [.. definitions.Descendants().Attributes("default").Select(way => BpmnText.Local(way.Value))];

    private readonly RootParts _parts = new(definitions);

    /// <summary>Identifiers of the processes and choreographies, in the order of the file; no two are alike.</summary>
    public List<string> Processes { get; } = [];

    public List<BpmnElement> Run()
    {
        foreach (var collaboration in definitions.Elements(BpmnXml.Model + "collaboration"))
        {
            ReadCollaboration(collaboration);
        }

        ReadProcesses();
        foreach (var shown in definitions.Elements().Where(element => element.Name.LocalName is "dataStore" && drawings.Of(element.Attribute("id")?.Value ?? "") is not null))
        {
            Add(shown, ElementKind.Data, scope: null);
        }

        return _all;
    }

    // Two processes of one identifier would each have the steps of both.
    private void ReadProcesses()
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var process in RootParts.ProcessesOf(definitions))
        {
            var (id, line) = (IdOf(process), BpmnXml.LineOf(process));
            if (!lines.TryAdd(id, line))
            {
                throw new Refused(Texts.Read_SameId.With(id, lines[id], line));
            }

            Processes.Add(id);
            ReadScope(process, id, depth: 0);
        }
    }

    private void ReadCollaboration(XElement collaboration)
    {
        foreach (var element in collaboration.Elements().Where(child => child.Name.Namespace == BpmnXml.Model))
        {
            switch (element.Name.LocalName)
            {
                case "participant":
                    var process = BpmnText.Local(element.Attribute("processRef")?.Value);
                    var name = element.Attribute("name")?.Value ?? _parts.Process(process);
                    Add(element, ElementKind.Pool, process.Length > 0 ? process : null, made => made with { Name = BpmnText.OnOneLine(name) });
                    break;
                case "messageFlow":
                    AddFlow(element, ElementKind.MessageFlow, IdOf(collaboration));
                    break;
                default:
                    ReadOne(element, IdOf(collaboration), depth: 0);
                    break;
            }
        }
    }

    private void ReadScope(XElement scope, string id, int depth)
    {
        token.ThrowIfCancellationRequested();
        foreach (var set in scope.Elements(BpmnXml.Model + "laneSet"))
        {
            ReadLanes(set, id, parent: null);
        }

        foreach (var element in scope.Elements().Where(child => child.Name.Namespace == BpmnXml.Model))
        {
            ReadOne(element, id, depth);
        }
    }

    private void ReadLanes(XElement set, string scope, string? parent)
    {
        foreach (var lane in set.Elements(BpmnXml.Model + "lane"))
        {
            var made = Add(lane, ElementKind.Lane, scope, element => element with { Lane = parent });
            foreach (var node in lane.Elements(BpmnXml.Model + "flowNodeRef"))
            {
                _lanes[BpmnText.Local(node.Value)] = made.Id;
            }

            foreach (var inner in lane.Elements(BpmnXml.Model + "childLaneSet"))
            {
                ReadLanes(inner, scope, made.Id);
            }
        }
    }

    private void ReadOne(XElement element, string scope, int depth)
    {
        var type = element.Name.LocalName;
        switch (type)
        {
            case "sequenceFlow":
                AddFlow(element, ElementKind.SequenceFlow, scope);
                return;
            case "association" or "conversationLink":
                AddFlow(element, ElementKind.Association, scope);
                return;
            case "textAnnotation":
                Add(element, ElementKind.Annotation, scope, made => made with { Name = BpmnText.OnOneLine(element.Element(BpmnXml.Model + "text")?.Value ?? element.Attribute("name")?.Value) });
                return;
            case "group":
                Add(element, ElementKind.Group, scope, made => made with { Name = BpmnText.OnOneLine(_parts.Category(element.Attribute("categoryValueRef")?.Value)) });
                return;
            case "dataObject" when drawings.Of(element.Attribute("id")?.Value ?? "") is not null:
            case "dataObjectReference" or "dataStoreReference":
                Add(element, ElementKind.Data, scope);
                return;
            case "ioSpecification":
                foreach (var data in element.Elements().Where(child => child.Name.LocalName is "dataInput" or "dataOutput" && drawings.Of(child.Attribute("id")?.Value ?? "") is not null))
                {
                    Add(data, ElementKind.Data, scope);
                }

                return;
            case var _ when _details.Contains(type):
                return;
        }

        AddNode(element, scope, depth);
    }

    private void AddNode(XElement element, string scope, int depth)
    {
        var type = element.Name.LocalName;
        var kind = KindOf(type);
        var hasContent = _containers.Contains(type) && element.Elements().Any(child => child.Name.Namespace == BpmnXml.Model && KindOf(child.Name.LocalName) is ElementKind.Activity or ElementKind.Event or ElementKind.Gateway);
        var made = Add(element, kind, scope, node => NodeDetails.Of(element, node, _parts) with { HasContent = hasContent });
        foreach (var way in element.Elements().Where(child => child.Name.LocalName is "dataInputAssociation" or "dataOutputAssociation"))
        {
            AddDataWay(way, made, scope);
        }

        if (_containers.Contains(type) && depth < BpmnXml.MaxDepth)
        {
            ReadScope(element, made.Id, depth + 1);
        }
    }

    private static ElementKind KindOf(string type) =>
        type.EndsWith("Gateway", StringComparison.Ordinal) ? ElementKind.Gateway
        : type.EndsWith("Event", StringComparison.Ordinal) ? ElementKind.Event
        : type.EndsWith("ask", StringComparison.Ordinal) || type == "callActivity" || _containers.Contains(type) || type == "callChoreography" ? ElementKind.Activity
        : ElementKind.Other;

    // The way of data names its ends in elements, one of which may be the step itself.
    private void AddDataWay(XElement way, BpmnElement step, string scope)
    {
        var (source, target) = (BpmnText.Local(way.Element(BpmnXml.Model + "sourceRef")?.Value), BpmnText.Local(way.Element(BpmnXml.Model + "targetRef")?.Value));
        if (way.Attribute("id") is null)
        {
            return;
        }

        var isInput = way.Name.LocalName == "dataInputAssociation";
        Add(way, ElementKind.Association, scope, made => made with { Source = isInput ? source : step.Id, Target = isInput ? step.Id : target });
    }

    private void AddFlow(XElement element, ElementKind kind, string scope) => Add(element, kind, scope, made => made with
    {
        Source = element.Attribute("sourceRef")?.Value.Trim() ?? "",
        Target = element.Attribute("targetRef")?.Value.Trim() ?? "",
        IsDefault = _defaults.Contains(made.Id),
        Condition = element.Element(BpmnXml.Model + "conditionExpression") is { } condition ? BpmnText.OnOneLine(condition.Value) : null,
    });

    private BpmnElement Add(XElement element, ElementKind kind, string? scope, Func<BpmnElement, BpmnElement>? more = null)
    {
        var (id, line) = (IdOf(element), BpmnXml.LineOf(element));
        if (!_lines.TryAdd(id, line))
        {
            throw new Refused(Texts.Read_SameId.With(id, _lines[id], line));
        }

        if (_all.Count >= BpmnDocument.MaxElements)
        {
            throw new Refused(Texts.Read_TooLarge.With(BpmnDocument.MaxBytes >> 20, BpmnDocument.MaxElements));
        }

        var documentation = BpmnText.OnOneLine(element.Element(BpmnXml.Model + "documentation")?.Value);
        var made = new BpmnElement
        {
            Id = id,
            Kind = kind,
            Type = element.Name.LocalName,
            Name = BpmnText.OnOneLine(element.Attribute("name")?.Value),
            Line = line,
            Scope = scope,
            Lane = kind is ElementKind.Pool or ElementKind.Lane ? null : _lanes.GetValueOrDefault(id),
            Documentation = documentation.Length > 0 ? documentation : null,
        };
        made = more?.Invoke(made) ?? made;
        if (made.Lane is null && made.IsNode && scope is not null)
        {
            made = made with { Lane = LaneAround(made, scope) };
        }

        _all.Add(made);
        return made;
    }

    // Some tools draw a step into a lane and do not say so elsewhere.
    private string? LaneAround(BpmnElement node, string scope) => drawings.Of(node.Id) is { } box
        ? _all.Where(lane => lane.Kind == ElementKind.Lane && lane.Scope == scope && drawings.Of(lane.Id) is { } band && band.Holds(box.Centre)).Select(lane => lane.Id).LastOrDefault()
        : null;

    // Space around an identifier does not count (xsd:ID), and a colon in it would be read as a prefix wherever it is referred to.
    private static string IdOf(XElement element)
    {
        var (id, line) = (element.Attribute("id")?.Value.Trim() ?? "", BpmnXml.LineOf(element));
        return id.Length == 0 ? throw new Refused(Texts.Read_NoId.With(element.Name.LocalName, line))
            : id.Contains(':', StringComparison.Ordinal) ? throw new Refused(Texts.Read_ColonInId.With(id, line))
            : id;
    }
}
