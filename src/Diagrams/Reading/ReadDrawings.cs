using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Pupitre.Kernel;

namespace Pupitre.Diagrams;

/// <summary>The drawings in a document: where each element stands.</summary>
internal sealed class ReadDrawings
{
    /// <summary>Past this a number is no place on a sheet.</summary>
    private const double MaxCoordinate = 1_000_000;

    /// <summary>Most shapes and edges of all drawings together: an element may stand on a few of them.</summary>
    public const int MaxDrawn = 3 * BpmnDocument.MaxElements;

    private readonly Dictionary<string, DrawnShape> _shapes = new(StringComparer.Ordinal);

    public ReadDrawings(XElement definitions)
    {
        var planes = definitions.Elements(BpmnXml.Interchange + "BPMNDiagram").Elements(BpmnXml.Interchange + "BPMNPlane");
        if (planes.Elements().Count(drawn => drawn.Name.LocalName is "BPMNShape" or "BPMNEdge") > MaxDrawn)
        {
            throw new Refused(Texts.Read_TooManyDrawn.With(MaxDrawn));
        }

        All = [.. definitions.Elements(BpmnXml.Interchange + "BPMNDiagram").Select(Read).Where(drawing => !drawing.Shapes.IsEmpty)];
        foreach (var shape in All.SelectMany(drawing => drawing.Shapes))
        {
            _shapes.TryAdd(shape.Element, shape);
        }
    }

    public ImmutableArray<Drawing> All { get; }

    /// <summary>Where an element is drawn, or null.</summary>
    public Box? Of(string id) => _shapes.TryGetValue(id, out var shape) ? shape.Bounds : null;

    private static Drawing Read(XElement diagram)
    {
        var plane = diagram.Element(BpmnXml.Interchange + "BPMNPlane");
        return new(
            BpmnText.OnOneLine(diagram.Attribute("name")?.Value),
            BpmnText.Local(plane?.Attribute("bpmnElement")?.Value),
            [.. plane?.Elements(BpmnXml.Interchange + "BPMNShape").Select(Shape).OfType<DrawnShape>() ?? []],
            [.. plane?.Elements(BpmnXml.Interchange + "BPMNEdge").Select(Edge).OfType<DrawnEdge>() ?? []]);
    }

    private static DrawnShape? Shape(XElement shape) => BoundsOf(shape) is { } bounds
        ? new(BpmnText.Local(shape.Attribute("bpmnElement")?.Value), bounds, LabelOf(shape), !BpmnText.Says(shape, "isHorizontal", value: false), !BpmnText.Says(shape, "isExpanded", value: false))
        : null;

    private static DrawnEdge? Edge(XElement edge)
    {
        var points = edge.Elements(BpmnXml.Lines + "waypoint").Select(point => new Spot(Number(point, "x"), Number(point, "y"))).ToImmutableArray();
        return points.Length < 2 ? null : new(BpmnText.Local(edge.Attribute("bpmnElement")?.Value), points, LabelOf(edge));
    }

    private static Box? LabelOf(XElement drawn) => drawn.Element(BpmnXml.Interchange + "BPMNLabel") is { } label ? BoundsOf(label) : null;

    private static Box? BoundsOf(XElement drawn) => drawn.Element(BpmnXml.Geometry + "Bounds") is { } bounds && Number(bounds, "width") is var width && Number(bounds, "height") is var height && width > 0 && height > 0
        ? new(Number(bounds, "x"), Number(bounds, "y"), width, height)
        : null;

    private static double Number(XElement element, string attribute) =>
        double.TryParse(element.Attribute(attribute)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Math.Clamp(number, -MaxCoordinate, MaxCoordinate) : 0;
}
