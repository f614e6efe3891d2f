namespace Pupitre.Diagrams;

/// <summary>Lays out what stands in one process or subprocess: lanes from top to bottom, work from left to right.</summary>
internal sealed class LayOutScope(LayoutSource source, CancellationToken token)
{
    public const double LaneHead = 30;

    private const double LanePadding = 18;
    private const double RowGap = 22;
    private const double Margin = 24;
    private const double MinLaneHeight = 90;
    private const double EmptyWidth = 240;
    private const double HangingGap = 14;
    private const double SubHead = 26;

    public Block Run(string scope, int depth = 0)
    {
        var lanes = source.LeafLanes(scope);
        var (cells, lines) = Graph(scope, lanes, depth);
        var block = new Block();
        var left = source.LaneDepth(scope) * LaneHead;
        if (cells.Count == 0)
        {
            Bands(block, scope, lanes, [.. lanes.Select(_ => MinLaneHeight)], left + EmptyWidth);
            return Loose(block, scope);
        }

        Layering.Run(cells, lines);
        var all = cells.Concat(Ways.Run(lines)).ToList();
        var layers = Ordering.Run(all, token);
        Rows.Run(layers, Math.Max(1, lanes.Count));
        var heights = PlaceRows(all, Math.Max(1, lanes.Count));
        var routes = new Routes(layers, left);
        var width = routes.PlaceColumns(lines) + Margin;
        Bands(block, scope, lanes, heights, width);
        cells.ForEach(cell => Draw(cell, block));
        routes.Draw(lines, block, heights.Sum());
        Hang(cells, block);
        return Loose(block, scope);
    }

    private (List<Cell> Cells, List<Line> Lines) Graph(string scope, List<BpmnElement> lanes, int depth)
    {
        var places = lanes.Select((lane, at) => (lane.Id, at)).ToDictionary(pair => pair.Id, pair => pair.at, StringComparer.Ordinal);
        var cells = new Dictionary<string, Cell>(StringComparer.Ordinal);
        foreach (var node in source.NodesOf(scope).Where(node => node.AttachedTo is null))
        {
            cells.Add(node.Id, Sized(node, node.Lane is { } lane && places.TryGetValue(lane, out var at) ? at : 0, depth));
        }

        foreach (var border in source.NodesOf(scope).Where(node => node.AttachedTo is not null))
        {
            if (cells.TryGetValue(source.Document.Find(border.AttachedTo)?.Id ?? "", out var host))
            {
                host.Borders.Add(border);
            }
            else
            {
                cells.Add(border.Id, Sized(border, 0, depth));
            }
        }

        HangAll(scope, cells);
        return ([.. cells.Values], [.. LinesOf(scope, cells)]);
    }

    private IEnumerable<Line> LinesOf(string scope, Dictionary<string, Cell> cells)
    {
        foreach (var flow in source.FlowsOf(scope))
        {
            var (from, to) = (source.Document.Find(flow.Source), source.Document.Find(flow.Target));
            if (from is null || to is null)
            {
                continue;
            }

            var border = cells.ContainsKey(from.Id) ? null : from;
            if (cells.TryGetValue(border is null ? from.Id : source.Document.Find(from.AttachedTo)?.Id ?? "", out var start) && cells.TryGetValue(to.Id, out var end))
            {
                yield return new Line { Flow = flow, From = start, To = end, Border = border };
            }
        }
    }

    private Cell Sized(BpmnElement node, int lane, int depth)
    {
        var content = node.HasContent && depth < LayoutSource.MaxShownDepth ? Run(node.Id, depth + 1) : null;
        var (width, height) = content is null ? NodeSizes.Of(node) : (Math.Max(content.Width, NodeSizes.TaskWidth), content.Height + SubHead);
        var words = NodeSizes.WordsBelow(node);
        var isAbove = node.Kind == ElementKind.Gateway;
        return new Cell { Element = node, Lane = lane, Width = width, Height = height, Above = (height / 2) + (isAbove ? words : 0), Below = (height / 2) + (isAbove ? 0 : words), Content = content };
    }

    // Notes and data hang below the first step that they belong to.
    private void HangAll(string scope, Dictionary<string, Cell> cells)
    {
        var hung = new HashSet<string>(StringComparer.Ordinal);
        foreach (var way in source.Associations)
        {
            var (from, to) = (source.Document.Find(way.Source), source.Document.Find(way.Target));
            foreach (var (note, step) in new[] { (from, to), (to, from) })
            {
                if (note is { Kind: ElementKind.Data or ElementKind.Annotation } && step is not null && note.Scope == scope && cells.TryGetValue(step.Id, out var cell) && hung.Add(note.Id))
                {
                    cell.Hanging.Add(note);
                }
            }
        }

        foreach (var cell in cells.Values.Where(cell => cell.Hanging.Count > 0))
        {
            cell.Below += HangingGap + cell.Hanging.Max(note => NodeSizes.Of(note).Height + NodeSizes.WordsBelow(note));
            cell.Width = Math.Max(cell.Width, cell.Hanging.Sum(note => NodeSizes.Of(note).Width + HangingGap) - HangingGap);
        }
    }

