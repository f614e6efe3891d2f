namespace Pupitre.Mining;

/// <summary>
/// Parts between which every activity of one directly follows and is followed by every activity of the other, each with a start and an end:
/// the connected components of what does <i>not</i> follow both ways.
/// </summary>
internal static class ParallelCut
{
    /// <summary>The part of each activity; all 0 when there is no such cut.</summary>
    public static int[] PartsOf(FollowGraph graph)
    {
        var parts = Components(graph);
        var count = parts.Max() + 1;
        var (hasStart, hasEnd) = (new bool[count], new bool[count]);
        for (var activity = 0; activity < graph.Count; activity++)
        {
            hasStart[parts[activity]] |= graph.Starts[activity] > 0;
            hasEnd[parts[activity]] |= graph.Ends[activity] > 0;
        }

        return Completed(parts, hasStart, hasEnd);
    }

    /// <summary>A part that only starts and one that only ends become one; what then lacks one of both joins another.</summary>
    private static int[] Completed(int[] parts, bool[] hasStart, bool[] hasEnd)
    {
        var groups = new Groups(hasStart.Length);
        var all = Enumerable.Range(0, hasStart.Length).ToList();
        var starting = new Queue<int>(all.Where(part => hasStart[part] && !hasEnd[part]));
        var ending = new Queue<int>(all.Where(part => hasEnd[part] && !hasStart[part]));
        var whole = all.Where(part => hasStart[part] && hasEnd[part]).ToList();
        while (starting.Count > 0 && ending.Count > 0)
        {
            whole.Add(starting.Peek());
            groups.Join(ending.Dequeue(), starting.Dequeue());
        }

        var host = whole.Count > 0 ? whole[^1] : 0;
        foreach (var part in starting.Concat(ending).Concat(all.Where(part => !hasStart[part] && !hasEnd[part])))
        {
            groups.Join(part, host);
        }

        var numbers = groups.Numbered();
        return [.. parts.Select(part => numbers[part])];
    }

    /// <summary>Whoever was not reached yet is a list; looking at an activity costs no more than its edges and those that it reaches.</summary>
    private static int[] Components(FollowGraph graph)
    {
        var (parts, follows, both) = (new int[graph.Count], new int[graph.Count], new int[graph.Count]);
        int[] unseen = [.. Enumerable.Range(0, graph.Count)];
        var left = unseen.Length;
        var next = new Stack<int>();
        for (var part = 0; left > 0; part++)
        {
            next.Push(unseen[--left]);
            while (next.TryPop(out var activity))
            {
                parts[activity] = part;
                MarkBoth(graph, activity, follows, both);
                var kept = 0;
                foreach (var other in unseen.AsSpan(0, left))
                {
                    if (both[other] == activity + 1)
                    {
                        unseen[kept++] = other;
                    }
                    else
                    {
                        next.Push(other);
                    }
                }

                left = kept;
            }
        }

        return parts;
    }

    private static void MarkBoth(FollowGraph graph, int activity, int[] follows, int[] both)
    {
        foreach (var after in graph.Out[activity])
        {
            follows[after] = activity + 1;
        }

        foreach (var before in graph.In[activity])
        {
            both[before] = follows[before] == activity + 1 ? activity + 1 : both[before];
        }
    }
}
