namespace Pupitre.Diagrams;

/// <summary>
/// Gives each box a line of the grid: as near as its order allows to the line of what it comes from, so that work runs straight. The least sum
/// of distances under a given order is an isotonic regression (Barlow and others, <i>Statistical Inference under Order Restrictions</i>, 1972),
/// solved by pooling neighbours around their medians.
/// </summary>
internal static class Rows
{
    public static void Run(List<Cell>[] layers, int lanes)
    {
        foreach (var layer in layers)
        {
            foreach (var lane in layer.GroupBy(cell => cell.Lane))
            {
                var row = 0;
                foreach (var cell in lane)
                {
                    cell.Row = row++;
                }
            }
        }

        Pass(layers, isForward: true);
        Pass(layers, isForward: false);
        Pass(layers, isForward: true);
        Close(layers, lanes);
    }

    private static void Pass(List<Cell>[] layers, bool isForward)
    {
        for (var step = 0; step < layers.Length; step++)
        {
            foreach (var lane in layers[isForward ? step : layers.Length - 1 - step].GroupBy(cell => cell.Lane))
            {
                Place([.. lane], isForward);
            }
        }
    }

    private static void Place(List<Cell> cells, bool isForward)
    {
        var pools = new List<List<int>>();
        var wanted = cells.ConvertAll(cell => Wanted(cell, isForward));
        for (var at = 0; at < cells.Count; at++)
        {
            List<int> pool = [wanted[at] - at];
            while (pools.Count > 0 && Middle(pools[^1]) > Middle(pool))
            {
                pool = Merge(pools[^1], pool);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        var next = 0;
        foreach (var pool in pools)
        {
            var middle = Middle(pool);
            for (var in_ = 0; in_ < pool.Count; in_++, next++)
            {
                cells[next].Row = middle + next;
            }
        }
    }

    private static int Wanted(Cell cell, bool isForward)
    {
        var near = (isForward ? cell.Left : cell.Right).Where(other => other.Lane == cell.Lane).Select(other => other.Row).Order().ToList();
        return near.Count > 0 ? near[(near.Count - 1) / 2]
            : cell.Beside is { } box && box.Lane == cell.Lane ? box.Row + 1
            : cell.Row;
    }

    // The upper of two: the first way out of a split stays on its line.
    private static int Middle(List<int> sorted) => sorted[sorted.Count / 2];

    private static List<int> Merge(List<int> left, List<int> right)
    {
        var merged = new List<int>(left.Count + right.Count);
        var (l, r) = (0, 0);
        while (l < left.Count || r < right.Count)
        {
            merged.Add(r >= right.Count || (l < left.Count && left[l] <= right[r]) ? left[l++] : right[r++]);
        }

        return merged;
    }

    // Lines on which nothing stands are taken out.
    private static void Close(List<Cell>[] layers, int lanes)
    {
        for (var lane = 0; lane < lanes; lane++)
        {
            var cells = layers.SelectMany(layer => layer.Where(cell => cell.Lane == lane)).ToList();
            var rows = cells.Select(cell => cell.Row).Distinct().Order().Select((row, at) => (row, at)).ToDictionary(pair => pair.row, pair => pair.at);
            cells.ForEach(cell => cell.Row = rows[cell.Row]);
        }
    }
}
