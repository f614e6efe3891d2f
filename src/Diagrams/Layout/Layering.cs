namespace Pupitre.Diagrams;

/// <summary>
/// Puts each step in a column after all that lead to it (longest path). What closes a circle leads back; it is found by a walk from the starts
/// in the order of the file, so that the same file is always drawn the same.
/// </summary>
internal static class Layering
{
    public static void Run(List<Cell> cells, List<Line> lines)
    {
        var ways = lines.ToLookup(line => line.From);
        MarkBack(cells, ways, lines);
        var waiting = cells.ToDictionary(cell => cell, _ => 0);
        foreach (var line in lines.Where(line => !line.IsBack))
        {
            waiting[line.To]++;
        }

        var ready = new Queue<Cell>(cells.Where(cell => waiting[cell] == 0));
        var order = new List<Cell>(cells.Count);
        while (ready.TryDequeue(out var cell))
        {
            order.Add(cell);
            foreach (var line in ways[cell].Where(line => !line.IsBack))
            {
                line.To.Layer = Math.Max(line.To.Layer, cell.Layer + 1);
                if (--waiting[line.To] == 0)
                {
                    ready.Enqueue(line.To);
                }
            }
        }

        PullStarts(order, ways, lines);
    }

    // A start stands right before what it starts, not at the far left.
    private static void PullStarts(List<Cell> order, ILookup<Cell, Line> ways, List<Line> lines)
    {
        var led = lines.Where(line => !line.IsBack).Select(line => line.To).ToHashSet();
        foreach (var cell in order.Where(cell => !led.Contains(cell)))
        {
            var next = ways[cell].Where(line => !line.IsBack).Select(line => line.To.Layer).DefaultIfEmpty(cell.Layer + 1).Min();
            cell.Layer = Math.Max(cell.Layer, next - 1);
        }
    }

    private static void MarkBack(List<Cell> cells, ILookup<Cell, Line> ways, List<Line> lines)
    {
        var led = lines.Where(line => line.From != line.To).Select(line => line.To).ToHashSet();
        var state = new Dictionary<Cell, int>();
        foreach (var root in cells.OrderBy(cell => cell.Element?.Type == "startEvent" ? 0 : led.Contains(cell) ? 2 : 1))
        {
            Walk(root, ways, state);
        }
    }

    private static void Walk(Cell root, ILookup<Cell, Line> ways, Dictionary<Cell, int> state)
    {
        const int Open = 1, Done = 2;
        if (state.ContainsKey(root))
        {
            return;
        }

        var path = new Stack<(Cell Cell, IEnumerator<Line> Ways)>();
        state[root] = Open;
        path.Push((root, ways[root].GetEnumerator()));
        while (path.TryPeek(out var top))
        {
            if (!top.Ways.MoveNext())
            {
                state[top.Cell] = Done;
                path.Pop().Ways.Dispose();
                continue;
            }

            var line = top.Ways.Current;
            switch (state.GetValueOrDefault(line.To))
            {
                case Open:
                    line.IsBack = true;
                    break;
                case 0:
                    state[line.To] = Open;
                    path.Push((line.To, ways[line.To].GetEnumerator()));
                    break;
            }
        }
    }
}
