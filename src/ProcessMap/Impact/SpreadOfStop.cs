using Pupitre.Processes.Links;

namespace Pupitre.ProcessMap.Impact;

/// <summary>When each process hurts once some have stopped, in days, by its number.</summary>
/// <param name="AtLeast">
/// Days if everything of which nobody knows the days comes at once: never earlier than this. <see cref="Never"/> where nothing leads there.
/// </param>
/// <param name="AtMost">Days by links of which the days are known: never later. <see cref="Never"/> where no such way leads there.</param>
/// <param name="Through">Number of the process through which it comes first; -1 for what stopped itself, and where nothing comes.</param>
public sealed record StopReach(int[] AtLeast, int[] AtMost, int[] Through)
{
    public const int Never = int.MaxValue;

    /// <summary>Whether the stop comes there at all, sooner or later.</summary>
    public bool Reaches(int process) => AtLeast[process] != Never;
}

/// <summary>
/// How a stop spreads over the links of a map: the shortest way in days from what stops to what it feeds (Dijkstra, "A note on two problems
/// in connexion with graphs", 1959). A link of which nobody knows the days makes a range and no figure: it may come at once, or never.
/// Circles end where they began. Time grows with links times the logarithm of processes; nothing is kept between runs.
/// </summary>
public static class SpreadOfStop
{
    private const int None = -1;

    /// <param name="graph">What feeds what.</param>
    /// <param name="stopped">Numbers of the processes that stop themselves, at once; each may stand there more than once.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not one of the graph.</exception>
    public static StopReach Run(LinkGraph graph, IReadOnlyList<int> stopped)
    {
        Check(graph, stopped);
        var (atLeast, through) = Walk(graph, stopped, takesUnknown: true);
        return new StopReach(atLeast, Walk(graph, stopped, takesUnknown: false).Days, through);
    }

    /// <summary>How many processes a stop comes to, those that stop themselves among them; see <see cref="StopReach.Reaches"/>.</summary>
    /// <param name="graph">What feeds what.</param>
    /// <param name="stopped">Numbers of the processes that stop themselves.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not one of the graph.</exception>
    public static int Count(LinkGraph graph, IReadOnlyList<int> stopped)
    {
        Check(graph, stopped);
        var (seen, open, count) = (new bool[graph.Count], new Stack<int>(stopped), 0);
        while (open.TryPop(out var process))
        {
            if (seen[process])
            {
                continue;
            }

            seen[process] = true;
            count++;
            foreach (var fed in graph.FedBy(process))
            {
                open.Push(fed);
            }
        }

        return count;
    }

    private static void Check(LinkGraph graph, IReadOnlyList<int> stopped)
    {
        foreach (var process in stopped)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(process, nameof(stopped));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(process, graph.Count, nameof(stopped));
        }
    }

    private static (int[] Days, int[] Through) Walk(LinkGraph graph, IReadOnlyList<int> stopped, bool takesUnknown)
    {
        var (days, through) = (new int[graph.Count], new int[graph.Count]);
        Array.Fill(days, StopReach.Never);
        Array.Fill(through, None);
        var waiting = new PriorityQueue<int, int>(graph.Count);
        foreach (var process in stopped)
        {
            days[process] = 0;
            waiting.Enqueue(process, 0);
        }

        while (waiting.TryDequeue(out var process, out var day))
        {
            if (day == days[process])
            {
                Pass(graph, process, takesUnknown, days, through, waiting);
            }
        }

        return (days, through);
    }

    private static void Pass(LinkGraph graph, int process, bool takesUnknown, int[] days, int[] through, PriorityQueue<int, int> waiting)
    {
        var fed = graph.FedBy(process);
        var after = graph.DaysOf(process);
        for (var at = 0; at < fed.Length; at++)
        {
            if (after[at] == LinkGraph.Unknown && !takesUnknown)
            {
                continue;
            }

            var day = days[process] + Math.Max(after[at], 0);
            if (day < days[fed[at]])
            {
                days[fed[at]] = day;
                through[fed[at]] = process;
                waiting.Enqueue(fed[at], day);
            }
        }
    }
}
