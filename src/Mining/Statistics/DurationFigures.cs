using NodaTime;

namespace Pupitre.Mining;

/// <summary>What a number of durations come to, in seconds. Percentiles interpolate linearly between order statistics (h = (n - 1) p).</summary>
/// <param name="Count">How many durations there are; every other figure is 0 when there are none.</param>
/// <param name="MeanSeconds">Their exact mean, rounded once.</param>
/// <param name="MedianSeconds">Half of them take at most this long.</param>
/// <param name="P90Seconds">Nine of ten take at most this long.</param>
/// <param name="MaxSeconds">The longest.</param>
/// <param name="TotalSeconds">Their sum.</param>
public sealed record DurationFigures(int Count, double MeanSeconds, double MedianSeconds, double P90Seconds, double MaxSeconds, double TotalSeconds)
{
    private const double P90 = 0.9;

    public static DurationFigures None { get; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Takes durations in units of 100 ns, whose order it changes.</summary>
    public static DurationFigures Of(Span<long> ticks)
    {
        if (ticks.IsEmpty)
        {
            return None;
        }

        var (sum, max) = Sum(ticks);
        return new(ticks.Length, (double)sum / ticks.Length / NodaConstants.TicksPerSecond, Seconds(OrderStatistic.Quantile(ticks, 0.5)), Seconds(OrderStatistic.Quantile(ticks, P90)), Seconds(max), Seconds((double)sum));
    }

    private static (Int128 Sum, long Max) Sum(ReadOnlySpan<long> ticks)
    {
        // Low and high halves are summed apart: neither overflows, and 128 bits are only needed once.
        const int half = 32;
        var (low, high, max) = (0UL, 0L, long.MinValue);
        foreach (var value in ticks)
        {
            low += (uint)value;
            high += value >> half;
            max = Math.Max(max, value);
        }

        return (((Int128)high << half) + low, max);
    }

    private static double Seconds(double ticks) => ticks / NodaConstants.TicksPerSecond;
}
