namespace Pupitre.Mining;

/// <summary>What is wrong with the drawing of a net, seen without playing it.</summary>
internal static class NetShape
{
    private const int MostNamed = 5;

    /// <summary>Labels borne twice, transitions that no token can ever reach, and those after which the end is out of reach.</summary>
    public static IEnumerable<string> WarningsOf(PetriNet net)
    {
        var doubles = net.Transitions.Where(transition => !transition.IsSilent).CountBy(transition => transition.Label!, StringComparer.Ordinal).Where(label => label.Value > 1).ToList();
        if (doubles.Count > 0)
        {
            yield return Texts.Model_SameLabel.Filled(Some(doubles.Select(label => label.Key)));
        }

        var reached = Reached(net.Initial, [.. net.Transitions.Select(transition => (transition.Inputs, transition.Outputs))]);
        var cut = net.Transitions.Where(transition => !transition.Inputs.All(reached.Contains)).ToList();
        if (cut.Count > 0)
        {
            yield return Texts.Model_Unreachable.Filled(Some(cut.Select(Shown)));
        }

        var leading = Reached(net.Final, [.. net.Transitions.Select(transition => (transition.Outputs, transition.Inputs))], any: true);
        var lost = net.Transitions.Except(cut).Where(transition => transition.Outputs.Length > 0 && !transition.Outputs.Any(leading.Contains)).ToList();
        if (lost.Count > 0)
        {
            yield return Texts.Model_NoWayOut.Filled(Some(lost.Select(Shown)));
        }
    }

    /// <summary>The first few of them, quoted, and how many more.</summary>
    public static string Some(IEnumerable<string> names)
    {
        var all = names.ToList();
        var shown = string.Join(", ", all.Take(MostNamed).Select(name => Texts.Model_Quoted.Filled(name)));
        return all.Count > MostNamed ? Texts.Model_AndMore.Filled(shown, all.Count - MostNamed) : shown;
    }

    private static string Shown(NetTransition transition) => transition.Label ?? transition.Element ?? transition.Id;

    /// <summary>The places that tokens may come to, each transition being taken when all its places (or any) were reached, and tokens never running out.</summary>
    private static HashSet<int> Reached(IReadOnlyList<int> marking, List<(System.Collections.Immutable.ImmutableArray<int> From, System.Collections.Immutable.ImmutableArray<int> To)> steps, bool any = false)
    {
        var reached = Enumerable.Range(0, marking.Count).Where(place => marking[place] > 0).ToHashSet();
        var waiting = steps.Select(step => any ? Math.Min(1, step.From.Length) : step.From.Distinct().Count()).ToArray();
        var followers = steps.SelectMany((step, at) => step.From.Distinct().Select(place => (place, at))).ToLookup(pair => pair.place, pair => pair.at);
        var next = new Queue<int>(reached);
        for (var at = 0; at < steps.Count; at++)
        {
            Take(at, steps[at].From.Length == 0);
        }

        while (next.TryDequeue(out var place))
        {
            foreach (var at in followers[place])
            {
                Take(at, --waiting[at] == 0);
            }
        }

        return reached;

        void Take(int at, bool isReady)
        {
            foreach (var place in isReady ? steps[at].To : [])
            {
                if (reached.Add(place))
                {
                    next.Enqueue(place);
                }
            }
        }
    }
}
