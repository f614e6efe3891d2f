namespace Pupitre.Diagrams;

/// <summary>Draws pools, lanes, steps, events, gateways, data and notes, each by the form that the standard gives it (chapters 7 and 10).</summary>
internal static class ShapePicture
{
    private const double Head = 30;
    private const double Padding = 8;

    public static void Draw(SvgText svg, DrawnShape shape, BpmnElement element)
    {
        switch (element.Kind)
        {
            case ElementKind.Pool or ElementKind.Lane:
                Band(svg, shape, element);
                break;
            case ElementKind.Event:
                Event(svg, shape, element);
                break;
            case ElementKind.Gateway:
                Gateway(svg, shape, element);
                break;
            case ElementKind.Data:
                Data(svg, shape, element);
                break;
            case ElementKind.Annotation:
                Annotation(svg, shape.Bounds, element);
                break;
            case ElementKind.Group:
                svg.Rect(shape.Bounds, "pu-dg-group", 10);
                svg.Words(Words.Wrap(element.Name, shape.Bounds.Width, 2), shape.Bounds.Centre.X, shape.Bounds.Y + 14, "middle");
                break;
            default:
                Activity(svg, shape, element);
                break;
        }
    }

    private static void Band(SvgText svg, DrawnShape shape, BpmnElement element)
    {
        var box = shape.Bounds;
        svg.Rect(box, element.Kind == ElementKind.Pool ? "pu-dg-pool" : "pu-dg-lane");
        if (element.Name.Length == 0)
        {
            return;
        }

        if (!shape.IsHorizontal)
        {
            svg.Words(Words.Wrap(element.Name, box.Width - Padding, 2), box.Centre.X, box.Y + 18, "middle", "pu-dg-band");
            return;
        }

        // A pool that is drawn closed has no head: its name stands in the middle.
        if (element.Kind == ElementKind.Pool && element.Scope is null)
        {
            svg.Words(Words.Wrap(element.Name, box.Width - Padding, 2), box.Centre.X, box.Centre.Y + 4, "middle", "pu-dg-band");
            return;
        }

        var x = box.X + (Head / 2);
        var lines = Words.Wrap(element.Name, box.Height - Padding, 2);
        svg.Path($"M{SvgText.Number(box.X + Head)} {SvgText.Number(box.Y)}V{SvgText.Number(box.Bottom)}", "pu-dg-edge");
        svg.Raw($"<g transform=\"rotate(-90 {SvgText.Number(x)} {SvgText.Number(box.Centre.Y)})\">")
            .Words(lines, x, box.Centre.Y + 4 - ((lines.Count - 1) * 7), "middle", "pu-dg-band").Raw("</g>");
    }

    private static void Activity(SvgText svg, DrawnShape shape, BpmnElement element)
    {
        var box = shape.Bounds;
        var isOpen = element.HasContent && shape.IsExpanded;
        svg.Rect(box, (isOpen ? "pu-dg-open" : "pu-dg-box") + (element.Type == "callActivity" ? " pu-dg-thick" : "") + (element.IsStartedByEvent ? " pu-dg-dots" : ""), 8);
        if (element.Type == "transaction")
        {
            svg.Rect(new Box(box.X + 3, box.Y + 3, Math.Max(0, box.Width - 6), Math.Max(0, box.Height - 6)), "pu-dg-edge", 6);
        }

        if (PictureSigns.OfTask(element.Type) is { } sign)
        {
            svg.Sign(new(box.X + 14, box.Y + 13), sign, "pu-dg-icon");
        }

        var below = Below(element, isOpen);
        for (var at = 0; at < below.Count; at++)
        {
            svg.Sign(new(box.Centre.X + ((at - ((below.Count - 1) / 2.0)) * 18), box.Bottom - 10), below[at], "pu-dg-icon");
        }

        var room = (int)Math.Max(1, (box.Height - (below.Count > 0 ? 18 : 4)) / NodeSizes.LineHeight);
        var lines = Words.Wrap(element.Name, box.Width - Padding - (PictureSigns.OfTask(element.Type) is null ? 0 : 12), room);
        var top = isOpen ? box.Y + 17 : box.Centre.Y - ((lines.Count - 1) * NodeSizes.LineHeight / 2) + 4 - (below.Count > 0 ? 6 : 0);
        svg.Words(lines, box.Centre.X, top, "middle");
    }

    private static List<string> Below(BpmnElement element, bool isOpen)
    {
        List<string?> signs =
        [
            element.Repetition is { } repetition ? PictureSigns.OfRepetition(repetition) : null,
            element.IsCompensation ? PictureSigns.Back : null,
            element.Type == "adHocSubProcess" ? PictureSigns.AdHoc : null,
            element.Type is "subProcess" or "transaction" or "adHocSubProcess" && !isOpen ? PictureSigns.Closed : null,
        ];
        return [.. signs.OfType<string>()];
    }

