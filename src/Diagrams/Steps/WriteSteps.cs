using System.Xml.Linq;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>Writes steps, gateways and lanes as BPMN 2.0, without a drawing.</summary>
internal static class WriteSteps
{
    private const string ProcessId = "Process_1";

    public static byte[] Run(string name, StepGraph graph)
    {
        var root = new XElement(
            BpmnXml.Model + "definitions",
            new XAttribute("id", "Definitions_1"),
            new XAttribute("targetNamespace", "urn:pupitre:bpmn"),
            new XAttribute("exporter", "Pupitre"),
            new XElement(BpmnXml.Model + "collaboration", new XAttribute("id", "Collaboration_1"), new XElement(BpmnXml.Model + "participant", new XAttribute("id", "Pool_1"), new XAttribute("name", BpmnText.OnOneLine(name).ForXml()), new XAttribute("processRef", ProcessId))),
            new XElement(BpmnXml.Model + "process", new XAttribute("id", ProcessId), new XAttribute("isExecutable", "false"), Lanes(graph), Nodes(graph)));
        return BpmnDocument.Write(new XDocument(new XDeclaration("1.0", "UTF-8", null), root), []);
    }

    private static XElement? Lanes(StepGraph graph)
    {
        var roles = graph.Nodes.Select(node => node.Role).Distinct(StringComparer.Ordinal).ToList();
        if (roles is [null])
        {
            return null;
        }

        return new XElement(BpmnXml.Model + "laneSet", new XAttribute("id", "Lanes_1"), roles.Select((role, at) => new XElement(
            BpmnXml.Model + "lane",
            new XAttribute("id", "Lane_" + (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            role is null ? null : new XAttribute("name", role.ForXml()),
            graph.Nodes.Where(node => node.Role == role).Select(node => new XElement(BpmnXml.Model + "flowNodeRef", node.Id)))));
    }

    private static IEnumerable<XElement> Nodes(StepGraph graph)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var flows = graph.Ways.ConvertAll(way =>
        {
            var id = "Flow_" + way.From.Id + "_" + way.To.Id;
            while (!ids.Add(id))
            {
                id += "_";
            }

            return (Id: id, Way: way);
        });
        var (into, out_) = (flows.ToLookup(flow => flow.Way.To, flow => flow.Id), flows.ToLookup(flow => flow.Way.From, flow => flow.Id));
        // Editors draw no line that the step itself does not name.
        return graph.Nodes.Select(node => new XElement(
            BpmnXml.Model + node.Type,
            new XAttribute("id", node.Id),
            node.Name.Length > 0 ? new XAttribute("name", node.Name.ForXml()) : null,
            node.Note is null ? null : new XElement(BpmnXml.Model + "documentation", node.Note.ForXml()),
            into[node].Select(id => new XElement(BpmnXml.Model + "incoming", id)),
            out_[node].Select(id => new XElement(BpmnXml.Model + "outgoing", id))))
            .Concat(flows.Select(flow => new XElement(
                BpmnXml.Model + "sequenceFlow",
                new XAttribute("id", flow.Id),
                flow.Way.Name.Length > 0 ? new XAttribute("name", flow.Way.Name.ForXml()) : null,
                new XAttribute("sourceRef", flow.Way.From.Id),
                new XAttribute("targetRef", flow.Way.To.Id))));
    }
}
