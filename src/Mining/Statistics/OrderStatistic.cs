using System.Numerics;

namespace Pupitre.Mining;

/// <summary>
/// Finds quantiles without sorting: quickselect (Hoare, "Algorithm 65: Find", 1961) with the median of three as pivot, which gives up and
/// sorts when pivots keep being bad (introselect, Musser 1997), so that no input takes more than O(n log n).
/// </summary>
internal static class OrderStatistic
{
    private const int FewValues = 24;

    /// <summary>The quantile <paramref name="p"/> (0 to 1) of one value or more, by linear interpolation: h = (n - 1) p. Changes their order.</summary>
    public static double Quantile(Span<long> values, double p)
    {
        var h = (values.Length - 1) * p;
        var below = (int)h;
        var low = Select(values, below);
        if (below + 1 >= values.Length || h == below)
        {
            return low;
        }

        var high = long.MaxValue;
        foreach (var value in values[(below + 1)..])
        {
            high = Math.Min(high, value);
        }

        return low + ((h - below) * (high - low));
    }

    /// <summary>The value that would stand at <paramref name="place"/> if all were sorted; afterwards nothing larger stands before it and nothing smaller behind.</summary>
    public static long Select(Span<long> values, int place)
    {
        var (from, to) = (0, values.Length - 1);
        for (var rounds = 2 * BitOperations.Log2((uint)values.Length + 1); to - from > FewValues && rounds > 0; rounds--)
        {
            var (left, right) = Partition(values, from, to);
            if (place <= right)
            {
                to = right;
            }
            else if (place >= left)
            {
                from = left;
            }
            else
            {
                return values[place];
            }
        }

        values[from..(to + 1)].Sort();
        return values[place];
    }

    /// <summary>Values up to the right end are at most the pivot, those from the left end on at least; between them stand copies of it.</summary>
    private static (int Left, int Right) Partition(Span<long> values, int from, int to)
    {
        var pivot = MedianOf(values[from], values[from + ((to - from) / 2)], values[to]);
        var (left, right) = (from, to);
        while (left <= right)
        {
            while (values[left] < pivot)
            {
                left++;
            }

            while (values[right] > pivot)
            {
                right--;
            }

            if (left <= right)
            {
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }
        }

        return (left, right);
    }

    private static long MedianOf(long one, long other, long third) => Math.Max(Math.Min(one, other), Math.Min(Math.Max(one, other), third));
}
