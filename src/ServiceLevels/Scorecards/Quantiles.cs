using NodaTime;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>The typical and the slow: half in less than, nine in ten in less than.</summary>
public sealed record Quantiles(int Count, Duration Half, Duration NineInTen)
{
    /// <summary>Linear interpolation between order statistics, as the command line's p50 and p90. Sorts <paramref name="ticks"/> in place.</summary>
    public static Quantiles? Of(List<long> ticks)
    {
        if (ticks.Count == 0)
        {
            return null;
        }

        ticks.Sort();
        return new Quantiles(ticks.Count, At(ticks, 0.5), At(ticks, 0.9));
    }

    private static Duration At(List<long> sorted, double p)
    {
        var h = (sorted.Count - 1) * p;
        var below = (int)h;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return Duration.FromTicks(sorted[below] + ((h - below) * (sorted[above] - sorted[below])));
    }
}
