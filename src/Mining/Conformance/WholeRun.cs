using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>Looks for a complete run of a net that spells a sequence: breadth-first over all markings after each event.</summary>
internal sealed class WholeRun(CompiledNet net)
{
    /// <summary>Markings met after one event, silent steps included, and over a whole sequence; fewer in a net of many places.</summary>
    private const int MostPerEvent = 2_000;
    private const int MostPerSequence = 500_000;
    private const int MostTokensPerEvent = 2_000_000;
    private const int MostTokensPerSequence = 200_000_000;

    private readonly int _mostPerEvent = Math.Min(MostPerEvent, 1 + (MostTokensPerEvent / (net.PlaceCount + 1)));
    private readonly int _mostPerSequence = Math.Min(MostPerSequence, 1 + (MostTokensPerSequence / (net.PlaceCount + 1)));
    private readonly int[] _silent = [.. Enumerable.Range(0, net.TransitionCount).Where(step => net.Weights[step] == 0)];
    private readonly byte[] _after = new byte[net.PlaceCount];
    private readonly List<Node> _nodes = [];

    /// <summary>The last search left something out at a limit, so that what it did not find may be there all the same.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Finds a run.</summary>
    /// <param name="events">By event the steps of the net that may stand for it.</param>
    /// <param name="token">Stops the search.</param>
    /// <returns>The steps in order, silent ones included; null when there is no run, or none within the limit.</returns>
    public List<int>? Find(int[][] events, CancellationToken token)
    {
        IsCut = false;
        if (events.Any(steps => steps.Length == 0))
        {
            return null;
        }

        _nodes.Clear();
        var markings = new MarkingTable(net.PlaceCount, _mostPerEvent);
        _nodes.Add(new(markings.Add(net.Initial), -1, -1));
        var first = 0;
        foreach (var steps in events)
        {
            token.ThrowIfCancellationRequested();
            if (!Close(markings, first) || _nodes.Count > _mostPerSequence)
            {
                IsCut = true;
                return null;
            }

            var end = _nodes.Count;
            (markings, first) = (Fire(markings, first, steps), end);
        }

        return Close(markings, first) ? RunTo(markings, first) : null;
    }

    /// <summary>Adds the markings that silent steps lead to.</summary>
    private bool Close(MarkingTable markings, int first)
    {
        for (var at = first; at < _nodes.Count; at++)
        {
            foreach (var step in _silent)
            {
                if (!Reach(markings, markings[_nodes[at].Marking], at, step))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private MarkingTable Fire(MarkingTable before, int first, int[] steps)
    {
        var markings = new MarkingTable(net.PlaceCount, _mostPerEvent);
        var end = _nodes.Count;
        for (var at = first; at < end; at++)
        {
            foreach (var step in steps)
            {
                Reach(markings, before[_nodes[at].Marking], at, step);
            }
        }

        return markings;
    }

    /// <summary>Fires a step if it is enabled; false when a limit was passed.</summary>
    private bool Reach(MarkingTable markings, ReadOnlySpan<byte> from, int parent, int step)
    {
        if (!net.IsEnabled(step, from))
        {
            return true;
        }

        var known = markings.Count;
        var marking = net.Fire(step, from, _after) ? markings.Add(_after) : -1;
        if (marking == known)
        {
            _nodes.Add(new(marking, parent, step));
        }

        IsCut |= marking < 0;
        return marking >= 0;
    }

    private List<int>? RunTo(MarkingTable markings, int first)
    {
        var final = markings.NumberOf(net.Final);
        if (final < 0)
        {
            return null;
        }

        var run = new List<int>();
        for (var at = first + final; _nodes[at].Parent >= 0; at = _nodes[at].Parent)
        {
            run.Add(_nodes[at].Step);
        }

        run.Reverse();
        return run;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Node(int Marking, int Parent, int Step);
}
