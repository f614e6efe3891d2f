using System.Collections.Immutable;

namespace Pupitre.Diagrams;

/// <summary>Draws a flow: its line, its ends and its name.</summary>
internal static class EdgePicture
{
    private const double LabelWidth = 90;
    private const double CornerRadius = 6;
    private const double BeforeArrow = 22;

    public static void Draw(SvgText svg, DrawnEdge edge, BpmnElement flow, BpmnElement? source, string picture)
    {
        var (look, end) = flow.Kind switch
        {
            ElementKind.SequenceFlow => ("pu-dg-line", "end"),
            ElementKind.MessageFlow => ("pu-dg-message", "open"),
            _ => ("pu-dg-note-line", flow.Type is "dataInputAssociation" or "dataOutputAssociation" ? "end" : null),
        };
        svg.Path(Rounded(edge.Points), look, end is null ? "" : $" marker-end=\"url(#{SvgText.Safe(picture)}-{end})\"");
        var (first, second) = (edge.Points[0], edge.Points[1]);
        if (flow.Kind == ElementKind.MessageFlow)
        {
            svg.Circle(first, 4, "pu-dg-box");
        }
        else if (flow.IsDefault)
        {
            var at = Along(first, second, 12);
            svg.Sign(at, "M-4 5L4 -5", "pu-dg-mark");
        }
        else if (flow.Condition is not null && source?.Kind == ElementKind.Activity)
        {
            var at = Along(first, second, 8);
            svg.Sign(at, "M-8 0L0 -5L8 0L0 5z", "pu-dg-box");
        }

        DrawName(svg, edge, flow);
    }

    /// <summary>Half-way along a line.</summary>
    public static Spot Middle(ImmutableArray<Spot> points)
    {
        var half = Enumerable.Range(1, points.Length - 1).Sum(at => Distance(points[at - 1], points[at])) / 2;
        for (var at = 1; at < points.Length; at++)
        {
            var length = Distance(points[at - 1], points[at]);
            if (length >= half)
            {
                return Along(points[at - 1], points[at], half);
            }

            half -= length;
        }

        return points[^1];
    }

    /// <summary>Just before the arrow, where no name stands.</summary>
    public static Spot NearEnd(ImmutableArray<Spot> points) => Along(points[^1], points[^2], Math.Min(BeforeArrow, Distance(points[^1], points[^2]) / 2));

    private static void DrawName(SvgText svg, DrawnEdge edge, BpmnElement flow)
    {
        var name = Routes.NameOf(flow);
        if (name.Length == 0 || flow.Kind == ElementKind.Association)
        {
            return;
        }

        if (edge.Label is { } label)
        {
            svg.Words(Words.InLabel(name, label), label.Centre.X, label.Y + 11, "middle", "pu-dg-label");
            return;
        }

        var middle = Middle(edge.Points);
        svg.Words(Words.Wrap(name, LabelWidth, NodeSizes.MaxLabelLines), middle.X, middle.Y - 5, "middle", "pu-dg-label");
    }

    private static string Rounded(ImmutableArray<Spot> points)
    {
        var path = new System.Text.StringBuilder($"M{SvgText.Number(points[0].X)} {SvgText.Number(points[0].Y)}");
        for (var at = 1; at < points.Length - 1; at++)
        {
            var corner = points[at];
            var radius = Math.Min(CornerRadius, Math.Min(Distance(points[at - 1], corner), Distance(corner, points[at + 1])) / 2);
            var (before, after) = (Along(corner, points[at - 1], radius), Along(corner, points[at + 1], radius));
            path.Append(System.Globalization.CultureInfo.InvariantCulture, $"L{SvgText.Number(before.X)} {SvgText.Number(before.Y)}Q{SvgText.Number(corner.X)} {SvgText.Number(corner.Y)} {SvgText.Number(after.X)} {SvgText.Number(after.Y)}");
        }

        return path.Append(System.Globalization.CultureInfo.InvariantCulture, $"L{SvgText.Number(points[^1].X)} {SvgText.Number(points[^1].Y)}").ToString();
    }

    private static double Distance(Spot from, Spot to) => Math.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y)));

    private static Spot Along(Spot from, Spot to, double length)
    {
        var whole = Distance(from, to);
        return whole == 0 ? from : new(from.X + ((to.X - from.X) * length / whole), from.Y + ((to.Y - from.Y) * length / whole));
    }
}
