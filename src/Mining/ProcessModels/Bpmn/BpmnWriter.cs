using System.Globalization;
using System.Text;
using System.Xml;

namespace Pupitre.Mining;

/// <summary>
/// Writes a tree as BPMN 2.0 (ISO/IEC 19510) with its diagram: tasks, exclusive and parallel gateways, one start and one end. Read again by
/// <see cref="BpmnReader"/> it has the same language.
/// </summary>
/// <remarks>
/// A name with line breaks is kept in an attribute of its own too, since drawings break names where they please. Characters that XML cannot
/// hold are replaced by U+FFFD.
/// </remarks>
public static class BpmnWriter
{
    /// <summary>Most tasks that are drawn: nobody reads more, and editors freeze.</summary>
    public const int MostTasks = 2_000;

    private const string Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private const string Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";
    private const string Common = "http://www.omg.org/spec/DD/20100524/DC";
    private const string Interchange = "http://www.omg.org/spec/DD/20100524/DI";
    private const string ProcessId = "Process_1";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>How many tasks a tree would be drawn with.</summary>
    public static int TasksOf(ProcessTree tree) => tree.Operator == TreeOperator.Leaf ? tree.IsSilent ? 0 : 1 : tree.Parts.Sum(TasksOf);

    /// <summary>Writes the whole drawing. The stream stays open.</summary>
    /// <param name="tree">The process.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="name">What the process is called, or null.</param>
    /// <exception cref="ArgumentException">It has more than <see cref="MostTasks"/> tasks.</exception>
    public static void Write(ProcessTree tree, Stream stream, string? name = null)
    {
        if (TasksOf(tree) > MostTasks)
        {
            throw new ArgumentException(FormattableString.Invariant($"At most {MostTasks} tasks are drawn."), nameof(tree));
        }

        var drawing = DrawTree.Run(TreeNormalForm.Of(tree));
        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartElement("bpmn", "definitions", Model);
        xml.WriteAttributeString("xmlns", "bpmndi", null, Diagram);
        xml.WriteAttributeString("xmlns", "dc", null, Common);
        xml.WriteAttributeString("xmlns", "di", null, Interchange);
        xml.WriteAttributeString("xmlns", "pupitre", null, BpmnNames.Namespace);
        xml.WriteAttributeString("id", "Definitions_1");
        xml.WriteAttributeString("targetNamespace", BpmnNames.Namespace);
        xml.WriteAttributeString("exporter", "Pupitre");
        WriteProcess(xml, drawing, name);
        WriteDiagram(xml, drawing);
        xml.WriteEndElement();
    }

    private static void WriteProcess(XmlWriter xml, DrawnBlock drawing, string? name)
    {
        var incoming = drawing.Flows.ToLookup(flow => flow.Target, flow => flow.Id, StringComparer.Ordinal);
        var outgoing = drawing.Flows.ToLookup(flow => flow.Source, flow => flow.Id, StringComparer.Ordinal);
        xml.WriteStartElement("process", Model);
        xml.WriteAttributeString("id", ProcessId);
        if (name is not null)
        {
            xml.WriteAttributeString("name", PnmlWriter.Legal(name));
        }

        xml.WriteAttributeString("isExecutable", "false");
        foreach (var shape in drawing.Shapes.OrderBy(shape => shape.X))
        {
            xml.WriteStartElement(shape.Element, Model);
            xml.WriteAttributeString("id", shape.Id);
            WriteName(xml, shape.Name);
            foreach (var flow in incoming[shape.Id])
            {
                xml.WriteElementString("incoming", Model, flow);
            }

            foreach (var flow in outgoing[shape.Id])
            {
                xml.WriteElementString("outgoing", Model, flow);
            }

            xml.WriteEndElement();
        }

        foreach (var flow in drawing.Flows)
        {
            xml.WriteStartElement("sequenceFlow", Model);
            xml.WriteAttributeString("id", flow.Id);
            xml.WriteAttributeString("sourceRef", flow.Source);
            xml.WriteAttributeString("targetRef", flow.Target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteName(XmlWriter xml, string? name)
    {
        if (name is null)
        {
            return;
        }

        var legal = PnmlWriter.Legal(name);
        xml.WriteAttributeString("name", legal);
        if (BpmnNames.OnOneLine(legal) != legal)
        {
            xml.WriteAttributeString("activity", BpmnNames.Namespace, legal);
        }
    }

    private static void WriteDiagram(XmlWriter xml, DrawnBlock drawing)
    {
        xml.WriteStartElement("BPMNDiagram", Diagram);
        xml.WriteAttributeString("id", "Diagram_1");
        xml.WriteStartElement("BPMNPlane", Diagram);
        xml.WriteAttributeString("id", "Plane_1");
        xml.WriteAttributeString("bpmnElement", ProcessId);
        foreach (var shape in drawing.Shapes)
        {
            xml.WriteStartElement("BPMNShape", Diagram);
            xml.WriteAttributeString("id", shape.Id + "_di");
            xml.WriteAttributeString("bpmnElement", shape.Id);
            if (shape.Element == "exclusiveGateway")
            {
                xml.WriteAttributeString("isMarkerVisible", "true");
            }

            xml.WriteStartElement("Bounds", Common);
            WriteNumbers(xml, ("x", shape.X), ("y", shape.Y), ("width", shape.Width), ("height", shape.Height));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        foreach (var flow in drawing.Flows)
        {
            xml.WriteStartElement("BPMNEdge", Diagram);
            xml.WriteAttributeString("id", flow.Id + "_di");
            xml.WriteAttributeString("bpmnElement", flow.Id);
            foreach (var point in flow.Points)
            {
                xml.WriteStartElement("waypoint", Interchange);
                WriteNumbers(xml, ("x", point.X), ("y", point.Y));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteNumbers(XmlWriter xml, params ReadOnlySpan<(string Name, int Value)> numbers)
    {
        foreach (var (name, value) in numbers)
        {
            xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
