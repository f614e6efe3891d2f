namespace Pupitre.Diagrams;

/// <summary>
/// Orders the boxes of each column so that few lines cross: barycenters, swept to and fro (Sugiyama, Tagawa and Toda, "Methods for visual
/// understanding of hierarchical system structures", 1981), each lane for itself; the order with the fewest crossings is kept.
/// </summary>
internal static class Ordering
{
    private const int Sweeps = 8;
    private const int SweepsOfMany = 2;
    private const int Many = 20_000;

    /// <summary>How far below its box a line begins to lead back: less than to the next box.</summary>
    private const double JustBelow = 0.25;

    public static List<Cell>[] Run(List<Cell> cells, CancellationToken token)
    {
        var layers = new List<Cell>[cells.Max(cell => cell.Layer) + 1];
        for (var at = 0; at < layers.Length; at++)
        {
            layers[at] = [];
        }

        cells.ForEach(cell => layers[cell.Layer].Add(cell));
        foreach (var layer in layers)
        {
            Number(layer, layer.OrderBy(cell => cell.Lane));
        }

        var (best, fewest) = (Orders(cells), Crossings(layers));
        var sweeps = cells.Count > Many ? SweepsOfMany : Sweeps;
        for (var sweep = 0; sweep < sweeps && fewest > 0; sweep++)
        {
            token.ThrowIfCancellationRequested();
            Sweep(layers, isForward: sweep % 2 == 0);
            var crossings = Crossings(layers);
            if (crossings < fewest)
            {
                (best, fewest) = (Orders(cells), crossings);
            }
        }

        for (var at = 0; at < cells.Count; at++)
        {
            cells[at].Order = best[at];
        }

        foreach (var layer in layers)
        {
            layer.Sort((left, right) => left.Order.CompareTo(right.Order));
        }

        return layers;
    }

    private static int[] Orders(List<Cell> cells) => [.. cells.Select(cell => cell.Order)];

    private static void Sweep(List<Cell>[] layers, bool isForward)
    {
        for (var step = 0; step < layers.Length; step++)
        {
            var layer = layers[isForward ? step : layers.Length - 1 - step];
            foreach (var cell in layer)
            {
                var near = isForward ? cell.Left : cell.Right;
                cell.Weight = near.Count > 0 ? near.Average(other => other.Order) : cell.Order;
            }

            foreach (var cell in layer.Where(cell => cell.Beside is not null && (isForward ? cell.Left : cell.Right).Count == 0))
            {
                cell.Weight = cell.Beside!.Weight + JustBelow;
            }

            Number(layer, layer.OrderBy(cell => cell.Lane).ThenBy(cell => cell.Weight).ThenBy(cell => cell.IsBack).ThenBy(cell => cell.Order));
        }
    }

    private static void Number(List<Cell> layer, IEnumerable<Cell> ordered)
    {
        var order = 0;
        foreach (var cell in ordered.ToList())
        {
            cell.Order = order++;
        }

        layer.Sort((left, right) => left.Order.CompareTo(right.Order));
    }

    private static long Crossings(List<Cell>[] layers)
    {
        var total = 0L;
        for (var at = 0; at + 1 < layers.Length; at++)
        {
            total += Between(layers[at], layers[at + 1].Count);
        }

        return total;
    }

    // Inversions of the ends, counted with a tree of sums (Barth, Jünger and Mutzel, "Simple and efficient bilayer cross counting", 2002).
    private static long Between(List<Cell> left, int rightCount)
    {
        var sums = new int[rightCount + 1];
        var (crossings, seen) = (0L, 0);
        foreach (var cell in left)
        {
            foreach (var other in cell.Right)
            {
                var before = 0;
                for (var at = other.Order + 1; at > 0; at -= at & -at)
                {
                    before += sums[at];
                }

                crossings += seen - before;
            }

            foreach (var other in cell.Right)
            {
                seen++;
                for (var at = other.Order + 1; at <= rightCount; at += at & -at)
                {
                    sums[at]++;
                }
            }
        }

        return crossings;
    }
}
