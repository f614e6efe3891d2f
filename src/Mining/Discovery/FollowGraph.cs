namespace Pupitre.Mining;

/// <summary>Which activity directly follows which, how often, and with which a case begins and ends.</summary>
internal sealed class FollowGraph
{
    /// <summary>Below this number of activities pairs are counted in a table, above it they are sorted.</summary>
    private const int MostInTable = 256;

    private readonly long[] _weights;

    private FollowGraph(long[] starts, long[] ends, int[] offsets, int[] targets, long[] weights)
    {
        (Starts, Ends, _weights) = (starts, ends, weights);
        Out = new(offsets, targets);
        In = Out.Reversed();
    }

    public int Count => Starts.Length;

    /// <summary>Cases that begin with each activity.</summary>
    public long[] Starts { get; }

    /// <summary>Cases that end with each activity.</summary>
    public long[] Ends { get; }

    public Neighbours Out { get; }

    public Neighbours In { get; }

    /// <summary>The graph of a log, as if <paramref name="without"/> had never happened.</summary>
    public static FollowGraph Of(TraceSet traces, int without = -1)
    {
        var count = traces.ActivityCount;
        var (starts, ends) = (new long[count], new long[count]);
        var pairs = count <= MostInTable ? new long[count * count] : null;
        var sorted = pairs is null ? new List<(long Pair, long Cases)>() : null;
        for (var trace = 0; trace < traces.Count; trace++)
        {
            var (before, cases) = (-1, traces.CasesOf(trace));
            foreach (var activity in traces[trace])
            {
                if (activity == without)
                {
                    continue;
                }

                if (before < 0)
                {
                    starts[activity] += cases;
                }
                else if (pairs is not null)
                {
                    pairs[(before * count) + activity] += cases;
                }
                else
                {
                    sorted!.Add((((long)before * count) + activity, cases));
                }

                before = activity;
            }

            if (before >= 0)
            {
                ends[before] += cases;
            }
        }

        return pairs is not null ? FromTable(starts, ends, pairs) : FromList(starts, ends, sorted!);
    }

    /// <summary>Without an activity that no edge touches; the others keep their order.</summary>
    public FollowGraph Without(int activity)
    {
        int[] offsets = [.. Out.Offsets[..activity], .. Out.Offsets[(activity + 1)..]];
        return new(
            [.. Starts[..activity], .. Starts[(activity + 1)..]],
            [.. Ends[..activity], .. Ends[(activity + 1)..]],
            offsets,
            [.. Out.Targets.Select(target => target > activity ? target - 1 : target)],
            _weights);
    }

    /// <summary>
    /// Without what is rare beside its neighbours (Leemans, Fahland and van der Aalst, 2014): edges below the threshold times the most frequent
    /// way on from their activity, starts and ends below it times the most frequent one.
    /// </summary>
    public FollowGraph Filtered(double noise)
    {
        var offsets = new int[Count + 1];
        var targets = new List<int>();
        var weights = new List<long>();
        for (var activity = 0; activity < Count; activity++)
        {
            var (from, to) = (Out.Offsets[activity], Out.Offsets[activity + 1]);
            var most = Ends[activity];
            for (var at = from; at < to; at++)
            {
                most = Math.Max(most, _weights[at]);
            }

            for (var at = from; at < to; at++)
            {
                if (_weights[at] >= most * noise)
                {
                    targets.Add(Out.Targets[at]);
                    weights.Add(_weights[at]);
                }
            }

            offsets[activity + 1] = targets.Count;
        }

        return new(Frequent(Starts, noise), Frequent(Ends, noise), offsets, [.. targets], [.. weights]);
    }

    private static long[] Frequent(long[] counts, double noise)
    {
        var most = counts.Max() * noise;
        return [.. counts.Select(count => count >= most ? count : 0)];
    }

    private static FollowGraph FromTable(long[] starts, long[] ends, long[] pairs)
    {
        var count = starts.Length;
        var offsets = new int[count + 1];
        var targets = new List<int>();
        var weights = new List<long>();
        for (var from = 0; from < count; from++)
        {
            for (var to = 0; to < count; to++)
            {
                if (pairs[(from * count) + to] is > 0 and var weight)
                {
                    targets.Add(to);
                    weights.Add(weight);
                }
            }

            offsets[from + 1] = targets.Count;
        }

        return new(starts, ends, offsets, [.. targets], [.. weights]);
    }

    private static FollowGraph FromList(long[] starts, long[] ends, List<(long Pair, long Cases)> pairs)
    {
        var count = starts.Length;
        pairs.Sort((one, other) => one.Pair.CompareTo(other.Pair));
        var offsets = new int[count + 1];
        var targets = new List<int>();
        var weights = new List<long>();
        var last = -1L;
        foreach (var (pair, cases) in pairs)
        {
            if (pair == last)
            {
                weights[^1] += cases;
                continue;
            }

            targets.Add((int)(pair % count));
            weights.Add(cases);
            offsets[(int)(pair / count) + 1]++;
            last = pair;
        }

        for (var from = 0; from < count; from++)
        {
            offsets[from + 1] += offsets[from];
        }

        return new(starts, ends, offsets, [.. targets], [.. weights]);
    }
}
