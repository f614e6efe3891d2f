using System.Runtime.InteropServices;

namespace Pupitre.Mining;

/// <summary>The markings that a <see cref="GuardedNet"/> can come to, and the steps between them, up to a stated number.</summary>
internal sealed class GuardedStates
{
    private readonly IReadOnlyList<GuardedStep> _steps;
    private readonly Dictionary<byte[], int> _numbers = new(new SameMarking());
    private readonly List<int>[] _fedBy;
    private readonly int _mostStates;

    private GuardedStates(int places, IReadOnlyList<GuardedStep> steps, int mostStates)
    {
        (_steps, _mostStates) = (steps, mostStates);
        _fedBy = [.. Enumerable.Range(0, places).Select(_ => new List<int>())];
        for (var at = 0; at < steps.Count; at++)
        {
            foreach (var place in steps[at].Inputs.Distinct())
            {
                _fedBy[place].Add(at);
            }
        }
    }

    /// <summary>Tokens on each place, by number of the state; the first is the beginning.</summary>
    public List<byte[]> Markings { get; } = [];

    /// <summary>From which state, by which step, to which state.</summary>
    public List<(int From, int Step, int To)> Edges { get; } = [];

    /// <summary>False when there were more states than were to be looked at.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Steps that emptied a place of a token at least once.</summary>
    public HashSet<GuardedStep> Cleared { get; } = [];

    /// <summary>Explores from <paramref name="initial"/> (one token each), breadth first.</summary>
    public static GuardedStates Explore(int places, IReadOnlyList<GuardedStep> steps, IEnumerable<int> initial, int mostStates, CancellationToken token)
    {
        var states = new GuardedStates(places, steps, mostStates);
        var marking = new byte[places];
        foreach (var place in initial)
        {
            marking[place]++;
        }

        states.NumberOf(marking);
        for (var from = 0; from < states.Markings.Count && states.IsComplete; from++)
        {
            token.ThrowIfCancellationRequested();
            states.ExploreFrom(from);
        }

        return states;
    }

    private void ExploreFrom(int from)
    {
        var marking = Markings[from];
        var tried = new HashSet<int>();
        for (var place = 0; place < marking.Length; place++)
        {
            if (marking[place] == 0)
            {
                continue;
            }

            foreach (var at in _fedBy[place])
            {
                if (tried.Add(at) && After(marking, _steps[at]) is { } next)
                {
                    Edges.Add((from, at, NumberOf(next)));
                }
            }
        }
    }

    private int NumberOf(byte[] marking)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, marking, out var isKnown);
        if (!isKnown)
        {
            number = Markings.Count;
            Markings.Add(marking);
            IsComplete &= Markings.Count <= _mostStates;
        }

        return number;
    }

    /// <summary>The marking after a step, or null when it cannot happen.</summary>
    private byte[]? After(byte[] marking, GuardedStep step)
    {
        if (step.Waits is null && step.Inputs.Any(place => marking[place] == 0))
        {
            return null;
        }

        var next = (byte[])marking.Clone();
        if (!(step.Waits is { } waits ? TakeInclusive(next, step.Inputs, waits) : Take(next, step.Inputs)) || (step.Empty is { } empty && empty.Any(place => next[place] > 0)))
        {
            return null;
        }

        foreach (var place in step.Clears ?? [])
        {
            if (next[place] > 0)
            {
                next[place] = 0;
                Cleared.Add(step);
            }
        }

        foreach (var place in step.Outputs)
        {
            if (next[place] == byte.MaxValue)
            {
                IsComplete = false;
                return null;
            }

            next[place]++;
        }

        return next;
    }

    private static bool Take(byte[] marking, int[] inputs)
    {
        foreach (var place in inputs)
        {
            if (marking[place] == 0)
            {
                return false;
            }

            marking[place]--;
        }

        return true;
    }

    private static bool TakeInclusive(byte[] marking, int[] inputs, InclusiveWait waits)
    {
        for (var place = 0; place < marking.Length; place++)
        {
            if (marking[place] == 0 || inputs.Contains(place))
            {
                continue;
            }

            var (canComeToEmpty, canComeToMarked) = (false, false);
            for (var at = 0; at < inputs.Length; at++)
            {
                if (waits.Upstream[at].Contains(place))
                {
                    canComeToEmpty |= marking[inputs[at]] == 0;
                    canComeToMarked |= marking[inputs[at]] > 0;
                }
            }

            if (canComeToEmpty && !canComeToMarked)
            {
                return false;
            }
        }

        var taken = false;
        foreach (var place in inputs)
        {
            taken |= marking[place] > 0;
            marking[place] -= (byte)(marking[place] > 0 ? 1 : 0);
        }

        return taken;
    }

    private sealed class SameMarking : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj)
        {
            var hash = new HashCode();
            hash.AddBytes(obj);
            return hash.ToHashCode();
        }
    }
}