    private static List<double> PlaceRows(List<Cell> all, int lanes)
    {
        var heights = new List<double>();
        var top = 0.0;
        for (var lane = 0; lane < lanes; lane++)
        {
            var rows = all.Where(cell => cell.Lane == lane).GroupBy(cell => cell.Row).OrderBy(row => row.Key).ToList();
            var y = top + LanePadding;
            foreach (var row in rows)
            {
                y += row.Max(cell => cell.Above);
                foreach (var cell in row)
                {
                    cell.Y = y;
                }

                y += row.Max(cell => cell.Below) + RowGap;
            }

            heights.Add(Math.Max(MinLaneHeight, y - RowGap + LanePadding - top));
            top += heights[^1];
        }

        return heights;
    }

    private void Bands(Block block, string scope, List<BpmnElement> lanes, List<double> heights, double width)
    {
        (block.Width, block.Height) = (width, heights.DefaultIfEmpty(MinLaneHeight).Sum());
        var top = 0.0;
        var bands = new Dictionary<string, Box>(StringComparer.Ordinal);
        for (var at = 0; at < lanes.Count; at++)
        {
            // A lane of lanes is as high as those that it holds, and begins one head further left.
            for (var (lane, depth) = (lanes[at], source.DepthOf(lanes[at])); ; depth--)
            {
                var left = depth * LaneHead;
                var band = new Box(left, top, width - left, heights[at]);
                bands[lane.Id] = bands.TryGetValue(lane.Id, out var known) ? known.With(band) : band;
                if (lane.Lane is null || source.Document.Find(lane.Lane) is not { } outer)
                {
                    break;
                }

                lane = outer;
            }

            top += heights[at];
        }

        block.Shapes.AddRange(source.LanesOf(scope).Where(lane => bands.ContainsKey(lane.Id)).Select(lane => new DrawnShape(lane.Id, bands[lane.Id], Label: null, IsHorizontal: true, IsExpanded: true)));
    }

    private static void Draw(Cell cell, Block block)
    {
        var node = cell.Element!;
        var (width, height) = cell.Content is null ? NodeSizes.Of(node) : (cell.Content.Width, cell.Height);
        var box = new Box(cell.X - (width / 2), cell.Y - (height / 2), width, height);
        var words = NodeSizes.WordsBelow(node);
        Box? label = words > 0 ? new Box(cell.X - (NodeSizes.LabelWidth / 2), node.Kind == ElementKind.Gateway ? box.Y - words : box.Bottom + 2, NodeSizes.LabelWidth, words - 2) : null;
        block.Shapes.Add(new DrawnShape(node.Id, box, label, IsHorizontal: true, cell.Content is not null));
        if (cell.Content is { } content)
        {
            block.Add(content, box.X, box.Y + SubHead);
        }

        for (var at = 0; at < cell.Borders.Count; at++)
        {
            var middle = NodeSizes.BorderOf(cell, at, box);
            block.Shapes.Add(new DrawnShape(cell.Borders[at].Id, new Box(middle.X - (NodeSizes.EventSize / 2), middle.Y - (NodeSizes.EventSize / 2), NodeSizes.EventSize, NodeSizes.EventSize), Label: cell.Borders[at].Name.Length > 0 ? new Box(middle.X + 14, middle.Y + 12, 80, 14) : null, IsHorizontal: true, IsExpanded: false));
        }
    }

    private static void Hang(List<Cell> cells, Block block)
    {
        foreach (var cell in cells.Where(cell => cell.Hanging.Count > 0))
        {
            var x = cell.X - ((cell.Hanging.Sum(note => NodeSizes.Of(note).Width + HangingGap) - HangingGap) / 2);
            var top = cell.Y + (NodeSizes.Of(cell.Element!).Height / 2) + (cell.Element!.Kind == ElementKind.Gateway ? 0 : NodeSizes.WordsBelow(cell.Element!)) + HangingGap;
            foreach (var note in cell.Hanging)
            {
                block.Shapes.Add(Note(note, x, top));
                x += NodeSizes.Of(note).Width + HangingGap;
            }
        }
    }

    // What belongs to nothing stands below.
    private Block Loose(Block block, string scope)
    {
        var drawn = block.Shapes.Select(shape => shape.Element).ToHashSet(StringComparer.Ordinal);
        var loose = source.NotesOf(scope).Where(note => !drawn.Contains(note.Id)).ToList();
        if (loose.Count == 0)
        {
            return block;
        }

        var (x, y) = (Margin, block.Height + HangingGap);
        foreach (var note in loose)
        {
            block.Shapes.Add(Note(note, x, y));
            x += NodeSizes.Of(note).Width + (HangingGap * 2);
        }

        block.Width = Math.Max(block.Width, x);
        block.Height = y + loose.Max(note => NodeSizes.Of(note).Height + NodeSizes.WordsBelow(note)) + HangingGap;
        return block;
    }

    private static DrawnShape Note(BpmnElement note, double x, double y)
    {
        var (width, height) = NodeSizes.Of(note);
        var words = NodeSizes.WordsBelow(note);
        return new DrawnShape(note.Id, new Box(x, y, width, height), words > 0 ? new Box(x + (width / 2) - (NodeSizes.LabelWidth / 2), y + height + 2, NodeSizes.LabelWidth, words - 2) : null, IsHorizontal: true, IsExpanded: true);
    }
}
