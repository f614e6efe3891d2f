namespace Pupitre.Mining;

/// <summary>
/// What starts and ends, against what only leads from every end back to every start: part 0 is done first, part 1 leads back.
/// </summary>
internal static class LoopCut
{
    /// <summary>The part of each activity; all 0 when there is no such cut.</summary>
    public static int[] PartsOf(FollowGraph graph)
    {
        var (starts, ends) = (graph.Starts.Count(cases => cases > 0), graph.Ends.Count(cases => cases > 0));
        var groups = new Groups(graph.Count);
        for (var from = 0; from < graph.Count; from++)
        {
            foreach (var to in graph.Out[from])
            {
                if (!IsBorder(graph, from) && !IsBorder(graph, to))
                {
                    groups.Join(from, to);
                }
            }
        }

        var isBody = new bool[graph.Count];
        for (var activity = 0; activity < graph.Count; activity++)
        {
            isBody[groups.Of(activity)] |= IsBorder(graph, activity) || !LeadsBack(graph, activity, starts, ends);
        }

        return [.. Enumerable.Range(0, graph.Count).Select(activity => isBody[groups.Of(activity)] ? 0 : 1)];
    }

    private static bool IsBorder(FollowGraph graph, int activity) => graph.Starts[activity] > 0 || graph.Ends[activity] > 0;

    /// <summary>Comes from ends only, from all or none of them, and goes to starts only, to all or none; as far as the border is concerned.</summary>
    private static bool LeadsBack(FollowGraph graph, int activity, int starts, int ends)
    {
        var (fromEnds, toStarts) = (0, 0);
        foreach (var before in graph.In[activity])
        {
            if (graph.Ends[before] > 0)
            {
                fromEnds++;
            }
            else if (graph.Starts[before] > 0)
            {
                return false;
            }
        }

        foreach (var after in graph.Out[activity])
        {
            if (graph.Starts[after] > 0)
            {
                toStarts++;
            }
            else if (graph.Ends[after] > 0)
            {
                return false;
            }
        }

        return (fromEnds == 0 || fromEnds == ends) && (toStarts == 0 || toStarts == starts);
    }
}
