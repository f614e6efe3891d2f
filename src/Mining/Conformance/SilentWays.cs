namespace Pupitre.Mining;

/// <summary>Steps taken one after the other, the last one first.</summary>
internal sealed record TakenSteps(int Step, TakenSteps? Before);

/// <summary>A way to a marking.</summary>
internal readonly record struct SilentWay(byte[] Marking, TakenSteps? Steps);

/// <summary>
/// The ways to enable a step of a net by as few silent steps as it takes: for each token that is missing one that makes it, and for that one's tokens
/// likewise (backward chaining). The shortest come first.
/// </summary>
/// <remarks>What it yields was fired step by step, so it is always a true run. It does not promise to find every way.</remarks>
internal sealed class SilentWays
{
    private const int MostDepth = 400;
    private const int Never = int.MaxValue / 4;

    private readonly CompiledNet _net;
    private readonly int[] _silent;
    private readonly (int Place, int Tokens)[][] _needs;

    /// <summary>By place the silent steps that put a token on it.</summary>
    private readonly int[][] _makers;

    /// <summary>By place the silent steps that need a token of it.</summary>
    private readonly int[][] _users;
    private readonly int[] _lengthOfPlace;
    private readonly int[] _lengthOfStep;
    private readonly int[] _missing;
    private readonly PriorityQueue<int, int> _open = new();
    private int _left;

    public SilentWays(CompiledNet net)
    {
        _net = net;
        _silent = [.. Enumerable.Range(0, net.TransitionCount).Where(step => net.Weights[step] == 0)];
        _needs = [.. Enumerable.Range(0, net.TransitionCount).Select(step => net.NeedsOf(step).ToArray())];
        _makers = ByPlace(step => net.ChangesOf(step).ToArray().Where(change => change.Tokens > 0).Select(change => change.Place));
        _users = ByPlace(step => net.NeedsOf(step).ToArray().Select(need => need.Place));
        (_lengthOfPlace, _lengthOfStep, _missing) = (new int[net.PlaceCount], new int[net.TransitionCount], new int[net.TransitionCount]);
    }

    /// <summary>So many steps were tried that there are no more.</summary>
    public bool IsExhausted => _left <= 0;

    public void Begin(int mostTried) => _left = mostTried;

    /// <summary>Ways to take one of these steps, with it. The first ones are found without looking further than they need; they may come again.</summary>
    public IEnumerable<SilentWay> To(byte[] marking, int[] steps)
    {
        var start = new SilentWay(marking, null);
        foreach (var step in steps)
        {
            if (First(start, step) is { } first)
            {
                yield return first;
            }
        }

        foreach (var step in steps)
        {
            if (_net.IsEnabled(step, marking))
            {
                continue;
            }

            foreach (var way in Held(start, _needs[step], null, 0, [.. Measured(marking, [])]))
            {
                if (Fired(way, step) is { } after)
                {
                    yield return after;
                }
            }
        }
    }

    /// <summary>Ways to the final marking.</summary>
    public IEnumerable<SilentWay> ToEnd(byte[] marking)
    {
        (int Place, int Tokens)[] needs = [.. _net.Final.Select((tokens, place) => (place, (int)tokens)).Where(need => need.Item2 > 0)];
        return Held(new(marking, null), needs, null, 0, [.. Measured(marking, [])]).Where(way => way.Marking.AsSpan().SequenceEqual(_net.Final));
    }

    private SilentWay? First(SilentWay start, int step)
    {
        if (_net.IsEnabled(step, start.Marking))
        {
            return Fired(start, step);
        }

        foreach (var way in Held(start, _needs[step], null, 0, Measured(start.Marking, _needs[step])))
        {
            return Fired(way, step);
        }

        return null;
    }

