namespace Pupitre.Mining;

/// <summary>
/// Takes a log apart along a cut. Where the cut holds for all of the log nothing is lost; where it was found with noise left out, each trace
/// loses the fewest events that make it fit (Leemans, Fahland and van der Aalst, 2014).
/// </summary>
internal sealed class SplitLog
{
    private readonly TraceSet _traces;
    private readonly Cut _cut;
    private readonly int[] _numbers;
    private readonly TraceSetBuilder[] _parts;
    private readonly List<int> _open = [];

    private SplitLog(TraceSet traces, Cut cut)
    {
        (_traces, _cut, _numbers) = (traces, cut, new int[traces.ActivityCount]);
        var names = Enumerable.Range(0, cut.Count).Select(_ => new List<int>()).ToArray();
        for (var activity = 0; activity < _numbers.Length; activity++)
        {
            var part = names[cut.PartOf[activity]];
            _numbers[activity] = part.Count;
            part.Add(traces.Names[activity]);
        }

        _parts = [.. names.Select(part => new TraceSetBuilder([.. part]))];
    }

    /// <summary>The log of each part, in the order of the cut.</summary>
    public static IReadOnlyList<TraceSet> Run(TraceSet traces, Cut cut)
    {
        var split = new SplitLog(traces, cut);
        for (var trace = 0; trace < traces.Count; trace++)
        {
            split.Split(traces[trace], traces.CasesOf(trace));
        }

        return [.. split._parts.Select(part => split.Complete(part))];
    }

    private void Split(ReadOnlySpan<int> trace, long cases)
    {
        switch (_cut.Operator)
        {
            case TreeOperator.Choice:
                ToOne(trace, cases);
                break;
            case TreeOperator.Sequence:
                InOrder(trace);
                CommitOpen(cases);
                break;
            case TreeOperator.Parallel:
                foreach (var activity in trace)
                {
                    Add(activity);
                }

                CommitOpen(cases);
                break;
            default:
                InTurns(trace, cases);
                break;
        }
    }

    /// <summary>A trace that does not come to a part of a sequence or of parallel parts is empty there.</summary>
    private TraceSet Complete(TraceSetBuilder part)
    {
        if (_cut.Operator is TreeOperator.Sequence or TreeOperator.Parallel && _traces.Cases > part.Cases)
        {
            part.Commit(_traces.Cases - part.Cases);
        }

        return part.Build();
    }

    private void Add(int activity)
    {
        var number = _cut.PartOf[activity];
        if (!_parts[number].IsOpen)
        {
            _open.Add(number);
        }

        _parts[number].Add(_numbers[activity]);
    }

    private void CommitOpen(long cases)
    {
        foreach (var part in _open)
        {
            _parts[part].Commit(cases);
        }

        _open.Clear();
    }

    /// <summary>The trace belongs to the part that holds most of its events.</summary>
    private void ToOne(ReadOnlySpan<int> trace, long cases)
    {
        var counts = new Dictionary<int, int>();
        foreach (var activity in trace)
        {
            counts[_cut.PartOf[activity]] = counts.GetValueOrDefault(_cut.PartOf[activity]) + 1;
        }

        var most = counts.Count == 1 ? _cut.PartOf[trace[0]] : counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key).First().Key;
        foreach (var activity in trace)
        {
            if (_cut.PartOf[activity] == most)
            {
                Add(activity);
            }
        }

        CommitOpen(cases);
    }

    /// <summary>Keeps the longest run of events whose parts never go back.</summary>
    private void InOrder(ReadOnlySpan<int> trace)
    {
        var isInOrder = true;
        for (var at = 1; at < trace.Length && isInOrder; at++)
        {
            isInOrder = _cut.PartOf[trace[at - 1]] <= _cut.PartOf[trace[at]];
        }

        foreach (var at in isInOrder ? Enumerable.Range(0, trace.Length) : LongestInOrder(trace))
        {
            Add(trace[at]);
        }
    }

    /// <summary>Positions of a longest subsequence that never goes back (patience sorting).</summary>
    private List<int> LongestInOrder(ReadOnlySpan<int> trace)
    {
        var ends = new List<int>();
        var before = new int[trace.Length];
        for (var at = 0; at < trace.Length; at++)
        {
            var part = _cut.PartOf[trace[at]];
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = _cut.PartOf[trace[ends[middle]]] <= part ? (middle + 1, high) : (low, middle);
            }

            before[at] = low > 0 ? ends[low - 1] : -1;
            if (low == ends.Count)
            {
                ends.Add(at);
            }
            else
            {
                ends[low] = at;
            }
        }

        var kept = new List<int>();
        for (var at = ends[^1]; at >= 0; at = before[at])
        {
            kept.Add(at);
        }

        kept.Reverse();
        return kept;
    }

    /// <summary>Body, way back, body and so on; it begins and ends with the body, which is empty where the trace has none.</summary>
    private void InTurns(ReadOnlySpan<int> trace, long cases)
    {
        var part = 0;
        foreach (var activity in trace)
        {
            if (_cut.PartOf[activity] != part)
            {
                _parts[part].Commit(cases);
                part = 1 - part;
            }

            _parts[part].Add(_numbers[activity]);
        }

        _parts[part].Commit(cases);
        if (part == 1)
        {
            _parts[0].Commit(cases);
        }
    }
}
