using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// What replaying the variants of a log on a model showed (Rozinat and van der Aalst, 2008): where tokens had to be added, and which were
/// left. <b>A heuristic</b> where the model has silent steps or duplicate labels and a case does not fit: use <see cref="Alignments"/> for
/// figures that must be exact.
/// </summary>
/// <remarks>
/// Tokens of the initial marking count as produced, those of the final one as consumed. An event whose activity the model does not know moves
/// no token; its case does not fit. Immutable; made by <see cref="ReplayVariants"/>.
/// </remarks>
public sealed class TokenReplay
{
    private readonly ImmutableArray<ReplayedVariant> _replayed;

    internal TokenReplay(VariantTable variants, ImmutableArray<ReplayedVariant> replayed)
    {
        (Variants, _replayed) = (variants, replayed);
        var fitness = 0.0;
        for (var variant = 0; variant < replayed.Length; variant++)
        {
            long cases = variants.CasesOf(variant);
            var one = replayed[variant];
            FittingCases += one.Fits ? cases : 0;
            (Produced, Consumed, Missing, Remaining) = (Produced + (one.Produced * cases), Consumed + (one.Consumed * cases), Missing + (one.Missing * cases), Remaining + (one.Remaining * cases));
            Unknown += one.Unknown * cases;
            fitness += one.Fitness * cases;
        }

        MeanTraceFitness = variants.CaseCount == 0 ? null : fitness / variants.CaseCount;
        LogFitness = variants.CaseCount == 0 ? null : ReplayedVariant.FitnessOf(Produced, Consumed, Missing, Remaining);
    }

    public VariantTable Variants { get; }

    /// <summary>What replaying one variant showed.</summary>
    public ReplayedVariant this[int variant] => _replayed[variant];

    /// <summary>Cases without a missing or remaining token and without an unknown event.</summary>
    public long FittingCases { get; }

    public long Produced { get; }

    public long Consumed { get; }

    public long Missing { get; }

    public long Remaining { get; }

    /// <summary>Events whose activity the model does not know.</summary>
    public long Unknown { get; }

    /// <summary>Missing and remaining tokens and unknown events together: 0 exactly when every case fits.</summary>
    public long Deviations => Missing + Remaining + Unknown;

    /// <summary>Mean over the cases of (1 - missing / consumed) / 2 + (1 - remaining / produced) / 2; null without cases.</summary>
    public double? MeanTraceFitness { get; }

    /// <summary>The same formula over the sums of the log; null without cases.</summary>
    public double? LogFitness { get; }

    /// <summary>
    /// The activities that the model did not allow when they happened, all <see cref="MoveKind.Inserted"/>, most frequent first. What a case
    /// lacks is seen only as remaining tokens: replay cannot say whose they are.
    /// </summary>
    public ImmutableArray<Deviation> ByActivity()
    {
        var found = new Dictionary<int, (long Count, long Cases)>();
        for (var variant = 0; variant < _replayed.Length; variant++)
        {
            long cases = Variants.CasesOf(variant);
            foreach (var (activity, times) in _replayed[variant].Forced.CountBy(at => Variants[variant][at]))
            {
                var (count, inCases) = found.GetValueOrDefault(activity);
                found[activity] = (count + (times * cases), inCases + cases);
            }
        }

        return [.. found.Select(pair => new Deviation(Variants.Names[pair.Key], MoveKind.Inserted, pair.Value.Count, pair.Value.Cases))
            .OrderByDescending(deviation => deviation.Count).ThenBy(deviation => deviation.Activity, StringComparer.Ordinal)];
    }
}

/// <summary>The tokens of one replayed variant.</summary>
/// <param name="Produced">Tokens of the initial marking and those that steps put down.</param>
/// <param name="Consumed">Tokens that steps took, and those of the final marking.</param>
/// <param name="Missing">Tokens that had to be added, for events or for the final marking.</param>
/// <param name="Remaining">Tokens left beside the final marking.</param>
/// <param name="Unknown">Events whose activity the model does not know.</param>
/// <param name="Forced">Positions of the events for which a token was missing, or that are unknown.</param>
public sealed record ReplayedVariant(long Produced, long Consumed, long Missing, long Remaining, int Unknown, ImmutableArray<int> Forced)
{
    /// <summary>Nothing missing, nothing left, nothing unknown.</summary>
    public bool Fits => Missing == 0 && Remaining == 0 && Unknown == 0;

    /// <summary>(1 - missing / consumed) / 2 + (1 - remaining / produced) / 2, 0 to 1; a share of nothing counts as 0.</summary>
    public double Fitness => FitnessOf(Produced, Consumed, Missing, Remaining);

    internal static double FitnessOf(long produced, long consumed, long missing, long remaining) => ((1 - Share(missing, consumed)) / 2) + ((1 - Share(remaining, produced)) / 2);

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
