namespace Pupitre.Mining;

/// <summary>What is known of a net's soundness.</summary>
public enum SoundnessVerdict
{
    Sound,
    NotSound,

    /// <summary>It has more markings than were to be looked at.</summary>
    NotDecided,
}

/// <summary>
/// Whether every run of a net can be completed, nothing is left over when it is, and every transition can happen (van der Aalst, 1998, for any
/// initial and final marking).
/// </summary>
/// <param name="Verdict">What was found.</param>
/// <param name="Markings">How many markings were looked at.</param>
/// <param name="Stuck">Markings from which the final one cannot be reached.</param>
/// <param name="LeftOver">Markings that hold the final one and more.</param>
/// <param name="Dead">Transitions that can never happen, in the order of the net.</param>
public sealed record Soundness(SoundnessVerdict Verdict, int Markings, int Stuck, int LeftOver, IReadOnlyList<NetTransition> Dead)
{
    /// <summary>Markings looked at unless otherwise asked.</summary>
    public const int MostMarkings = 100_000;

    /// <summary>Looks at all markings that a net can come to, at most so many.</summary>
    public static Soundness Of(PetriNet net, int mostMarkings = MostMarkings, CancellationToken token = default)
    {
        var steps = net.Transitions.Select(transition => new GuardedStep { Inputs = [.. transition.Inputs], Outputs = [.. transition.Outputs] }).ToList();
        var initial = Enumerable.Range(0, net.Places.Length).SelectMany(place => Enumerable.Repeat(place, net.Initial[place]));
        var states = GuardedStates.Explore(net.Places.Length, steps, initial, mostMarkings, token);
        if (!states.IsComplete)
        {
            return new(SoundnessVerdict.NotDecided, states.Markings.Count, 0, 0, []);
        }

        var leading = LeadingToFinal(net, states);
        var leftOver = states.Markings.Count(marking => !IsFinal(net, marking) && Enumerable.Range(0, marking.Length).All(place => marking[place] >= net.Final[place]));
        var happened = states.Edges.Select(edge => edge.Step).ToHashSet();
        var dead = net.Transitions.Where((_, at) => !happened.Contains(at)).ToList();
        var stuck = states.Markings.Count - leading;
        return new(stuck + leftOver + dead.Count == 0 ? SoundnessVerdict.Sound : SoundnessVerdict.NotSound, states.Markings.Count, stuck, leftOver, dead);
    }

    private static bool IsFinal(PetriNet net, byte[] marking)
    {
        for (var place = 0; place < marking.Length; place++)
        {
            if (marking[place] != net.Final[place])
            {
                return false;
            }
        }

        return true;
    }

    private static int LeadingToFinal(PetriNet net, GuardedStates states)
    {
        var before = states.Edges.ToLookup(edge => edge.To, edge => edge.From);
        var seen = Enumerable.Range(0, states.Markings.Count).Where(number => IsFinal(net, states.Markings[number])).ToHashSet();
        var next = new Stack<int>(seen);
        while (next.TryPop(out var state))
        {
            foreach (var from in before[state].Where(seen.Add))
            {
                next.Push(from);
            }
        }

        return seen.Count;
    }
}
