using System.Collections.Immutable;
using System.Xml.Linq;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>
/// What opening a file in the usual editor of BPMN (bpmn-js 18, bpmn-moddle 10) and saving it there would change or lose, found in the file
/// without opening it. Learned from 831 exports of the OMG's interchange suite.
/// </summary>
public static class EditorLosses
{
    /// <returns>A sentence for each kind of loss that the file would meet.</returns>
    public static ImmutableArray<string> Run(BpmnDocument document)
    {
        var root = document.Root;
        List<string?> losses =
        [
            Counted(Unopenable(root), Texts.Loss_TwoPrefixes),
            IsAlsoOfAnElement(root) ? Texts.Loss_SameId : null,
            Counted(Called(document), Texts.Loss_CalledProcess),
            Counted(OwnPools(document), Texts.Loss_OwnShape),
            Counted(root.Descendants(BpmnXml.Model + "documentation").Count(words => words.HasElements), Texts.Loss_Markup),
            Counted(root.Descendants().Attributes("messageVisibleKind").Count(kind => kind.Value == "initiating"), Texts.Loss_Envelope),
            Counted(PrefixedReferences(root), Texts.Loss_References),
            Counted(root.Descendants().Attributes("name").Count(name => name.Value.AsSpan().ContainsAny('\r', '\t')), Texts.Loss_Breaks),
            Counted(Collapsed(document), Texts.Loss_NewDrawings),
            Counted(root.Descendants(BpmnXml.Interchange + "BPMNDiagram").Elements().Count(child => child.Name.Namespace == BpmnXml.Interchange && child.Name.LocalName == "BPMNLabelStyle"), Texts.Loss_LabelStyles),
        ];
        return [.. losses.OfType<string>()];
    }

    // What a drawing refers to is looked for by its identifier, and the file itself is found first.
    private static bool IsAlsoOfAnElement(XElement root) =>
        (string?)root.Attribute("id") is { } id && root.Descendants().Any(element => (string?)element.Attribute("id") == id);

    private static string? Counted(int count, string text) => count > 0 ? text.With(count) : null;

    // One name space under two local names cannot be written again.
    private static int Unopenable(XElement root) => root.DescendantsAndSelf().Where(element => element != root).Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Name.LocalName != "xmlns")
        .GroupBy(attribute => attribute.Value, StringComparer.Ordinal).Count(same => same.Select(attribute => attribute.Name.LocalName).Distinct(StringComparer.Ordinal).Skip(1).Any());

    // The drawing of a process that stands beside the collaboration.
    private static int Called(BpmnDocument document)
    {
        var processes = Processes(document);
        return document.Root.Elements(BpmnXml.Model + "collaboration").Any() ? document.Drawings.Count(drawing => processes.Contains(drawing.Plane)) : 0;
    }

    private static int OwnPools(BpmnDocument document)
    {
        var processes = Processes(document);
        return document.Drawings.SelectMany(drawing => drawing.Shapes).Count(shape => processes.Contains(shape.Element));
    }

    private static HashSet<string> Processes(BpmnDocument document) =>
        document.Root.Elements(BpmnXml.Model + "process").Select(process => process.Attribute("id")?.Value.Trim()).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static int Collapsed(BpmnDocument document)
    {
        var planes = document.Drawings.Select(drawing => drawing.Plane).ToHashSet(StringComparer.Ordinal);
        return document.Drawings.SelectMany(drawing => drawing.Shapes).Count(shape => !shape.IsExpanded && document.Find(shape.Element) is { HasContent: true } part && !planes.Contains(part.Id));
    }

    private static int PrefixedReferences(XElement root) => root.Descendants().Where(element => element.Name.Namespace == BpmnXml.Model).Attributes()
        .Count(attribute => attribute.Name.LocalName is "sourceRef" or "targetRef" or "attachedToRef" or "processRef" or "default" or "dataObjectRef" or "categoryValueRef" && attribute.Value.Contains(':', StringComparison.Ordinal))
        + root.Descendants().Count(element => element.Name.Namespace == BpmnXml.Model && element.Name.LocalName is "incoming" or "outgoing" or "flowNodeRef" or "sourceRef" or "targetRef" && element.Value.Contains(':', StringComparison.Ordinal));
}
