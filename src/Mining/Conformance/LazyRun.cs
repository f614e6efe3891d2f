namespace Pupitre.Mining;

/// <summary>
/// Looks for a complete run of a net that spells a sequence, and takes silent steps only where the next event cannot do without them. Found, it is an
/// alignment at no cost, whatever the size of the net; not found, it says nothing.
/// </summary>
/// <remarks>
/// Going forward over all silent steps would visit every choice of what to pass by: with forty optional steps side by side that is 2 to the 40. Here the
/// next event asks for the tokens that it lacks, each of which asks for a silent step that makes it, and so on back to tokens that are there
/// (<see cref="SilentWays"/>). Where there are several ways, the shortest goes first; a pair of position and marking from which the rest failed once is
/// not tried again.
/// </remarks>
internal sealed class LazyRun(CompiledNet net)
{
    /// <summary>Silent steps tried for one sequence before it is left to the search.</summary>
    private const int MostTried = 20_000;
    private const int MostMarkings = 20_000;

    private readonly SilentWays _ways = new(net);
    private readonly List<Frame> _frames = [];
    private readonly HashSet<(int Marking, int At)> _failed = [];

    /// <summary>Finds a run.</summary>
    /// <param name="events">By event the steps of the net that may stand for it.</param>
    /// <param name="token">Stops the search.</param>
    /// <returns>The steps in order, silent ones included; null when none was found.</returns>
    public List<int>? Find(int[][] events, CancellationToken token)
    {
        if (Array.Exists(events, steps => steps.Length == 0))
        {
            return null;
        }

        var markings = new MarkingTable(net.PlaceCount, MostMarkings);
        _failed.Clear();
        _frames.Clear();
        _ways.Begin(MostTried);
        _frames.Add(new(markings.Add(net.Initial), null, Next(net.Initial, events, 0)));
        while (_frames.Count > 0)
        {
            token.ThrowIfCancellationRequested();
            var (frame, at) = (_frames[^1], _frames.Count - 1);
            if (!frame.Ways.MoveNext())
            {
                if (_ways.IsExhausted)
                {
                    return null;
                }

                _failed.Add((frame.Marking, at));
                _frames.RemoveAt(at);
                continue;
            }

            var way = frame.Ways.Current;
            if (at == events.Length)
            {
                return Run(way.Steps);
            }

            var marking = markings.Add(way.Marking);
            if (marking < 0)
            {
                return null;
            }

            if (!_failed.Contains((marking, at + 1)))
            {
                _frames.Add(new(marking, way.Steps, Next(way.Marking, events, at + 1)));
            }
        }

        return null;
    }

    /// <summary>The ways to the next event, or to the end.</summary>
    private IEnumerator<SilentWay> Next(byte[] marking, int[][] events, int at) => (at < events.Length ? _ways.To(marking, events[at]) : _ways.ToEnd(marking)).GetEnumerator();

    private List<int> Run(TakenSteps? last)
    {
        var run = new List<int>();
        foreach (var steps in _frames.Select(frame => frame.Steps).Append(last))
        {
            var first = run.Count;
            for (var step = steps; step is not null; step = step.Before)
            {
                run.Add(step.Step);
            }

            run.Reverse(first, run.Count - first);
        }

        return run;
    }

    /// <summary>A marking after an event.</summary>
    /// <param name="Marking">Its number.</param>
    /// <param name="Steps">How it was come by from the frame before.</param>
    /// <param name="Ways">How to go on.</param>
    private sealed record Frame(int Marking, TakenSteps? Steps, IEnumerator<SilentWay> Ways);
}
