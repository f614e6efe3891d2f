using System.Globalization;
using System.Xml.Linq;

namespace Pupitre.Diagrams;

/// <summary>Writes a drawing as BPMN's diagram interchange.</summary>
internal static class WriteDrawing
{
    public static XElement Run(Drawing drawing, BpmnDocument document)
    {
        var plane = new XElement(BpmnXml.Interchange + "BPMNPlane", new XAttribute("id", "Plane_1"), new XAttribute("bpmnElement", drawing.Plane));
        plane.Add(drawing.Shapes.Select(shape => Shape(shape, document.Find(shape.Element))));
        plane.Add(drawing.Edges.Select(Edge));
        // Declared on the drawing itself: a document without one rarely knows these prefixes.
        return new XElement(
            BpmnXml.Interchange + "BPMNDiagram",
            new XAttribute(XNamespace.Xmlns + "bpmndi", BpmnXml.Interchange.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", BpmnXml.Geometry.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "di", BpmnXml.Lines.NamespaceName),
            new XAttribute("id", "Diagram_1"),
            plane);
    }

    private static XElement Shape(DrawnShape shape, BpmnElement? element) => new(
        BpmnXml.Interchange + "BPMNShape",
        new XAttribute("id", shape.Element + "_shape"),
        new XAttribute("bpmnElement", shape.Element),
        element?.Kind is ElementKind.Pool or ElementKind.Lane ? new XAttribute("isHorizontal", "true") : null,
        element?.HasContent == true ? new XAttribute("isExpanded", shape.IsExpanded ? "true" : "false") : null,
        element?.Type == "exclusiveGateway" ? new XAttribute("isMarkerVisible", "true") : null,
        Bounds(shape.Bounds),
        Label(shape.Label));

    private static XElement Edge(DrawnEdge edge) => new(
        BpmnXml.Interchange + "BPMNEdge",
        new XAttribute("id", edge.Element + "_edge"),
        new XAttribute("bpmnElement", edge.Element),
        edge.Points.Select(point => new XElement(BpmnXml.Lines + "waypoint", new XAttribute("x", Number(point.X)), new XAttribute("y", Number(point.Y)))),
        Label(edge.Label));

    private static XElement? Label(Box? box) => box is { } label ? new XElement(BpmnXml.Interchange + "BPMNLabel", Bounds(label)) : null;

    private static XElement Bounds(Box box) => new(
        BpmnXml.Geometry + "Bounds",
        new XAttribute("x", Number(box.X)),
        new XAttribute("y", Number(box.Y)),
        new XAttribute("width", Number(box.Width)),
        new XAttribute("height", Number(box.Height)));

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
