using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// The cases of a view held against a model where some of them are still under way: those along the beginning of a run
/// (<see cref="BegunRuns"/>), all others along a whole one, as <see cref="AlignVariants"/> does.
/// </summary>
/// <remarks>
/// A case counts as under way where it may go on, and what its alignment with a whole run lacks at its end makes it cost more than the
/// beginning of one. Immutable.
/// </remarks>
public sealed class CaseAlignments
{
    private readonly LogView _view;
    private readonly PetriNet _net;

    /// <summary>By position in the view the number of the variant among those under way, or -1.</summary>
    private readonly int[] _begun;

    private CaseAlignments(LogView view, PetriNet net, Alignments ended, Alignments? begun, int[] variants) => (_view, _net, Ended, Begun, _begun) = (view, net, ended, begun, variants);

    /// <summary>The alignments of the cases that are not under way, over the variants of the view.</summary>
    public Alignments Ended { get; }

    /// <summary>Those of the cases under way, over variants of their own; null when there is none.</summary>
    public Alignments? Begun { get; }

    /// <summary>Cases under way.</summary>
    public long OpenCases => Begun?.SolvedCases ?? 0;

    public long SolvedCases => Ended.SolvedCases + OpenCases;

    public long UnsolvedCases => Ended.UnsolvedCases;

    public long FittingCases => Ended.FittingCases + (Begun?.FittingCases ?? 0);

    public long Deviations => Ended.Deviations + (Begun?.Deviations ?? 0);

    /// <summary>Mean of the fitness of the solved cases, 0 to 1; null when there is none.</summary>
    public double? MeanTraceFitness => SolvedCases == 0 ? null : ((Ended.MeanTraceFitness.GetValueOrDefault() * Ended.SolvedCases) + ((Begun?.MeanTraceFitness).GetValueOrDefault() * OpenCases)) / SolvedCases;

    /// <summary>Whether a case, by its position in the view, counts as under way.</summary>
    public bool IsOpen(int position) => _begun[position] >= 0;

    /// <summary>The alignment of a case, by its position in the view; null when it is not solved.</summary>
    public Alignment? Of(int position) => IsOpen(position) ? Begun!.Of(_begun[position]) : Ended.Of(_view.VariantOfCase[position]);

    /// <param name="view">The cases.</param>
    /// <param name="net">The model.</param>
    /// <param name="mayGoOn">Whether a case, by its number in the log, may still go on; null when none may.</param>
    /// <param name="limits">Of each of the two alignments.</param>
    /// <param name="token">Ends the work.</param>
    /// <exception cref="UnusableModel">The model has no complete run.</exception>
    /// <exception cref="OperationCanceledException"/>
    public static CaseAlignments Run(LogView view, PetriNet net, Func<int, bool>? mayGoOn, AlignmentLimits? limits = null, CancellationToken token = default)
    {
        var whole = AlignVariants.Run(view.Variants, net, limits, token);
        var begun = new int[view.CaseCount];
        Array.Fill(begun, -1);
        var asked = mayGoOn is null ? null : view.WithCases(mayGoOn, "", token);
        if (asked is not { CaseCount: > 0 })
        {
            return new(view, net, whole, null, begun);
        }

        var beginnings = AlignVariants.Run(asked.Variants, BegunRuns.Of(net), limits, token);
        var (ended, open, wholeOf) = (Counts(whole.Variants), new int[asked.Variants.Count], new int[asked.Variants.Count]);
        var at = 0;
        for (var position = 0; position < view.CaseCount && at < asked.CaseCount; position++)
        {
            if (view.CaseAt(position) != asked.CaseAt(at))
            {
                continue;
            }

            var (variant, beginning) = (view.VariantOfCase[position], asked.VariantOfCase[at++]);
            if (beginnings.CostOf(beginning) is { } cost && !(whole.CostOf(variant) <= cost))
            {
                begun[position] = beginning;
                open[beginning]++;
                wholeOf[beginning] = variant;
                ended[variant]--;
            }
        }

        return open.All(cases => cases == 0) ? new(view, net, whole, null, begun) : new(view, net, whole.Among(ended), beginnings.Among(open).Preferring(beginning => open[beginning] > 0 ? BeginningOf(whole, wholeOf[beginning]) : []), begun);
    }

    // Of several beginnings that cost the same, the one along which the whole case would run: an event that the model knows is then rather come to
    // over a skipped step than called an addition. The silent steps before what is still to come go with it.
    private static ReadOnlySpan<int> BeginningOf(Alignments whole, int variant)
    {
        var moves = whole.MovesOf(variant);
        var end = moves.Length;
        for (; end > 0 && Move.KindOf(moves[end - 1]) is MoveKind.Skipped or MoveKind.Silent; end--)
        {
        }

        return moves[..Math.Max(end, 0)];
    }

    /// <summary>Every activity that departs from the model, most frequent first; among equals by name, then skipped before inserted.</summary>
    public ImmutableArray<Deviation> ByActivity() =>
    [
        .. Ended.ByActivity().Concat(Begun?.ByActivity() ?? []).Where(deviation => deviation.Cases > 0)
            .GroupBy(deviation => (deviation.Activity, deviation.Kind)).Select(group => new Deviation(group.Key.Activity, group.Key.Kind, group.Sum(one => one.Count), group.Sum(one => one.Cases)))
            .OrderByDescending(deviation => deviation.Count).ThenBy(deviation => deviation.Activity, StringComparer.Ordinal).ThenBy(deviation => deviation.Kind),
    ];

    /// <summary>How often each step of the model was taken or skipped, in the order of the net.</summary>
    public ImmutableArray<TransitionUse> Uses()
    {
        var (ended, begun) = (Ended.Uses(), Begun?.Uses());
        return [.. _net.Transitions.Select((transition, at) => new TransitionUse(transition, ended[at].Taken + (begun?[at].Taken ?? 0), ended[at].Skipped + (begun?[at].Skipped ?? 0)))];
    }

    /// <summary>Positions of the cases whose alignment holds a deviation, in the order of the view.</summary>
    public IEnumerable<int> PositionsWith(string activity, MoveKind kind)
    {
        var (ended, begun) = (Ended.VariantsWith(activity, kind).ToHashSet(), Begun?.VariantsWith(activity, kind).ToHashSet() ?? []);
        return Enumerable.Range(0, _view.CaseCount).Where(position => IsOpen(position) ? begun.Contains(_begun[position]) : ended.Contains(_view.VariantOfCase[position]));
    }

    private static int[] Counts(VariantTable variants) => [.. Enumerable.Range(0, variants.Count).Select(variants.CasesOf)];
}
