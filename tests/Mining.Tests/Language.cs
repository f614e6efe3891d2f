namespace Pupitre.Mining.Tests;

/// <summary>What a net or a tree allows, found by trying: slow, simple, and unlike the code that it checks.</summary>
internal static class Language
{
    /// <summary>All complete runs of at most so many visible steps, as "a b c".</summary>
    public static SortedSet<string> Of(PetriNet net, int longest)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<(int[] Marking, string Run, int Length)>([([.. net.Initial], "", 0)]);
        while (next.TryPop(out var state))
        {
            if (!seen.Add(state.Run + "|" + string.Join(',', state.Marking)))
            {
                continue;
            }

            if (state.Marking.SequenceEqual(net.Final))
            {
                found.Add(state.Run);
            }

            foreach (var transition in net.Transitions)
            {
                var marking = Fired(state.Marking, transition);
                if (marking is not null && (transition.IsSilent || state.Length < longest))
                {
                    next.Push((marking, transition.IsSilent ? state.Run : state.Run.Length == 0 ? transition.Label! : state.Run + " " + transition.Label, state.Length + (transition.IsSilent ? 0 : 1)));
                }
            }
        }

        return found;
    }

    /// <summary>Whether a net has a complete run of exactly these steps.</summary>
    public static bool Accepts(PetriNet net, IEnumerable<string> run)
    {
        var markings = Silently(net, [[.. net.Initial]]);
        foreach (var step in run)
        {
            markings = Silently(net, markings.SelectMany(marking => net.Transitions.Where(transition => transition.Label == step).Select(transition => Fired(marking, transition))).OfType<int[]>());
        }

        return markings.Exists(marking => marking.SequenceEqual(net.Final));
    }

    private static List<int[]> Silently(PetriNet net, IEnumerable<int[]> from)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<int[]>();
        var next = new Stack<int[]>(from);
        while (next.TryPop(out var marking))
        {
            if (seen.Add(string.Join(',', marking)))
            {
                all.Add(marking);
                foreach (var after in net.Transitions.Where(transition => transition.IsSilent).Select(transition => Fired(marking, transition)).OfType<int[]>())
                {
                    next.Push(after);
                }
            }
        }

        return all;
    }

    private static int[]? Fired(int[] marking, NetTransition transition)
    {
        var next = (int[])marking.Clone();
        foreach (var place in transition.Inputs)
        {
            next[place]--;
        }

        if (next.Any(tokens => tokens < 0))
        {
            return null;
        }

        foreach (var place in transition.Outputs)
        {
            next[place]++;
        }

        return next;
    }
}
