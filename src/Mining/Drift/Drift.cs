using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// What changed between two periods, or any two parts of logs: which steps are taken more or less often, and which take longer or shorter, each
/// with a test that says whether chance explains it.
/// </summary>
/// <remarks>
/// <para>How often: the share of the cases in which the step occurs, since cases and not occurrences are independent of each other. Two-proportion
/// z-test with pooled variance (NIST/SEMATECH e-Handbook of Statistical Methods, 7.3.3); where an expected number is below 5, Fisher's exact test
/// (R.A. Fisher 1922), two-sided.</para>
/// <para>How long: Mann-Whitney U test (H.B. Mann, D.R. Whitney 1947), normal approximation corrected for ties and continuity, where each side has
/// <see cref="FewestDurations"/> or more; otherwise there is no test, and it is said.</para>
/// <para>Many tests find something by chance: all p-values are adjusted together (Y. Benjamini, Y. Hochberg 1995), so that among what is called
/// changed one in twenty is expected to be chance.</para>
/// </remarks>
/// <param name="Before">What the first figures stand on.</param>
/// <param name="After">What the second ones stand on.</param>
/// <param name="Activities">What the numbers of activities mean.</param>
/// <param name="Edges">Every step of either side: what changed first, most surely changed first.</param>
public sealed record Drift(Basis Before, Basis After, NameTable Activities, ImmutableArray<EdgeDrift> Edges)
{
    /// <summary>The share of false discoveries that is accepted.</summary>
    public const double Level = 0.05;

    /// <summary>Durations that each side needs for a test of them.</summary>
    public const int FewestDurations = 8;

    /// <summary>One side has so few cases that its figures are anecdotes.</summary>
    public bool IsSmall => Before.IsSmall || After.IsSmall;

    /// <summary>Compares two views, of one log or of two.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Drift Between(LogView before, LogView after, CancellationToken token = default)
    {
        var names = new NameTable();
        var (first, second) = (EdgeSamples.Of(before, names, token), EdgeSamples.Of(after, names, token));
        var edges = first.Keys.Union(second.Keys).Select(edge =>
        {
            token.ThrowIfCancellationRequested();
            return Compared(edge, first.GetValueOrDefault(edge), second.GetValueOrDefault(edge), before.CaseCount, after.CaseCount);
        }).ToList();
        var adjusted = FalseDiscovery.Adjusted([.. edges.SelectMany(edge => new[] { edge.FrequencyP, edge.DurationP }).OfType<double>()]);
        var next = 0;
        for (var i = 0; i < edges.Count; i++)
        {
            var frequency = edges[i].FrequencyP is null ? (double?)null : adjusted[next++];
            var duration = edges[i].DurationP is null ? (double?)null : adjusted[next++];
            edges[i] = edges[i] with { FrequencyP = frequency, DurationP = duration };
        }

        return new(before.Basis, after.Basis, names, [.. edges.OrderBy(edge => Math.Min(edge.FrequencyP ?? 1, edge.DurationP ?? 1)).ThenBy(edge => names[edge.From], StringComparer.Ordinal).ThenBy(edge => names[edge.To], StringComparer.Ordinal)]);
    }

    private static EdgeDrift Compared((int From, int To) edge, EdgeSample? before, EdgeSample? after, int casesBefore, int casesAfter)
    {
        var (one, other) = (before ?? EdgeSample.None, after ?? EdgeSample.None);
        return new(edge.From, edge.To, one.Side(casesBefore), other.Side(casesAfter))
        {
            FrequencyP = casesBefore == 0 || casesAfter == 0 ? null : ProportionTest.P(one.Cases, casesBefore, other.Cases, casesAfter),
            DurationP = one.Ticks.Count < FewestDurations || other.Ticks.Count < FewestDurations ? null : RankTest.P(one.Ticks, other.Ticks),
        };
    }
}

/// <summary>A step before and after.</summary>
/// <param name="From">Number of the activity before, in <see cref="Drift.Activities"/>.</param>
/// <param name="To">Number of the activity after.</param>
/// <param name="Before">The first period.</param>
/// <param name="After">The second.</param>
public sealed record EdgeDrift(int From, int To, EdgeSide Before, EdgeSide After)
{
    /// <summary>Adjusted chance that the step is taken in as many cases as before; null when a side has no case.</summary>
    public double? FrequencyP { get; init; }

    /// <summary>Adjusted chance that it takes as long as before; null when a side has too few durations for a test.</summary>
    public double? DurationP { get; init; }

    public bool HasOtherFrequency => FrequencyP < Drift.Level;

    public bool HasOtherDuration => DurationP < Drift.Level;
}

/// <summary>A step in one period.</summary>
/// <param name="Cases">Cases in which it occurs.</param>
/// <param name="Share">Their share of all cases, 0 to 1; 0 when there are none.</param>
/// <param name="Durations">How long it takes; their count is that of its occurrences.</param>
public sealed record EdgeSide(int Cases, double Share, DurationFigures Durations);
