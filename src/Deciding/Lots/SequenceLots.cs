using Pupitre.Processes.Links;

namespace Pupitre.Deciding.Lots;

/// <summary>
/// The order in which lots are looked at: the best placed of those for which all that comes before has been looked at. Where only circles
/// are left, the best placed of a circle that nothing outside leads into goes first, and what leads into it is left out; one that only
/// links of the map lead into is taken before one that somebody's word leads into.
/// </summary>
internal static class SequenceLots
{
    public static (IReadOnlyList<int> Sequence, IReadOnlyList<LotBefore> Kept, IReadOnlyList<LotBefore> Cut) Run(
        IReadOnlyList<LotItem> items, IReadOnlyList<LotBefore> befores)
    {
        var walk = new Walk(items, befores);
        walk.Go();
        return (walk.Sequence, walk.Kept, walk.Cut);
    }

    private sealed class Walk
    {
        private readonly int[] _rank;
        private readonly int[] _waits;
        private readonly bool[] _isDone;
        private readonly List<LotBefore> _befores;
        private readonly bool[] _isCut;
        private readonly ILookup<int, int> _from;
        private readonly ILookup<int, int> _into;
        private readonly PriorityQueue<int, int> _ready = new();

        public Walk(IReadOnlyList<LotItem> items, IReadOnlyList<LotBefore> befores)
        {
            _rank = Ranks(items);
            _isDone = new bool[items.Count];
            _waits = new int[items.Count];

            // A pair that is both typed and linked counts once, as typed.
            _befores = [.. befores.Where(before => before.First != before.Then)
                .GroupBy(before => (before.First, before.Then))
                .Select(same => new LotBefore(same.Key.First, same.Key.Then, same.Any(before => before.IsTyped)))
                .OrderBy(before => before.First).ThenBy(before => before.Then)];
            _isCut = new bool[_befores.Count];
            _from = Enumerable.Range(0, _befores.Count).ToLookup(at => _befores[at].First);
            _into = Enumerable.Range(0, _befores.Count).ToLookup(at => _befores[at].Then);
            foreach (var before in _befores)
            {
                _waits[before.Then]++;
            }
        }

        public List<int> Sequence { get; } = [];

        public IReadOnlyList<LotBefore> Kept => [.. _befores.Where((_, at) => !_isCut[at])];

        public IReadOnlyList<LotBefore> Cut => [.. _befores.Where((_, at) => _isCut[at])];

        public void Go()
        {
            for (var item = 0; item < _waits.Length; item++)
            {
                Offer(item);
            }

            while (Sequence.Count < _waits.Length)
            {
                if (!_ready.TryDequeue(out var next, out _))
                {
                    CutInto(BestOfCircles());
                    continue;
                }

                _isDone[next] = true;
                Sequence.Add(next);
                foreach (var at in _from[next].Where(at => !_isCut[at]))
                {
                    _waits[_befores[at].Then]--;
                    Offer(_befores[at].Then);
                }
            }
        }

        private void Offer(int item)
        {
            if (_waits[item] == 0 && !_isDone[item])
            {
                _ready.Enqueue(item, _rank[item]);
            }
        }

        private void CutInto(int item)
        {
            foreach (var at in _into[item].Where(at => !_isDone[_befores[at].First]))
            {
                _isCut[at] = true;
                _waits[item]--;
            }

            Offer(item);
        }

        private IEnumerable<LotBefore> Left =>
            _befores.Where((before, at) => !_isCut[at] && !_isDone[before.First] && !_isDone[before.Then]);

        private int BestOfCircles()
        {
            var left = Left.ToList();
            var graph = LinkGraph.Of(_waits.Length, [.. left.Select(before => new GraphLink(before.First, before.Then, null))]);
            var circles = LinkCircles.Of(graph);
            var circleOf = circles.Index().SelectMany(circle => circle.Item.Select(item => (item, circle.Index)))
                .ToDictionary(pair => pair.item, pair => pair.Index);
            var led = new HashSet<int>();
            var typed = new HashSet<int>();
            foreach (var before in left.Where(before => circleOf.ContainsKey(before.Then)))
            {
                if (!circleOf.TryGetValue(before.First, out var from) || from != circleOf[before.Then])
                {
                    led.Add(circleOf[before.Then]);
                }
                else if (before.IsTyped)
                {
                    typed.Add(before.Then);
                }
            }

            return circleOf.Where(pair => !led.Contains(pair.Value)).Select(pair => pair.Key)
                .OrderBy(typed.Contains).ThenBy(item => _rank[item]).First();
        }

        private static int[] Ranks(IReadOnlyList<LotItem> items)
        {
            var ranks = new int[items.Count];
            var sorted = Enumerable.Range(0, items.Count)
                .OrderBy(at => items[at].Place is null).ThenBy(at => items[at].Place ?? 0)
                .ThenBy(at => items[at].Kind)
                .ThenBy(at => items[at].Worth is null).ThenByDescending(at => items[at].Worth ?? 0)
                .ThenBy(at => items[at].Days).ThenBy(at => items[at].Risk).ThenBy(at => at);
            foreach (var (rank, item) in sorted.Index())
            {
                ranks[item] = rank;
            }

            return ranks;
        }
    }
}
