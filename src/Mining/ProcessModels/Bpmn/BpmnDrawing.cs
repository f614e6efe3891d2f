using System.Xml.Linq;

namespace Pupitre.Mining;

/// <summary>The processes of a BPMN file as nodes and flows; whatever would change their meaning and is not supported is refused by name.</summary>
internal sealed class BpmnDrawing
{
    private static readonly HashSet<string> Steps = ["task", "userTask", "manualTask", "serviceTask", "scriptTask", "businessRuleTask", "sendTask", "receiveTask", "callActivity", "subProcess", "transaction"];

    private static readonly HashSet<string> WithoutOrder =
    [
        "sequenceFlow", "laneSet", "dataObject", "dataObjectReference", "dataStoreReference", "textAnnotation", "association", "group", "extensionElements", "documentation",
        "ioSpecification", "property", "incoming", "outgoing", "resourceRole", "potentialOwner", "performer", "humanPerformer", "auditing", "monitoring", "supports",
        "correlationSubscription", "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "dataInputAssociation", "dataOutputAssociation", "ioBinding", "rendering",
        "categoryValueRef", "supportedInterfaceRef",
    ];

    private readonly BpmnNames _names;
    private readonly Dictionary<string, BpmnNode> _nodes = new(StringComparer.Ordinal);
    private readonly List<(BpmnNode Border, string AttachedTo)> _borders = [];

    public BpmnDrawing(XElement definitions, BpmnNames names)
    {
        _names = names;
        if (definitions.Elements().FirstOrDefault(child => child.Name.LocalName is "choreography" or "globalChoreographyTask") is { } choreography)
        {
            throw Unsupported(choreography);
        }

        var parties = definitions.Named("collaboration").SelectMany(all => all.Named("participant"))
            .Where(participant => participant.Attribute("processRef") is not null)
            .DistinctBy(participant => LocalPart(participant.Attribute("processRef")!.Value))
            .ToDictionary(participant => LocalPart(participant.Attribute("processRef")!.Value), participant => participant.Attribute("name")?.Value);
        var called = definitions.Descendants().Where(element => element.Name.LocalName == "callActivity").Select(call => LocalPart(call.Attribute("calledElement")?.Value ?? "")).ToHashSet(StringComparer.Ordinal);
        foreach (var process in definitions.Named("process").Where(process => parties.ContainsKey(IdOf(process)) || !called.Contains(IdOf(process))))
        {
            var id = IdOf(process);
            var scope = new BpmnScope(id, parties.TryGetValue(id, out var party) ? BpmnNames.OnOneLine(party ?? id) : null, owner: null);
            Read(process, scope, lane: null);
            if (scope.Nodes.Count > 0)
            {
                Processes.Add(scope);
            }
        }

        if (Processes.Count == 0)
        {
            throw new UnreadableModel(Texts.Bpmn_NoProcess);
        }

        _borders.ForEach(Attach);
    }

    public List<BpmnScope> Processes { get; } = [];

    private void Read(XElement process, BpmnScope scope, string? lane)
    {
        var lanes = process.Named("laneSet").SelectMany(LanesOf).ToLookup(pair => pair.Node, pair => pair.Lane, StringComparer.Ordinal);
        foreach (var element in process.Elements().Where(child => child.Name.Namespace == process.Name.Namespace && !WithoutOrder.Contains(child.Name.LocalName)))
        {
            var node = NodeOf(element, scope);
            node.Lane = lanes[node.Id].LastOrDefault() ?? lane;
            node.DefaultFlow = element.Attribute("default")?.Value is { } way ? LocalPart(way) : null;
            node.ErrorRef = element.Named("errorEventDefinition").FirstOrDefault()?.Attribute("errorRef")?.Value is { } error ? LocalPart(error) : null;
            node.CatchesErrors = node.Kind == BpmnKind.Boundary && (element.Named("errorEventDefinition").Any() || element.Named("cancelEventDefinition").Any());
            scope.Nodes.Add(_nodes.TryAdd(node.Id, node) ? node : throw new UnreadableModel(Texts.Model_SameId.Filled(node.Id), node.Id));
            if (element.Name.LocalName is "subProcess" or "transaction")
            {
                ReadInner(element, node);
            }
        }

        foreach (var flow in process.Named("sequenceFlow"))
        {
            AddFlow(flow, scope);
        }

        Link(process, scope);
    }

