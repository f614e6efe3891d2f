namespace Pupitre.Mining;

/// <summary>Whether one sample tends to be larger than another: Mann-Whitney, see <see cref="Drift"/> for the source.</summary>
internal static class RankTest
{
    /// <summary>The two-sided p-value, by the normal approximation with corrections for ties and continuity.</summary>
    public static double P(IReadOnlyCollection<long> one, IReadOnlyCollection<long> other)
    {
        var all = one.Select(value => (Value: value, IsOne: true)).Concat(other.Select(value => (Value: value, IsOne: false))).ToArray();
        Array.Sort(all, static (left, right) => left.Value.CompareTo(right.Value));
        var (ranks, ties) = (0.0, 0.0);
        for (int from = 0, to; from < all.Length; from = to)
        {
            to = from + 1;
            while (to < all.Length && all[to].Value == all[from].Value)
            {
                to++;
            }

            // Equal values share the mean of their ranks.
            var (rank, equal) = ((from + 1 + to) / 2.0, (double)to - from);
            ranks += rank * all.AsSpan(from, to - from).ToArray().Count(item => item.IsOne);
            ties += (equal * equal * equal) - equal;
        }

        return P(ranks, one.Count, other.Count, ties);
    }

    private static double P(double ranks, double n, double m, double ties)
    {
        var u = ranks - (n * (n + 1) / 2);
        var total = n + m;
        var variance = n * m / 12 * (total + 1 - (ties / (total * (total - 1))));
        return variance <= 0 ? 1 : Normal.TwoSided(Math.Max(0, Math.Abs(u - (n * m / 2)) - 0.5) / Math.Sqrt(variance));
    }
}

/// <summary>Adjusts p-values of many tests: Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate" (1995).</summary>
internal static class FalseDiscovery
{
    /// <summary>For each p-value the smallest rate of false discoveries at which it is still one.</summary>
    public static double[] Adjusted(double[] p)
    {
        var order = Enumerable.Range(0, p.Length).OrderByDescending(test => p[test]).ToArray();
        var adjusted = new double[p.Length];
        var least = 1.0;
        for (var i = 0; i < order.Length; i++)
        {
            least = Math.Min(least, p[order[i]] * p.Length / (p.Length - i));
            adjusted[order[i]] = least;
        }

        return adjusted;
    }
}
