namespace Pupitre.Mining;

/// <summary>Looks for the silent steps after which a marking lacks least, breadth-first and within a limit.</summary>
internal sealed class SilentSteps(CompiledNet net)
{
    /// <summary>Markings looked at; fewer in a net of many places.</summary>
    private const int MostMarkings = 2_000;
    private const int MostTokens = 2_000_000;

    private readonly int _mostMarkings = Math.Min(MostMarkings, 1 + (MostTokens / (net.PlaceCount + 1)));
    /// <summary>Markings looked at for one sequence before each search is cut down to a few.</summary>
    private const int MostPerSequence = 200_000;
    private const int FewMarkings = 20;

    private readonly int[] _silent = [.. Enumerable.Range(0, net.TransitionCount).Where(step => net.Weights[step] == 0)];
    private readonly byte[] _start = new byte[net.PlaceCount];
    private readonly byte[] _after = new byte[net.PlaceCount];
    private readonly int[] _tokens = new int[net.PlaceCount];
    private readonly List<(int Parent, int Step)> _ways = [];
    private int _lookedAt;

    /// <summary>Begins a new sequence.</summary>
    public void Begin() => _lookedAt = 0;

    /// <summary>Finds the first marking that lacks least.</summary>
    /// <param name="marking">Where to begin. More tokens than a byte counts are taken as 255: what is enabled then is enabled with more.</param>
    /// <param name="lacking">What a marking lacks; at 0 the search ends.</param>
    /// <param name="path">Takes the silent steps, in order.</param>
    public void Find(int[] marking, Func<int[], long> lacking, List<int> path)
    {
        var least = lacking(marking);
        if (least == 0 || _silent.Length == 0)
        {
            return;
        }

        var markings = StartAt(marking);
        var best = 0;
        for (var at = 0; at < markings.Count && least > 0; at++)
        {
            foreach (var step in _silent)
            {
                var known = markings.Count;
                if (!net.IsEnabled(step, markings[at]) || !net.Fire(step, markings[at], _after) || markings.Add(_after) != known)
                {
                    continue;
                }

                _ways.Add((at, step));
                if (lacking(Tokens(markings[known])) is var lacks && lacks < least)
                {
                    (best, least) = (known, lacks);
                }
            }
        }

        _lookedAt += markings.Count;
        AddPath(best, path);
    }

    private MarkingTable StartAt(int[] marking)
    {
        for (var place = 0; place < marking.Length; place++)
        {
            _start[place] = (byte)Math.Min(marking[place], CompiledNet.MostTokens);
        }

        var markings = new MarkingTable(net.PlaceCount, _lookedAt < MostPerSequence ? _mostMarkings : Math.Min(_mostMarkings, FewMarkings));
        markings.Add(_start);
        _ways.Clear();
        _ways.Add((-1, -1));
        return markings;
    }

    private int[] Tokens(ReadOnlySpan<byte> marking)
    {
        for (var place = 0; place < marking.Length; place++)
        {
            _tokens[place] = marking[place];
        }

        return _tokens;
    }

    private void AddPath(int marking, List<int> path)
    {
        for (var at = marking; _ways[at].Parent >= 0; at = _ways[at].Parent)
        {
            path.Add(_ways[at].Step);
        }

        path.Reverse();
    }
}