    private void ReadInner(XElement element, BpmnNode node)
    {
        var inner = new BpmnScope(node.Id, node.Scope.Party, node);
        Read(element, inner, node.Lane);
        if (inner.Nodes.Count > 0)
        {
            node.Inner = inner;
            node.Label = null;
        }
    }

    private BpmnNode NodeOf(XElement element, BpmnScope scope)
    {
        var id = IdOf(element);
        var name = element.Attribute("name")?.Value ?? "";
        var kind = KindOf(element);
        var node = new BpmnNode(id, BpmnNames.OnOneLine(name).Trim(), kind, scope);
        var activity = element.Attribute(XName.Get("activity", BpmnNames.Namespace))?.Value ?? _names.ActivityOf(name);
        if (string.IsNullOrWhiteSpace(activity))
        {
            activity = null;
        }

        switch (kind)
        {
            case BpmnKind.Step:
                node.Label = activity;
                node.Loop = LoopOf(element);
                break;
            case BpmnKind.Boundary:
                _borders.Add((node, element.Attribute("attachedToRef")?.Value ?? throw new UnreadableModel(Texts.Bpmn_Unattached.Filled(node.Shown, id), id)));
                goto default;
            case BpmnKind.Exclusive or BpmnKind.Parallel or BpmnKind.Inclusive:
                break;
            default:
                node.Label = activity is not null && _names.Knows(activity) ? activity : null;
                break;
        }

        return node;
    }

    private static BpmnKind KindOf(XElement element)
    {
        if (Says(element, "isForCompensation", isTrue: true) || Says(element, "triggeredByEvent", isTrue: true) || element.Named("compensateEventDefinition").Any())
        {
            throw Unsupported(element);
        }

        var name = element.Name.LocalName;
        return name switch
        {
            _ when Steps.Contains(name) => BpmnKind.Step,
            "startEvent" => BpmnKind.Start,
            "intermediateCatchEvent" or "intermediateThrowEvent" => BpmnKind.Event,
            "boundaryEvent" when Says(element, "cancelActivity", isTrue: false) => throw Unsupported(element),
            "boundaryEvent" => BpmnKind.Boundary,
            "endEvent" when element.Named("terminateEventDefinition").Any() => BpmnKind.Terminate,
            "endEvent" when element.Named("errorEventDefinition").Any() || element.Named("cancelEventDefinition").Any() => BpmnKind.Error,
            "endEvent" => BpmnKind.End,
            "exclusiveGateway" => BpmnKind.Exclusive,
            "eventBasedGateway" when element.Attribute("eventGatewayType")?.Value != "Parallel" => BpmnKind.Exclusive,
            "parallelGateway" => BpmnKind.Parallel,
            "inclusiveGateway" => BpmnKind.Inclusive,
            _ => throw Unsupported(element),
        };
    }

    private static BpmnLoop LoopOf(XElement element)
    {
        var loop = element.Named("standardLoopCharacteristics").FirstOrDefault();
        var instances = element.Named("multiInstanceLoopCharacteristics").FirstOrDefault();
        var isDrawn = element.Named("startEvent").Any() || element.Named("sequenceFlow").Any();
        return instances is not null && !Says(instances, "isSequential", isTrue: true) && isDrawn ? throw Unsupported(instances, element)
            : instances is not null ? BpmnLoop.OnceOrMore
            : loop is null ? BpmnLoop.None
            : Says(loop, "testBefore", isTrue: true) ? BpmnLoop.AnyTimes
            : BpmnLoop.OnceOrMore;
    }

    private void AddFlow(XElement element, BpmnScope scope)
    {
        var id = element.Attribute("id")?.Value ?? "?";
        var (source, target) = (End("sourceRef"), End("targetRef"));
        var flow = new BpmnFlow(id, source, target, element.Named("conditionExpression").Any() && source.DefaultFlow != LocalPart(id));
        source.Outgoing.Add(flow);
        target.Incoming.Add(flow);

        BpmnNode End(string attribute)
        {
            var reference = element.Attribute(attribute)?.Value ?? "";
            return Find(reference) is { } node && node.Scope == scope ? node : throw new UnreadableModel(Texts.Bpmn_DanglingFlow.Filled(id, reference), id);
        }
    }

