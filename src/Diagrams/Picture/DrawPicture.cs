using System.Collections.Frozen;

namespace Pupitre.Diagrams;

/// <summary>
/// Draws a document as SVG from where its elements stand. The looks are classes, coloured by the page (light, dark, paper); a picture that stands
/// alone brings its own. No script, nothing fetched.
/// </summary>
public static class DrawPicture
{
    private const double Margin = 12;

    /// <summary>Widest and highest picture, in pixels: past this it is drawn smaller.</summary>
    private const double MaxSide = 30_000;

    /// <param name="drawing">One of the document's drawings, or one of <see cref="LayOut"/>.</param>
    /// <param name="about">Title and description for whoever hears the page.</param>
    /// <param name="marks">What is said of elements, by identifier.</param>
    public static string Run(BpmnDocument document, Drawing drawing, PictureAbout about, IReadOnlyDictionary<string, PictureMark>? marks = null)
    {
        marks ??= FrozenDictionary<string, PictureMark>.Empty;
        var svg = new SvgText();
        Open(svg, drawing.Bounds, about);
        var shapes = drawing.Shapes.Select(shape => (Shape: shape, Element: document.Find(shape.Element))).Where(pair => pair.Element is not null).ToList();
        foreach (var (shape, element) in shapes.Where(pair => pair.Element!.Kind is ElementKind.Pool or ElementKind.Lane or ElementKind.Group || (pair.Element.HasContent && pair.Shape.IsExpanded)))
        {
            Put(svg, element!, marks, () => ShapePicture.Draw(svg, shape, element!));
        }

        foreach (var edge in drawing.Edges)
        {
            if (document.Find(edge.Element) is { } flow)
            {
                Put(svg, flow, marks, () => EdgePicture.Draw(svg, edge, flow, document.Find(flow.Source), about.Id));
            }
        }

        foreach (var (shape, element) in shapes.Where(pair => pair.Element!.Kind is not (ElementKind.Pool or ElementKind.Lane or ElementKind.Group) && !(pair.Element.HasContent && pair.Shape.IsExpanded)))
        {
            Put(svg, element!, marks, () => ShapePicture.Draw(svg, shape, element!));
        }

        PutSigns(svg, drawing, document, marks);
        return svg.Raw("</svg>").ToString();
    }

    private static void Open(SvgText svg, Box bounds, PictureAbout about)
    {
        var (width, height) = (bounds.Width + (2 * Margin), bounds.Height + (2 * Margin));
        var scale = Math.Min(1, MaxSide / Math.Max(1, Math.Max(width, height)));
        var id = SvgText.Safe(about.Id);
        svg.Raw($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{SvgText.Number(bounds.X - Margin)} {SvgText.Number(bounds.Y - Margin)} {SvgText.Number(width)} {SvgText.Number(height)}\" width=\"{SvgText.Number(width * scale)}\" height=\"{SvgText.Number(height * scale)}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" class=\"pu-dg\">");
        svg.Raw($"<title id=\"{id}-title\">{SvgText.Safe(about.Title)}</title><desc id=\"{id}-desc\">{SvgText.Safe(about.Description)}</desc>");
        if (about.IsAlone)
        {
            svg.Raw("<style>" + PictureLook.Alone + "</style>");
            svg.Rect(new Box(bounds.X - Margin, bounds.Y - Margin, width, height), "pu-dg-sheet");
        }

        // One arrow for each look, named after the picture: two pictures may stand on one page.
        svg.Raw($"<defs><marker id=\"{id}-end\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\" markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0.5L10 5L0 9.5z\" class=\"pu-dg-head\"/></marker><marker id=\"{id}-open\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\" markerWidth=\"10\" markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 1L10 5L0 9z\" class=\"pu-dg-box\"/></marker></defs>");
    }

    private static void Put(SvgText svg, BpmnElement element, IReadOnlyDictionary<string, PictureMark> marks, Action draw)
    {
        var mark = marks.GetValueOrDefault(element.Id);
        var look = mark is null ? "" : $" class=\"pu-dg-{mark.Kind.ToString().ToLowerInvariant()}\"";
        svg.Raw($"<g data-element=\"{SvgText.Safe(element.Id)}\"{look}>");
        if ((mark?.Title ?? element.Name) is { Length: > 0 } title)
        {
            svg.Raw($"<title>{SvgText.Safe(title)}</title>");
        }

        draw();
        svg.Raw("</g>");
    }

    private static void PutSigns(SvgText svg, Drawing drawing, BpmnDocument document, IReadOnlyDictionary<string, PictureMark> marks)
    {
        if (marks.Count == 0)
        {
            return;
        }

        var places = drawing.Shapes.Select(shape => (shape.Element, At: new Spot(shape.Bounds.Right, shape.Bounds.Y)))
            .Concat(drawing.Edges.Select(edge => (edge.Element, At: EdgePicture.NearEnd(edge.Points))));
        foreach (var (id, at) in places)
        {
            if (document.Find(id) is { } element && marks.TryGetValue(element.Id, out var mark))
            {
                svg.Raw($"<g class=\"pu-dg-{mark.Kind.ToString().ToLowerInvariant()}\"><title>{SvgText.Safe(mark.Title)}</title>");
                svg.Circle(at, 9, "pu-dg-sign").Words([mark.Sign], at.X, at.Y + 4, "middle", "pu-dg-signed").Raw("</g>");
            }
        }
    }
}

/// <summary>What a picture is called.</summary>
/// <param name="Id">Its name among the pictures of a page: letters and digits.</param>
/// <param name="IsAlone">Whether it is a file of its own and brings its colours.</param>
public sealed record PictureAbout(string Id, string Title, string Description, bool IsAlone = false);
