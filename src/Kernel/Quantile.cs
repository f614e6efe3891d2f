namespace Pupitre.Kernel;

/// <summary>
/// The quantile that the whole product means: linear interpolation between order statistics, h = (n - 1)p (Hyndman and Fan, "Sample
/// quantiles", 1996, type 7). The event logs' own (<c>Mining</c>, which knows nothing of this project) is the same, and a test holds them together.
/// </summary>
public static class Quantile
{
    public const double Half = 0.5;

    public const double NineOfTen = 0.9;

    /// <summary>The quantile of values in ascending order, or null when there are none.</summary>
    /// <param name="ascending">The values (lengths in ticks), the smallest first.</param>
    /// <param name="share">From 0 (the smallest) to 1 (the largest).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside 0 to 1.</exception>
    public static double? Of(ReadOnlySpan<long> ascending, double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (ascending.IsEmpty)
        {
            return null;
        }

        var place = (ascending.Length - 1) * share;
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, ascending.Length - 1);
        return ascending[below] + ((place - below) * (ascending[above] - ascending[below]));
    }
}
