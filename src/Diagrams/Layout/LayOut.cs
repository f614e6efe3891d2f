using System.Collections.Immutable;

namespace Pupitre.Diagrams;

/// <summary>
/// Draws a document that has no drawing, or anew: pools below each other, lanes in them, work from left to right, few crossings, ways back below.
/// The same document is always drawn the same.
/// </summary>
public static class LayOut
{
    private const double PoolHead = 30;
    private const double PoolGap = 60;
    private const double Margin = 20;
    private const double BlackBoxHeight = 60;
    private const double BlackBoxWidth = 600;

    public static Drawing Run(BpmnDocument document, CancellationToken token = default)
    {
        var source = new LayoutSource(document);
        var scopes = new LayOutScope(source, token);
        var pools = document.Elements.Where(element => element.Kind == ElementKind.Pool).ToList();
        var left = document.Processes.ToHashSet(StringComparer.Ordinal);
        var whole = new Block();
        var y = Margin;
        foreach (var pool in pools)
        {
            y += AddPool(whole, pool, scopes, left, y) + PoolGap;
        }

        foreach (var process in document.Processes.Where(left.Remove))
        {
            var block = scopes.Run(process);
            whole.Add(block, Margin, y);
            y += block.Height + PoolGap;
        }

        Widen(whole, pools);
        Connect(document, whole);
        var plane = document.Root.Elements(BpmnXml.Model + "collaboration").FirstOrDefault(_ => pools.Count > 0)?.Attribute("id")?.Value ?? document.Processes.FirstOrDefault() ?? "";
        return new Drawing("", plane, [.. whole.Shapes], [.. whole.Edges]);
    }

    // A process is drawn once: further pools that show it are closed.
    private static double AddPool(Block whole, BpmnElement pool, LayOutScope scopes, HashSet<string> left, double y)
    {
        if (pool.Scope is null || !left.Remove(pool.Scope))
        {
            whole.Shapes.Add(new DrawnShape(pool.Id, new Box(Margin, y, BlackBoxWidth, BlackBoxHeight), Label: null, IsHorizontal: true, IsExpanded: true));
            return BlackBoxHeight;
        }

        var block = scopes.Run(pool.Scope);
        whole.Shapes.Add(new DrawnShape(pool.Id, new Box(Margin, y, block.Width + PoolHead, block.Height), Label: null, IsHorizontal: true, IsExpanded: true));
        whole.Add(block, Margin + PoolHead, y);
        return block.Height;
    }

    // All pools end at the same place, and their lanes with them.
    private static void Widen(Block whole, List<BpmnElement> pools)
    {
        var ids = pools.Select(pool => pool.Id).ToHashSet(StringComparer.Ordinal);
        var right = whole.Shapes.Where(shape => ids.Contains(shape.Element)).Select(shape => shape.Bounds.Right).DefaultIfEmpty().Max();
        var before = 0.0;
        for (var at = 0; at < whole.Shapes.Count; at++)
        {
            var shape = whole.Shapes[at];
            if (ids.Contains(shape.Element))
            {
                before = shape.Bounds.Right;
            }

            if (ids.Contains(shape.Element) || (before > 0 && shape.Bounds.Right == before && shape.Bounds.Height > NodeSizes.TaskHeight))
            {
                whole.Shapes[at] = shape with { Bounds = shape.Bounds with { Width = right - shape.Bounds.X } };
            }
        }
    }

    private static void Connect(BpmnDocument document, Block whole)
    {
        var boxes = new Dictionary<string, Box>(StringComparer.Ordinal);
        foreach (var shape in whole.Shapes)
        {
            boxes.TryAdd(shape.Element, shape.Bounds);
        }

        foreach (var flow in document.Elements.Where(element => element.Kind is ElementKind.MessageFlow or ElementKind.Association))
        {
            if (boxes.TryGetValue(document.Find(flow.Source)?.Id ?? "", out var from) && boxes.TryGetValue(document.Find(flow.Target)?.Id ?? "", out var to))
            {
                whole.Edges.Add(flow.Kind == ElementKind.MessageFlow ? Message(flow, from, to) : new DrawnEdge(flow.Id, Straight(from, to), Label: null));
            }
        }
    }

    private static DrawnEdge Message(BpmnElement flow, Box from, Box to)
    {
        var isDown = from.Centre.Y < to.Centre.Y;
        var isFromPool = from.Width > NodeSizes.TaskWidth * 3;
        var isToPool = to.Width > NodeSizes.TaskWidth * 3;
        var start = new Spot(isFromPool ? to.Centre.X : from.Centre.X, isDown ? from.Bottom : from.Y);
        var end = new Spot(isToPool ? start.X : to.Centre.X, isDown ? to.Y : to.Bottom);
        var middle = isToPool || isFromPool ? (start.Y + end.Y) / 2 : end.Y + (isDown ? -PoolGap / 2 : PoolGap / 2);
        ImmutableArray<Spot> points = start.X == end.X ? [start, end] : [start, new(start.X, middle), new(end.X, middle), end];
        return new DrawnEdge(flow.Id, points, flow.Name.Length > 0 ? new Box(start.X + 4, middle - NodeSizes.LineHeight, Words.WidthOf(flow.Name), NodeSizes.LineHeight) : null);
    }

    private static ImmutableArray<Spot> Straight(Box from, Box to) => [Border(from, to.Centre), Border(to, from.Centre)];

    // Where the line between two middles leaves a box.
    private static Spot Border(Box box, Spot other)
    {
        var (dx, dy) = (other.X - box.Centre.X, other.Y - box.Centre.Y);
        var part = Math.Min(dx == 0 ? double.MaxValue : box.Width / 2 / Math.Abs(dx), dy == 0 ? double.MaxValue : box.Height / 2 / Math.Abs(dy));
        return part >= 1 ? box.Centre : new(box.Centre.X + (dx * part), box.Centre.Y + (dy * part));
    }
}