    /// <summary>A throwing link goes to the catching link of its name.</summary>
    private void Link(XElement process, BpmnScope scope)
    {
        var links = process.Elements().Where(element => element.Named("linkEventDefinition").Any())
            .Select(element => (Node: _nodes[IdOf(element)], Name: element.Named("linkEventDefinition").First().Attribute("name")?.Value ?? element.Attribute("name")?.Value, IsCatch: element.Name.LocalName == "intermediateCatchEvent")).ToList();
        foreach (var (node, name, _) in links.Where(link => !link.IsCatch))
        {
            var target = links.Where(link => link.IsCatch && link.Name == name).Select(link => link.Node).FirstOrDefault() ?? throw new UnreadableModel(Texts.Bpmn_LinkWithoutTarget.Filled(node.Shown, node.Id), node.Id);
            var flow = new BpmnFlow(node.Id, node, target, IsConditional: false);
            node.Outgoing.Add(flow);
            target.Incoming.Add(flow);
        }
    }

    private void Attach((BpmnNode Border, string AttachedTo) pair)
    {
        var step = Find(pair.AttachedTo) is { } node && node.Kind == BpmnKind.Step && node.Scope == pair.Border.Scope
            ? node : throw new UnreadableModel(Texts.Bpmn_Unattached.Filled(pair.Border.Shown, pair.Border.Id), pair.Border.Id);
        pair.Border.AttachedTo = step;
        step.Borders.Add(pair.Border);
    }

    private static IEnumerable<(string Node, string Lane)> LanesOf(XElement lanes) => lanes.Named("lane").SelectMany(lane => lane.Named("flowNodeRef")
        .Select(node => (LocalPart(node.Value.Trim()), BpmnNames.OnOneLine(lane.Attribute("name")?.Value ?? IdOf(lane)).Trim()))
        .Concat(lane.Named("childLaneSet").SelectMany(LanesOf)));

    /// <summary>The node that a reference means, which may be written as a qualified name (xsd:QName).</summary>
    private BpmnNode? Find(string reference) => _nodes.GetValueOrDefault(reference) ?? _nodes.GetValueOrDefault(LocalPart(reference));

    private static string LocalPart(string qualified) => qualified[(qualified.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    /// <summary>Whether an attribute says so, in either of the two ways of xsd:boolean; one that is missing says nothing.</summary>
    private static bool Says(XElement element, string attribute, bool isTrue) =>
        element.Attribute(attribute)?.Value.Trim() is { } value && (isTrue ? value is "true" or "1" : value is "false" or "0");

    private static string IdOf(XElement element) =>
        element.Attribute("id")?.Value is { Length: > 0 } id ? id : throw new UnreadableModel(Texts.Model_NoId.Filled(element.Name.LocalName));

    private static UnreadableModel Unsupported(XElement element, XElement? shown = null)
    {
        var id = (shown ?? element).Attribute("id")?.Value ?? "?";
        var name = BpmnNames.OnOneLine((shown ?? element).Attribute("name")?.Value ?? "").Trim();
        var reason = element.Name.LocalName switch
        {
            "boundaryEvent" when element.Named("compensateEventDefinition").Any() => Texts.Bpmn_Compensation,
            "boundaryEvent" => Texts.Bpmn_NonInterrupting,
            "subProcess" when Says(element, "triggeredByEvent", isTrue: true) => Texts.Bpmn_EventSubProcess,
            "adHocSubProcess" => Texts.Bpmn_AdHoc,
            "complexGateway" => Texts.Bpmn_ComplexGateway,
            "eventBasedGateway" => Texts.Bpmn_ParallelEventGateway,
            "multiInstanceLoopCharacteristics" => Texts.Bpmn_ParallelInstances,
            "choreography" or "globalChoreographyTask" => Texts.Bpmn_Choreography,
            _ when Says(element, "isForCompensation", isTrue: true) || element.Named("compensateEventDefinition").Any() => Texts.Bpmn_Compensation,
            _ => Texts.Bpmn_UnknownElement,
        };
        return new(Texts.Bpmn_Unsupported.Filled(element.Name.LocalName, name.Length > 0 ? name : id, id, reason), id);
    }
}
