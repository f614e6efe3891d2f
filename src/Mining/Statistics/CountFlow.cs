using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// Counts a <see cref="DirectlyFollowsGraph"/> in two passes over the columns: the first counts each edge, the second puts the durations of
/// each edge together, so that medians are exact. Large views are cut into parts, one for each processor.
/// </summary>
internal sealed class CountFlow
{
    private const int CasesBetweenChecks = 4_096;

    /// <summary>Events below which a second thread costs more than it saves.</summary>
    private const int EventsPerPart = 50_000;

    private readonly LogView _view;
    private readonly EdgeNumbers _numbers;
    private readonly Part[] _parts;
    private readonly CancellationToken _token;

    private CountFlow(LogView view, CancellationToken token)
    {
        (_view, _token) = (view, token);
        _numbers = EdgeNumbers.For(view.Log.Activities.Count);
        var parts = _numbers.IsDense ? Math.Clamp(view.EventCount / EventsPerPart, 1, Environment.ProcessorCount) : 1;
        _parts = [.. Enumerable.Range(0, parts).Select(part => new Part((int)((long)view.CaseCount * part / parts), (int)((long)view.CaseCount * (part + 1) / parts), view.Log.Activities.Count))];
    }

    public static DirectlyFollowsGraph Run(LogView view, CancellationToken token) => new CountFlow(view, token).Graph();

    private DirectlyFollowsGraph Graph()
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = _token };
        Parallel.ForEach(_parts, options, Count);
        var (starts, durations) = Reserve();
        Parallel.ForEach(_parts, options, part => Fill(part, durations));
        var edges = new FlowEdge?[starts.Length - 1];
        var bySize = Enumerable.Range(0, edges.Length).Where(edge => starts[edge + 1] > starts[edge]).OrderByDescending(edge => starts[edge + 1] - starts[edge]).ToArray();
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(bySize, loadBalance: true), options, edge =>
        {
            var (from, to) = _numbers.EndsOf(edge);
            edges[edge] = new(from, to, DurationFigures.Of(durations.AsSpan(starts[edge], starts[edge + 1] - starts[edge])));
        });
        var ranks = _view.Log.Activities.Ranks();
        return new(
            _view,
            [.. edges.OfType<FlowEdge>().OrderByDescending(edge => edge.Count).ThenBy(edge => ranks[edge.From]).ThenBy(edge => ranks[edge.To])],
            Ordered(part => part.Starts, ranks),
            Ordered(part => part.Ends, ranks),
            Ordered(part => part.Occurrences, ranks));
    }

    private void Count(Part part)
    {
        var activities = _view.Log.EventActivities;
        for (var i = part.FirstCase; i < part.EndCase; i++)
        {
            CheckEvery(i);
            var last = -1;
            foreach (var item in _view.EventsOf(_view.CaseAt(i)))
            {
                var activity = activities[item];
                part.Occurrences[activity]++;
                if (last < 0)
                {
                    part.Starts[activity]++;
                }
                else
                {
                    part.CountEdge(_numbers.Of(last, activity));
                }

                last = activity;
            }

            part.Ends[last]++;
        }
    }

    /// <summary>Gives every edge its place among the durations, and every part its place within that.</summary>
    private (int[] Starts, long[] Durations) Reserve()
    {
        var starts = new int[_numbers.Count + 1];
        var next = 0;
        for (var edge = 0; edge < starts.Length - 1; edge++)
        {
            starts[edge] = next;
            foreach (var part in _parts)
            {
                next += part.Reserve(edge, next);
            }
        }

        starts[^1] = next;
        return (starts, GC.AllocateUninitializedArray<long>(next));
    }

    private void Fill(Part part, long[] durations)
    {
        var activities = _view.Log.EventActivities;
        var ticks = _view.Log.EventTicks;
        for (var i = part.FirstCase; i < part.EndCase; i++)
        {
            CheckEvery(i);
            var last = -1;
            foreach (var item in _view.EventsOf(_view.CaseAt(i)))
            {
                if (last >= 0)
                {
                    durations[part.Place(_numbers.Of(activities[last], activities[item]))] = ticks[item] - ticks[last];
                }

                last = item;
            }
        }
    }

    private void CheckEvery(int number)
    {
        if (number % CasesBetweenChecks == 0)
        {
            _token.ThrowIfCancellationRequested();
        }
    }

    private ImmutableArray<ActivityCount> Ordered(Func<Part, int[]> counts, int[] ranks) =>
    [
        .. Enumerable.Range(0, ranks.Length).Select(activity => new ActivityCount(activity, _parts.Sum(part => counts(part)[activity])))
            .Where(count => count.Count > 0).OrderByDescending(count => count.Count).ThenBy(count => ranks[count.Activity]),
    ];

    /// <summary>What is counted in some of the cases.</summary>
    private sealed class Part(int firstCase, int endCase, int activities)
    {
        private int[] _edges = new int[16];

        public int FirstCase { get; } = firstCase;

        public int EndCase { get; } = endCase;

        public int[] Starts { get; } = new int[activities];

        public int[] Ends { get; } = new int[activities];

        public int[] Occurrences { get; } = new int[activities];

        public void CountEdge(int edge)
        {
            if (edge >= _edges.Length)
            {
                Array.Resize(ref _edges, Math.Max(edge + 1, _edges.Length * 2));
            }

            _edges[edge]++;
        }

        /// <summary>Notes where the durations of an edge begin, and gives how many there are.</summary>
        public int Reserve(int edge, int place)
        {
            if (edge >= _edges.Length)
            {
                return 0;
            }

            var count = _edges[edge];
            _edges[edge] = place;
            return count;
        }

        public int Place(int edge) => _edges[edge]++;
    }
}
