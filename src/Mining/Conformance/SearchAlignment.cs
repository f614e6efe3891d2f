using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>Aligns one sequence after the other by A* over pairs of a marking and a position, for nets whose whole graph is too large or endless.</summary>
/// <remarks>
/// The bound of <see cref="CostBound"/> falls along a move by no more than the move costs, so a pair that was left is final: the first
/// complete run is an optimal alignment. Of pairs with the same bound the one further on in the sequence goes first, then
/// the newest: one of many equal interleavings is followed to its end instead of all of them step by step.
/// </remarks>
internal sealed class SearchAlignment(CompiledNet net, int[] labelOfTransition, int labels, AlignmentLimits limits)
{
    /// <summary>Marking equations solved for one log; after that the prices of the last one serve.</summary>
    private const int MostEquations = 500;
    private const int PairsPerCheck = 1_024;

    /// <summary>Places and transitions looked at for one variant: a huge net is given fewer pairs.</summary>
    private const long MostLookedAt = 1_000_000_000;

    private readonly MarkingEquation _equation = new(net, labelOfTransition, labels);
    private readonly byte[] _after = new byte[net.PlaceCount];
    private readonly Dictionary<(int Marking, int At), int> _numbers = [];
    private readonly List<Pair> _pairs = [];
    private readonly PriorityQueue<int, (int Least, int Left, int Age)> _open = new();
    private MarkingTable _markings = new(net.PlaceCount, 1);
    private CostBound? _bound;
    private long[] _worth = [];
    private int _equations;
    private long _searched;

    /// <summary>The bound of the pair that is being left. What had to be dropped costs no less: a run up to that cost is still the cheapest.</summary>
    private int _least;
    private int _leastDropped;

    /// <summary>The last search ended because there was nothing left to look at: no complete run exists.</summary>
    public bool HasNoRun { get; private set; }

    /// <summary>Markings that the last search met.</summary>
    public int MarkingCount => _markings.Count;

    /// <summary>Aligns one sequence.</summary>
    /// <param name="events">Labels are those given to the constructor.</param>
    /// <param name="moves">Takes the moves, in order.</param>
    /// <param name="token">Stops the search.</param>
    /// <returns>The cost, or null when there is no run or none within the limit.</returns>
    public int? Align(LabelledEvent[] events, List<int> moves, CancellationToken token)
    {
        var most = (int)Math.Min(Math.Min(limits.MostSearched, MostLookedAt / (net.PlaceCount + net.TransitionCount + 1)), limits.MostSearchedPerLog - _searched);
        if (most <= 0)
        {
            return null;
        }

        Begin(events, most, token);
        var goal = Search(events, most, token);
        _searched += _pairs.Count;
        HasNoRun = goal < 0 && _leastDropped == int.MaxValue;
        if (goal < 0)
        {
            return null;
        }

        AddMoves(goal, moves);
        return _pairs[goal].Cost;
    }

    private void Begin(LabelledEvent[] events, int most, CancellationToken token)
    {
        if (_equations < MostEquations)
        {
            _bound = _equation.BoundOf(events, token);
            _equations++;
        }

        _numbers.Clear();
        _pairs.Clear();
        _open.Clear();
        (_worth, _markings, _least, _leastDropped) = (_bound!.WorthOf(events), new(net.PlaceCount, most), 0, int.MaxValue);
        Reach(net.Initial, 0, -1, 0, 0, events.Length, most);
    }

    private int Search(LabelledEvent[] events, int most, CancellationToken token)
    {
        for (var left = 0; _open.TryDequeue(out var number, out var priority); left++)
        {
            if (left % PairsPerCheck == 0)
            {
                token.ThrowIfCancellationRequested();
            }

            var pair = _pairs[number];
            _least = priority.Least;
            if (_least > _leastDropped)
            {
                return -1;
            }

            if (pair.IsLeft)
            {
                continue;
            }

            if (pair.At == events.Length && _markings[pair.Marking].SequenceEqual(net.Final))
            {
                return number;
            }

            CollectionsMarshal.AsSpan(_pairs)[number].IsLeft = true;
            Leave(number, pair, events, most);
        }

        return -1;
    }

    private void Leave(int number, Pair pair, LabelledEvent[] events, int most)
    {
        var happened = pair.At < events.Length ? events[pair.At] : new(-1, -1);
        if (pair.At < events.Length)
        {
            _markings[pair.Marking].CopyTo(_after);
            Reach(_after, pair.At + 1, number, Move.Inserted(happened.Activity), pair.Cost + 1, events.Length, most);
        }

        for (var step = 0; step < net.TransitionCount; step++)
        {
            if (!net.IsEnabled(step, _markings[pair.Marking]))
            {
                continue;
            }

            if (!net.Fire(step, _markings[pair.Marking], _after))
            {
                _leastDropped = Math.Min(_leastDropped, _least);
                continue;
            }

            Reach(_after, pair.At, number, Move.OnModel(step, net.Weights[step]), pair.Cost + net.Weights[step], events.Length, most);
            if (happened.Label >= 0 && labelOfTransition[step] == happened.Label)
            {
                Reach(_after, pair.At + 1, number, Move.Synchronous(step), pair.Cost, events.Length, most);
            }
        }
    }

    /// <summary>Notes a way to a pair, when it is new or cheaper than the ways known.</summary>
    private void Reach(ReadOnlySpan<byte> tokens, int at, int parent, int move, int cost, int length, int most)
    {
        var marking = _markings.Add(tokens);
        var isKnown = _numbers.TryGetValue((marking, at), out var number);
        if (marking < 0 || (!isKnown && _pairs.Count == most))
        {
            _leastDropped = Math.Min(_leastDropped, _least);
            return;
        }

        if (!isKnown)
        {
            number = _pairs.Count;
            _numbers.Add((marking, at), number);
            _pairs.Add(default);
        }
        else if (_pairs[number].IsLeft || _pairs[number].Cost <= cost)
        {
            return;
        }

        _pairs[number] = new() { Marking = marking, At = at, Parent = parent, Move = move, Cost = cost };
        _open.Enqueue(number, (cost + _bound!.Of(tokens, _worth[at]), length - at, -number));
    }

    private void AddMoves(int goal, List<int> moves)
    {
        var first = moves.Count;
        for (var number = goal; _pairs[number].Parent >= 0; number = _pairs[number].Parent)
        {
            moves.Add(_pairs[number].Move);
        }

        moves.Reverse(first, moves.Count - first);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Pair
    {
        public int Marking;
        public int At;
        public int Parent;
        public int Move;
        public int Cost;

        /// <summary>All that follows was noted: the cost is final.</summary>
        public bool IsLeft;
    }
}
