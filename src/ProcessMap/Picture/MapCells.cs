using System.Runtime.InteropServices;
using Pupitre.Processes.Links;

namespace Pupitre.ProcessMap.Picture;

/// <summary>Where a process stands: its column, and its row counted over all bands.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MapCell(int Column, int Row);

/// <summary>
/// Gives every process a cell of its own: columns by what feeds what, bands by domain, and in a band the rows in which what is linked
/// stands near to each other (means of the neighbours' rows, swept to and fro). What nothing links fills the gaps.
/// </summary>
/// <param name="Cells">By number of the process.</param>
/// <param name="Columns">How many there are.</param>
/// <param name="BandRows">First row of each band, and last the number of rows.</param>
/// <param name="Back">Links that lead back.</param>
internal sealed record MapCells(MapCell[] Cells, int Columns, int[] BandRows, IReadOnlySet<(int From, int To)> Back)
{
    public const int MaxColumns = 10;

    private const int FewestColumns = 5;
    private const int Sweeps = 4;

    /// <param name="bands">Band of each process, from 0; each band has one at least.</param>
    /// <param name="graph">What feeds what.</param>
    public static MapCells Of(IReadOnlyList<int> bands, LinkGraph graph)
    {
        var (layers, near) = (MapLayers.Of(graph), Near(graph));
        var columns = Fitted(layers.Columns);
        var linked = Enumerable.Range(0, bands.Count).Where(at => near[at].Count > 0).ToList();
        var count = Math.Max(FewestColumns, linked.Select(at => columns[at] + 1).DefaultIfEmpty().Max());
        var stacks = linked.GroupBy(at => (Band: bands[at], Column: columns[at])).ToDictionary(group => group.Key, group => group.ToList());
        Sweep(stacks, near);
        var rows = new int[bands.Count];
        foreach (var (at, row) in stacks.Values.SelectMany(stack => stack.Index().Select(one => (one.Item, one.Index))))
        {
            rows[at] = row;
        }

        Fill(bands, near, stacks, count, columns, rows);
        var starts = Starts(bands, rows);
        var cells = Enumerable.Range(0, bands.Count).Select(at => new MapCell(columns[at], starts[bands[at]] + rows[at]));
        return new MapCells([.. cells], count, starts, layers.Back);
    }

    private static List<int>[] Near(LinkGraph graph)
    {
        var near = new List<int>[graph.Count];
        for (var at = 0; at < near.Length; at++)
        {
            near[at] = [];
        }

        for (var at = 0; at < near.Length; at++)
        {
            foreach (var other in graph.FedBy(at))
            {
                near[at].Add(other);
                near[other].Add(at);
            }
        }

        return near;
    }

    // A chain longer than the map is wide is pressed together.
    private static int[] Fitted(int[] columns)
    {
        var count = columns.DefaultIfEmpty().Max() + 1;
        return count <= MaxColumns ? columns : [.. columns.Select(column => column * MaxColumns / count)];
    }

    private static void Sweep(Dictionary<(int Band, int Column), List<int>> stacks, List<int>[] near)
    {
        var places = new Dictionary<int, double>();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var (key, stack) in stacks.OrderBy(pair => pair.Key))
            {
                foreach (var (row, at) in stack.Index())
                {
                    places[at] = key.Band + (row / (stack.Count + 1.0));
                }
            }

            foreach (var stack in stacks.Values)
            {
                var ordered = stack.OrderBy(at => near[at].Average(other => places[other])).ThenBy(at => at).ToList();
                stack.Clear();
                stack.AddRange(ordered);
            }
        }
    }

    private static void Fill(
        IReadOnlyList<int> bands,
        List<int>[] near,
        Dictionary<(int Band, int Column), List<int>> stacks,
        int count,
        int[] columns,
        int[] rows)
    {
        foreach (var band in Enumerable.Range(0, bands.Count).Where(at => near[at].Count == 0).GroupBy(at => bands[at]))
        {
            var heights = Enumerable.Range(0, count).Select(column => stacks.GetValueOrDefault((band.Key, column))?.Count ?? 0).ToArray();
            foreach (var at in band)
            {
                var column = Array.IndexOf(heights, heights.Min());
                (columns[at], rows[at]) = (column, heights[column]++);
            }
        }
    }

    private static int[] Starts(IReadOnlyList<int> bands, int[] rows)
    {
        var starts = new int[bands.DefaultIfEmpty(-1).Max() + 2];
        foreach (var (at, band) in bands.Index())
        {
            starts[band + 1] = Math.Max(starts[band + 1], rows[at] + 1);
        }

        for (var band = 1; band < starts.Length; band++)
        {
            starts[band] += starts[band - 1];
        }

        return starts;
    }
}
