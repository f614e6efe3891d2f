using System.Xml.Linq;

namespace Pupitre.Diagrams;

/// <summary>What the parts of a step, an event or a gateway say of it.</summary>
internal static class NodeDetails
{
    private const string DefinitionEnd = "EventDefinition";

    public static BpmnElement Of(XElement element, BpmnElement node, RootParts parts) => node with
    {
        Trigger = TriggerOf(element),
        AttachedTo = element.Attribute("attachedToRef")?.Value is { } host ? BpmnText.Local(host) : null,
        IsNonInterrupting = BpmnText.Says(element, "cancelActivity", value: false) || BpmnText.Says(element, "isInterrupting", value: false),
        Repetition = RepetitionOf(element),
        IsCompensation = BpmnText.Says(element, "isForCompensation", value: true),
        IsStartedByEvent = BpmnText.Says(element, "triggeredByEvent", value: true),
        Performer = PerformerOf(element, parts),
    };

    private static string? TriggerOf(XElement element)
    {
        var all = element.Elements().Where(child => child.Name.LocalName.EndsWith(DefinitionEnd, StringComparison.Ordinal)).Select(child => child.Name.LocalName[..^DefinitionEnd.Length]).ToList();
        return all.Count switch { 0 when element.Elements().Any(child => child.Name.LocalName == "eventDefinitionRef") => "multiple", 0 => null, 1 => all[0], _ => "multiple" };
    }

    private static string? RepetitionOf(XElement element) =>
        element.Element(BpmnXml.Model + "standardLoopCharacteristics") is not null ? "loop"
        : element.Element(BpmnXml.Model + "multiInstanceLoopCharacteristics") is not { } instances ? null
        : BpmnText.Says(instances, "isSequential", value: true) ? "sequential" : "parallel";

    private static string? PerformerOf(XElement element, RootParts parts)
    {
        var role = element.Elements().FirstOrDefault(child => child.Name.LocalName is "potentialOwner" or "humanPerformer" or "performer" or "resourceRole");
        if (role is null)
        {
            return null;
        }

        var reference = role.Elements().FirstOrDefault(child => child.Name.LocalName == "resourceRef")?.Value;
        var said = BpmnText.OnOneLine(parts.Resource(reference) ?? role.Attribute("name")?.Value);
        return said.Length > 0 ? said : null;
    }
}
