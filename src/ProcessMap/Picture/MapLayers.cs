using Pupitre.Processes.Links;

namespace Pupitre.ProcessMap.Picture;

/// <summary>
/// Puts each process in a column after all that feed it (longest path). A link that closes a circle leads back; it is found by a walk
/// from what nothing feeds, in the order of the numbers, so that the same map is always drawn the same.
/// </summary>
internal sealed class MapLayers
{
    private const int Open = 1;
    private const int Done = 2;

    private readonly LinkGraph _graph;
    private readonly int[] _state;
    private readonly HashSet<(int From, int To)> _back = [];

    private MapLayers(LinkGraph graph) => (_graph, _state) = (graph, new int[graph.Count]);

    /// <summary>Column of each process, from 0.</summary>
    public required int[] Columns { get; init; }

    /// <summary>Links that lead back.</summary>
    public required IReadOnlySet<(int From, int To)> Back { get; init; }

    public static MapLayers Of(LinkGraph graph)
    {
        var fed = new bool[graph.Count];
        for (var at = 0; at < graph.Count; at++)
        {
            foreach (var other in graph.FedBy(at))
            {
                fed[other] = true;
            }
        }

        var walk = new MapLayers(graph) { Columns = [], Back = new HashSet<(int, int)>() };
        foreach (var root in Enumerable.Range(0, graph.Count).OrderBy(at => fed[at]))
        {
            walk.From(root);
        }

        return new MapLayers(graph) { Columns = walk.Longest(), Back = walk._back };
    }

    private void From(int root)
    {
        if (_state[root] != 0)
        {
            return;
        }

        var path = new Stack<(int Process, int Next)>();
        _state[root] = Open;
        path.Push((root, 0));
        while (path.TryPop(out var at))
        {
            var fed = _graph.FedBy(at.Process);
            if (at.Next == fed.Length)
            {
                _state[at.Process] = Done;
                continue;
            }

            path.Push((at.Process, at.Next + 1));
            var other = fed[at.Next];
            if (_state[other] == Open)
            {
                _back.Add((at.Process, other));
            }
            else if (_state[other] == 0)
            {
                _state[other] = Open;
                path.Push((other, 0));
            }
        }
    }

    private int[] Longest()
    {
        var (columns, waiting) = (new int[_graph.Count], new int[_graph.Count]);
        for (var at = 0; at < _graph.Count; at++)
        {
            foreach (var other in _graph.FedBy(at))
            {
                waiting[other] += _back.Contains((at, other)) ? 0 : 1;
            }
        }

        var ready = new Queue<int>(Enumerable.Range(0, _graph.Count).Where(at => waiting[at] == 0));
        while (ready.TryDequeue(out var at))
        {
            foreach (var other in _graph.FedBy(at))
            {
                if (_back.Contains((at, other)))
                {
                    continue;
                }

                columns[other] = Math.Max(columns[other], columns[at] + 1);
                if (--waiting[other] == 0)
                {
                    ready.Enqueue(other);
                }
            }
        }

        return columns;
    }
}
