using System.Xml.Linq;

namespace Pupitre.Diagrams;

/// <summary>
/// Names of what stands at the root of a document and is referred to from below, read once: each of thousands of steps may refer to one of
/// thousands.
/// </summary>
internal sealed class RootParts(XElement definitions)
{
    private readonly Dictionary<string, string> _resources = Named(definitions.Elements(BpmnXml.Model + "resource"), "name");
    private readonly Dictionary<string, string> _categories =
        Named(definitions.Elements(BpmnXml.Model + "category").Elements(BpmnXml.Model + "categoryValue"), "value");

    private readonly Dictionary<string, string> _processes = Named(ProcessesOf(definitions), "name");

    public static IEnumerable<XElement> ProcessesOf(XElement definitions) =>
        definitions.Elements(BpmnXml.Model + "process").Concat(definitions.Elements(BpmnXml.Model + "choreography"));

    public string? Resource(string? reference) => _resources.GetValueOrDefault(BpmnText.Local(reference));

    public string? Category(string? reference) => _categories.GetValueOrDefault(BpmnText.Local(reference));

    public string? Process(string? reference) => _processes.GetValueOrDefault(BpmnText.Local(reference));

    // Where two bear one identifier, the first.
    private static Dictionary<string, string> Named(IEnumerable<XElement> parts, string attribute)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.Attribute("id")?.Value.Trim() is { } id && part.Attribute(attribute)?.Value is { } name)
            {
                names.TryAdd(id, name);
            }
        }

        return names;
    }
}
