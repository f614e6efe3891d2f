using System.Runtime.InteropServices;
using NodaTime;
using Pupitre.Kernel;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>The typical and the slow, with every word counted and without what only the provider says.</summary>
/// <param name="ProviderOnly">Open time of waits that only the provider attests.</param>
public sealed record Pace(PaceFigures? Declared, PaceFigures? Evidenced, Duration ProviderOnly);

/// <summary>The typical and the slow: half in less than, nine in ten in less than.</summary>
public sealed record PaceFigures(int Count, Duration Half, Duration NineInTen)
{
    /// <summary>The quantiles of lengths in ticks, which it sorts in place; null when there are none.</summary>
    public static PaceFigures? Of(List<long> ticks)
    {
        ticks.Sort();
        var sorted = CollectionsMarshal.AsSpan(ticks);
        return Quantile.Of(sorted, Quantile.Half) is { } half && Quantile.Of(sorted, Quantile.NineOfTen) is { } nine
            ? new PaceFigures(ticks.Count, Duration.FromTicks(half), Duration.FromTicks(nine))
            : null;
    }
}