    private static void Event(SvgText svg, DrawnShape shape, BpmnElement element)
    {
        var (middle, radius) = (shape.Bounds.Centre, shape.Bounds.Width / 2);
        var dots = element.IsNonInterrupting ? " pu-dg-dots" : "";
        svg.Circle(middle, radius, (element.Type == "endEvent" ? "pu-dg-box pu-dg-thick" : "pu-dg-box") + dots);
        if (element.Type is not ("startEvent" or "endEvent"))
        {
            svg.Circle(middle, Math.Max(0, radius - 3.5), "pu-dg-edge" + dots);
        }

        if (element.Trigger is { } trigger && PictureSigns.OfTrigger(trigger) is { } sign)
        {
            svg.Sign(middle, sign, element.Type is "endEvent" or "intermediateThrowEvent" || trigger is "terminate" ? "pu-dg-full" : "pu-dg-icon");
        }

        NameBelow(svg, shape, element);
    }

    private static void Gateway(SvgText svg, DrawnShape shape, BpmnElement element)
    {
        var box = shape.Bounds;
        svg.Path($"M{SvgText.Number(box.X)} {SvgText.Number(box.Centre.Y)}L{SvgText.Number(box.Centre.X)} {SvgText.Number(box.Y)}L{SvgText.Number(box.Right)} {SvgText.Number(box.Centre.Y)}L{SvgText.Number(box.Centre.X)} {SvgText.Number(box.Bottom)}z", "pu-dg-box");
        if (PictureSigns.OfGateway(element.Type) is { } sign)
        {
            svg.Sign(box.Centre, sign, "pu-dg-mark");
        }

        NameBelow(svg, shape, element);
    }

    private static void Data(SvgText svg, DrawnShape shape, BpmnElement element)
    {
        var box = shape.Bounds;
        if (element.Type.Contains("Store", StringComparison.Ordinal))
        {
            var (half, round) = (box.Width / 2, Math.Min(8, box.Height / 5));
            svg.Path($"M{SvgText.Number(box.X)} {SvgText.Number(box.Y + round)}a{SvgText.Number(half)} {SvgText.Number(round)} 0 0 1 {SvgText.Number(box.Width)} 0V{SvgText.Number(box.Bottom - round)}a{SvgText.Number(half)} {SvgText.Number(round)} 0 0 1 {SvgText.Number(-box.Width)} 0zm0 0a{SvgText.Number(half)} {SvgText.Number(round)} 0 0 0 {SvgText.Number(box.Width)} 0", "pu-dg-box");
        }
        else
        {
            var fold = Math.Min(12, box.Width / 3);
            svg.Path($"M{SvgText.Number(box.X)} {SvgText.Number(box.Y)}H{SvgText.Number(box.Right - fold)}L{SvgText.Number(box.Right)} {SvgText.Number(box.Y + fold)}V{SvgText.Number(box.Bottom)}H{SvgText.Number(box.X)}zM{SvgText.Number(box.Right - fold)} {SvgText.Number(box.Y)}v{SvgText.Number(fold)}h{SvgText.Number(fold)}", "pu-dg-box");
        }

        NameBelow(svg, shape, element);
    }

    private static void Annotation(SvgText svg, Box box, BpmnElement element)
    {
        svg.Path($"M{SvgText.Number(box.X + 10)} {SvgText.Number(box.Y)}H{SvgText.Number(box.X)}V{SvgText.Number(box.Bottom)}H{SvgText.Number(box.X + 10)}", "pu-dg-edge");
        svg.Words(Words.Wrap(element.Name, Math.Max(40, box.Width - 10), (int)Math.Max(1, (box.Height + 4) / NodeSizes.LineHeight)), box.X + Padding, box.Y + 15, "start", "pu-dg-label");
    }

    private static void NameBelow(SvgText svg, DrawnShape shape, BpmnElement element)
    {
        if (element.Name.Length == 0)
        {
            return;
        }

        if (shape.Label is not { } label)
        {
            // Ways leave a gateway downwards more often than upwards.
            var said = Words.Wrap(element.Name, NodeSizes.LabelWidth, NodeSizes.MaxLabelLines);
            var first = element.Kind == ElementKind.Gateway ? shape.Bounds.Y - 5 - ((said.Count - 1) * NodeSizes.LineHeight) : shape.Bounds.Bottom + 14;
            svg.Words(said, shape.Bounds.Centre.X, first, "middle", "pu-dg-label");
            return;
        }

        // A name above its shape grows upwards.
        var lines = Words.InLabel(element.Name, label);
        var top = label.Centre.Y < shape.Bounds.Y ? label.Bottom - 4 - ((lines.Count - 1) * NodeSizes.LineHeight) : label.Y + 11;
        svg.Words(lines, label.Centre.X, top, "middle", "pu-dg-label");
    }
}
