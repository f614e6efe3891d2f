namespace Pupitre.Kernel.Commitments;

/// <summary>The order in which commitments can be judged: each after the one that it waits for.</summary>
public static class PrerequisiteOrder
{
    /// <summary>Orders <paramref name="commitments"/>.</summary>
    /// <param name="commitments">Their keys.</param>
    /// <param name="prerequisiteOf">The key that one waits for, or null. A key that is not among them is ignored.</param>
    /// <exception cref="Refused">A commitment waits for itself, directly or through others.</exception>
    public static IReadOnlyList<T> Of<T>(IReadOnlyCollection<T> commitments, Func<T, T?> prerequisiteOf)
        where T : class
    {
        var known = commitments.ToHashSet();
        var done = new HashSet<T>();
        var order = new List<T>(commitments.Count);
        foreach (var commitment in commitments)
        {
            var chain = new Stack<T>();
            for (var next = commitment; next is not null && known.Contains(next) && !done.Contains(next); next = prerequisiteOf(next))
            {
                if (chain.Contains(next))
                {
                    throw new Refused(Texts.Rule_PrerequisiteOfItself, "prerequisite");
                }

                chain.Push(next);
            }

            foreach (var next in chain)
            {
                done.Add(next);
                order.Add(next);
            }
        }

        return order;
    }
}
