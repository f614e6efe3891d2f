namespace Pupitre.Mining;

/// <summary>Sets of activities that grow together (union and find).</summary>
internal sealed class Groups
{
    private readonly int[] _parent;

    public Groups(int count) => _parent = [.. Enumerable.Range(0, count)];

    /// <summary>Activities that edges connect, whichever way: the parts of an exclusive choice.</summary>
    public static int[] ByEdges(FollowGraph graph)
    {
        var groups = new Groups(graph.Count);
        for (var from = 0; from < graph.Count; from++)
        {
            foreach (var to in graph.Out[from])
            {
                groups.Join(from, to);
            }
        }

        return groups.Numbered();
    }

    public int Of(int activity)
    {
        while (_parent[activity] != activity)
        {
            activity = _parent[activity] = _parent[_parent[activity]];
        }

        return activity;
    }

    public void Join(int one, int other) => _parent[Of(one)] = Of(other);

    /// <summary>The number of the group of each, from 0 in the order of their first member.</summary>
    public int[] Numbered()
    {
        var numbers = new int[_parent.Length];
        Array.Fill(numbers, -1);
        var count = 0;
        return [.. Enumerable.Range(0, _parent.Length).Select(activity =>
        {
            ref var number = ref numbers[Of(activity)];
            return number < 0 ? number = count++ : number;
        })];
    }
}
