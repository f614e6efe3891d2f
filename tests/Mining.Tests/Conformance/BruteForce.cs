namespace Pupitre.Mining.Tests.Conformance;

/// <summary>The simplest aligner that is right: Dijkstra over pairs of a marking and a position, nothing shared, nothing clever.</summary>
internal static class BruteForce
{
    private const int MostPairs = 1_500;

    /// <summary>The least cost; null when there is none, or when more pairs were met than a test can afford (<paramref name="gaveUp"/>).</summary>
    public static int? CostOf(PetriNet net, string activities, out bool gaveUp)
    {
        gaveUp = false;
        var best = new Dictionary<string, int>();
        var open = new PriorityQueue<(int[] Marking, int At, int Cost), int>([((net.Initial.ToArray(), 0, 0), 0)]);
        best[Key(net.Initial, 0)] = 0;
        while (open.TryDequeue(out var now, out _))
        {
            if (now.At == activities.Length && now.Marking.SequenceEqual(net.Final))
            {
                return now.Cost;
            }

            foreach (var (marking, at, cost) in From(net, activities, now.Marking, now.At))
            {
                var key = Key(marking, at);
                if (best.GetValueOrDefault(key, int.MaxValue) > now.Cost + cost)
                {
                    best[key] = now.Cost + cost;
                    open.Enqueue((marking, at, now.Cost + cost), now.Cost + cost);
                }
            }

            if (best.Count > MostPairs)
            {
                gaveUp = true;
                return null;
            }
        }

        return null;
    }

    private static IEnumerable<(int[] Marking, int At, int Cost)> From(PetriNet net, string activities, int[] marking, int at)
    {
        if (at < activities.Length)
        {
            yield return (marking, at + 1, 1);
        }

        foreach (var transition in net.Transitions)
        {
            var after = marking.ToArray();
            Array.ForEach([.. transition.Inputs], place => after[place]--);
            if (after.Any(tokens => tokens < 0))
            {
                continue;
            }

            Array.ForEach([.. transition.Outputs], place => after[place]++);
            yield return (after, at, transition.IsSilent ? 0 : 1);
            if (at < activities.Length && transition.Label == activities[at].ToString())
            {
                yield return (after, at + 1, 0);
            }
        }
    }

    private static string Key(IEnumerable<int> marking, int at) => string.Join(',', marking) + "@" + at;
}