    /// <summary>Ways to hold all these tokens at once.</summary>
    private IEnumerable<SilentWay> Held(SilentWay from, (int Place, int Tokens)[] needs, TakenSteps? asked, int depth, int[] lengths)
    {
        if (Array.Exists(needs, need => from.Marking[need.Place] < need.Tokens && lengths[need.Place] >= Never) || depth > MostDepth || --_left <= 0)
        {
            yield break;
        }

        var lacking = Array.FindIndex(needs, need => from.Marking[need.Place] < need.Tokens);
        if (lacking < 0)
        {
            yield return from;
            yield break;
        }

        foreach (var maker in Makers(needs[lacking].Place, asked, lengths))
        {
            foreach (var ready in Held(from, _needs[maker], new(maker, asked), depth + 1, lengths))
            {
                if (Fired(ready, maker) is not { } made)
                {
                    continue;
                }

                foreach (var held in Held(made, needs, asked, depth + 1, lengths))
                {
                    yield return held;
                }
            }
        }
    }

    /// <summary>Silent steps that make a token here, that with the shortest way first; none that already waits for this token.</summary>
    private int[] Makers(int place, TakenSteps? asked, int[] lengths)
    {
        var makers = Array.FindAll(_makers[place], maker => !IsAsked(maker, asked) && LengthOf(maker, lengths) < Never);
        if (makers.Length > 1)
        {
            Array.Sort(Array.ConvertAll(makers, maker => (LengthOf(maker, lengths), maker)), makers);
        }

        return makers;
    }

    private int LengthOf(int step, int[] lengths)
    {
        var length = 1;
        foreach (var (place, _) in _needs[step])
        {
            length = Math.Min(Never, length + lengths[place]);
        }

        return length;
    }

    private static bool IsAsked(int step, TakenSteps? asked)
    {
        for (var at = asked; at is not null; at = at.Before)
        {
            if (at.Step == step)
            {
                return true;
            }
        }

        return false;
    }

    private SilentWay? Fired(SilentWay way, int step)
    {
        var after = new byte[way.Marking.Length];
        return _net.IsEnabled(step, way.Marking) && _net.Fire(step, way.Marking, after) ? new(after, new(step, way.Steps)) : null;
    }

    /// <summary>
    /// By place how many silent steps it takes at least to put a token there, as if tokens were never used up; what is out of reach so is out of reach.
    /// The array is used again.
    /// </summary>
    /// <param name="marking">Where to begin.</param>
    /// <param name="wanted">Places that are asked for: once all are known, nothing longer is looked at. None: everything is.</param>
    private int[] Measured(byte[] marking, (int Place, int Tokens)[] wanted)
    {
        Array.Fill(_lengthOfPlace, Never);
        _open.Clear();
        foreach (var step in _silent)
        {
            (_missing[step], _lengthOfStep[step]) = (_needs[step].Length, 1);
            if (_missing[step] == 0)
            {
                Make(step);
            }
        }

        for (var place = 0; place < marking.Length; place++)
        {
            if (marking[place] > 0)
            {
                _lengthOfPlace[place] = 0;
                _open.Enqueue(place, 0);
            }
        }

        while (_open.TryDequeue(out var place, out var length))
        {
            if (length == _lengthOfPlace[place])
            {
                if (wanted.Length > 0 && !Array.Exists(wanted, need => _lengthOfPlace[need.Place] > length))
                {
                    break;
                }

                Use(place, length);
            }
        }

        return _lengthOfPlace;
    }

    private void Use(int place, int length)
    {
        foreach (var step in _users[place])
        {
            _lengthOfStep[step] = Math.Min(Never, _lengthOfStep[step] + length);
            if (--_missing[step] == 0)
            {
                Make(step);
            }
        }
    }

    private void Make(int step)
    {
        foreach (var (place, tokens) in _net.ChangesOf(step))
        {
            if (tokens > 0 && _lengthOfStep[step] < _lengthOfPlace[place])
            {
                _lengthOfPlace[place] = _lengthOfStep[step];
                _open.Enqueue(place, _lengthOfStep[step]);
            }
        }
    }

    private int[][] ByPlace(Func<int, IEnumerable<int>> placesOf)
    {
        var steps = Enumerable.Range(0, _net.PlaceCount).Select(_ => new List<int>()).ToArray();
        foreach (var step in _silent)
        {
            foreach (var place in placesOf(step))
            {
                steps[place].Add(step);
            }
        }

        return [.. steps.Select(list => list.ToArray())];
    }
}
