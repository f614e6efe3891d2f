namespace Pupitre.Processes.Links;

/// <summary>
/// Finds processes that feed each other in a circle: the strongly connected parts of the links (Tarjan, "Depth-first search and linear
/// graph algorithms", 1972), walked with a stack of its own, so that no depth of links ends the program. Time grows with processes and
/// links.
/// </summary>
public static class LinkCircles
{
    private const int Unseen = -1;

    /// <summary>Each circle as the numbers of its processes, the smallest first; circles by their smallest number.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(LinkGraph graph)
    {
        var walk = new Walk(graph);
        for (var root = 0; root < graph.Count; root++)
        {
            walk.From(root);
        }

        return [.. walk.Circles.OrderBy(circle => circle[0])];
    }

    private sealed class Walk(LinkGraph graph)
    {
        private readonly int[] _seen = Filled(graph.Count);
        private readonly int[] _low = new int[graph.Count];
        private readonly bool[] _isOpen = new bool[graph.Count];
        private readonly Stack<int> _open = new();
        private readonly Stack<(int Process, int Next)> _path = new();
        private int _time;

        public List<IReadOnlyList<int>> Circles { get; } = [];

        public void From(int root)
        {
            if (_seen[root] != Unseen)
            {
                return;
            }

            Enter(root);
            while (_path.TryPop(out var at))
            {
                var fed = graph.FedBy(at.Process);
                if (at.Next == fed.Length)
                {
                    Leave(at.Process);
                    continue;
                }

                _path.Push((at.Process, at.Next + 1));
                var other = fed[at.Next];
                if (_seen[other] == Unseen)
                {
                    Enter(other);
                }
                else if (_isOpen[other])
                {
                    _low[at.Process] = Math.Min(_low[at.Process], _seen[other]);
                }
            }
        }

        private void Enter(int process)
        {
            _seen[process] = _low[process] = _time++;
            _isOpen[process] = true;
            _open.Push(process);
            _path.Push((process, 0));
        }

        private void Leave(int process)
        {
            if (_path.TryPeek(out var before))
            {
                _low[before.Process] = Math.Min(_low[before.Process], _low[process]);
            }

            if (_low[process] != _seen[process])
            {
                return;
            }

            var part = new List<int>();
            int one;
            do
            {
                one = _open.Pop();
                _isOpen[one] = false;
                part.Add(one);
            }
            while (one != process);
            if (part.Count > 1)
            {
                part.Sort();
                Circles.Add(part);
            }
        }

        private static int[] Filled(int count)
        {
            var all = new int[count];
            Array.Fill(all, Unseen);
            return all;
        }
    }
}
