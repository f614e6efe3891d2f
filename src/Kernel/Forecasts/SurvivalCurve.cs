namespace Pupitre.Kernel.Forecasts;

/// <summary>
/// The share of cases that still run after a length of time, from cases that ended and cases that did not yet: the estimator of Kaplan and
/// Meier ("Nonparametric estimation from incomplete observations", 1958). Immutable.
/// </summary>
/// <remarks>
/// S(t) is the product, over the lengths u ≤ t at which cases ended, of 1 − d(u)/n(u): d(u) ended at u, and n(u) had not ended nor
/// been lost from sight before u. Of one length, ends count before what was lost from sight. Lengths are in ticks and never negative.
/// </remarks>
public sealed class SurvivalCurve
{
    private readonly long[] _lengths;
    private readonly long[] _ends;
    private readonly double[] _shares;

    private SurvivalCurve(long[] lengths, long[] ends, double[] shares) => (_lengths, _ends, _shares) = (lengths, ends, shares);

    /// <summary>How many cases it is made of.</summary>
    public int Count => _lengths.Length;

    /// <param name="ended">Lengths of the cases that ended, in ascending order.</param>
    /// <param name="open">Lengths up to which the others were seen, in ascending order.</param>
    public static SurvivalCurve Of(IReadOnlyList<long> ended, IReadOnlyList<long> open)
    {
        var lengths = new long[ended.Count + open.Count];
        var (ends, shares, share, seen) = (new List<long>(), new List<double>(), 1.0, 0);
        var (next, lost) = (0, 0);
        while (next < ended.Count || lost < open.Count)
        {
            if (next == ended.Count || (lost < open.Count && open[lost] < ended[next]))
            {
                lengths[seen++] = open[lost++];
                continue;
            }

            var (length, atRisk, first) = (ended[next], lengths.Length - seen, next);
            for (; next < ended.Count && ended[next] == length; next++)
            {
                lengths[seen++] = length;
            }

            share *= 1 - ((next - first) / (double)atRisk);
            ends.Add(length);
            shares.Add(share);
        }

        return new SurvivalCurve(lengths, [.. ends], [.. shares]);
    }

    /// <summary>The share of cases that run longer than <paramref name="ticks"/>; from 0 to 1, and never more for a longer time.</summary>
    public double Beyond(long ticks)
    {
        var place = Array.BinarySearch(_ends, ticks);
        var reached = place >= 0 ? place : ~place - 1;
        return reached < 0 ? 1 : _shares[reached];
    }

    /// <summary>How many cases were seen to run for at least <paramref name="ticks"/>.</summary>
    public int AtRisk(long ticks)
    {
        var (low, high) = (0, _lengths.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = _lengths[middle] < ticks ? (middle + 1, high) : (low, middle);
        }

        return _lengths.Length - low;
    }

    /// <summary>Whether it says anything of <paramref name="ticks"/>: somebody was seen for that long, or all had ended before.</summary>
    public bool Reaches(long ticks) => Count > 0 && (_lengths[^1] >= ticks || (_shares.Length > 0 && _shares[^1] == 0));
}
