using System.Xml.Linq;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>What the file holds that is not drawn, not run and not fetched.</summary>
internal static class CheckFile
{
    private static readonly HashSet<string> _references = ["sourceRef", "targetRef", "attachedToRef", "processRef", "calledElement", "itemSubjectRef", "messageRef", "structureRef", "dataObjectRef", "dataStoreRef", "categoryValueRef", "bpmnElement"];

    public static void Run(BpmnDocument document, Findings findings)
    {
        Drawn(document, findings);
        var scripts = document.Root.Descendants().Where(IsScript).ToList();
        if (scripts.Count > 0)
        {
            findings.Add(new DiagramFinding(FindingRule.Script, FindingWeight.Note, IdAround(scripts[0]), BpmnXml.LineOf(scripts[0]), Texts.Check_Scripts.With(scripts.Count, BpmnXml.LineOf(scripts[0]))));
        }

        foreach (var import in document.Root.Elements(BpmnXml.Model + "import"))
        {
            findings.Add(new DiagramFinding(FindingRule.External, FindingWeight.Note, Element: null, BpmnXml.LineOf(import), Texts.Check_External.With(import.Attribute("location")?.Value ?? import.Attribute("namespace")?.Value ?? "?")));
        }

        var known = Prefixes(document.Root);
        foreach (var attribute in document.Root.Descendants().Attributes().Where(attribute => _references.Contains(attribute.Name.LocalName) && HasUnknownPrefix(attribute, known)).Take(CheckDiagram.MaxOfOneRule))
        {
            findings.Add(new DiagramFinding(FindingRule.UnknownPrefix, FindingWeight.Note, IdAround(attribute.Parent!), BpmnXml.LineOf(attribute), Texts.Check_UnknownPrefix.With(attribute.Value, attribute.Name.LocalName, BpmnXml.LineOf(attribute))));
        }
    }

    private static void Drawn(BpmnDocument document, Findings findings)
    {
        if (!document.HasDrawing)
        {
            findings.Add(FindingRule.NoDrawing, FindingWeight.Note, null, Texts.Check_NoDrawing);
            return;
        }

        var drawn = document.Drawings.SelectMany(drawing => drawing.Shapes.Select(shape => shape.Element).Concat(drawing.Edges.Select(edge => edge.Element)))
            .Select(id => document.Find(id)?.Id ?? "").ToHashSet(StringComparer.Ordinal);
        foreach (var element in document.Elements.Where(element => (element.IsNode || element.Kind is ElementKind.SequenceFlow or ElementKind.MessageFlow) && !drawn.Contains(element.Id)))
        {
            findings.Add(FindingRule.Undrawn, FindingWeight.Note, element, Texts.Check_Undrawn.With(element.Shown));
        }
    }

    private static bool IsScript(XElement element) => element.Name.LocalName is "script" && element.Value.Trim().Length > 0;

    // Wherever the file declares them: whether exactly around a reference would be a search through all that is around it, for each.
    private static HashSet<string> Prefixes(XElement root) =>
    [
        "xml", "xmlns",
        .. root.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Select(attribute => attribute.Name.LocalName),
    ];

    private static bool HasUnknownPrefix(XAttribute attribute, HashSet<string> known) =>
        attribute.Value.Split(':') is [{ Length: > 0 } prefix, _] && System.Xml.XmlReader.IsName(prefix) && !known.Contains(prefix);

    private static string? IdAround(XElement element) => element.AncestorsAndSelf().Select(around => around.Attribute("id")?.Value).FirstOrDefault(id => id is not null);
}
