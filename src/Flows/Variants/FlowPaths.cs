using System.Collections.Immutable;
using Pupitre.Mining;

namespace Pupitre.Flows.Variants;

/// <summary>One path through a flow.</summary>
/// <param name="Number">From 1, the most taken first.</param>
/// <param name="Path">Its steps in words.</param>
/// <param name="Together">Cases of this path and of all that are taken more.</param>
/// <param name="Durations">How long its cases take.</param>
internal sealed record FlowPath(int Number, string Path, int Steps, int Cases, long Together, DurationFigures Durations);

/// <summary>The paths of a flow, the most taken first.</summary>
/// <param name="Cases">All cases.</param>
internal sealed record FlowPaths(ImmutableArray<FlowPath> Lines, long Cases)
{
    private const double Most = 0.8;

    public static FlowPaths None { get; } = new([], 0);

    /// <summary>How many paths, from the first on, are those of four cases in five.</summary>
    public int ForMost => Lines.TakeWhile(line => line.Together - line.Cases < Cases * Most).Count();

    /// <summary>The cases that take them.</summary>
    public long MostCases => ForMost == 0 ? 0 : Lines[ForMost - 1].Together;

    /// <summary>Paths that a single case takes.</summary>
    public int Once => Lines.Count(line => line.Cases == 1);

    public static FlowPaths Of(LogView view)
    {
        var variants = view.Variants;
        var ticks = TicksByVariant(view, variants);
        var together = 0L;
        return new([.. Enumerable.Range(0, variants.Count).Select(variant => new FlowPath(
            variant + 1, PathWords.Whole(variants, variant), variants[variant].Length, variants.CasesOf(variant), together += variants.CasesOf(variant), DurationFigures.Of(ticks[variant])))], variants.CaseCount);
    }

    private static long[][] TicksByVariant(LogView view, VariantTable variants)
    {
        var durations = CaseDurations.Ticks(view);
        var ticks = Enumerable.Range(0, variants.Count).Select(variant => new long[variants.CasesOf(variant)]).ToArray();
        var filled = new int[variants.Count];
        for (var position = 0; position < durations.Length; position++)
        {
            var variant = view.VariantOfCase[position];
            ticks[variant][filled[variant]++] = durations[position];
        }

        return ticks;
    }
}
