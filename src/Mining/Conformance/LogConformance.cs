using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// A view of a log held against a model by optimal alignments, down to its cases: which cases fit, which skip or insert a given activity.
/// </summary>
/// <remarks>Cases are given by their number in <see cref="LogView.Log"/>, in the order of the view. Immutable.</remarks>
public sealed class LogConformance
{
    private LogConformance(LogView view, Alignments alignments) => (View, Alignments) = (view, alignments);

    /// <summary>What was held against the model; its <see cref="LogView.Basis"/> says the filters and the number of cases.</summary>
    public LogView View { get; }

    /// <summary>The figures, and the alignment of each variant of the view.</summary>
    public Alignments Alignments { get; }

    /// <inheritdoc cref="AlignVariants.Run"/>
    public static LogConformance Of(LogView view, PetriNet net, AlignmentLimits? limits = null, CancellationToken token = default) =>
        new(view, AlignVariants.Run(view.Variants, net, limits, token));

    /// <summary>The alignment of the case at a position of the view, or null when it is not solved.</summary>
    public Alignment? AlignmentOf(int position) => Alignments.Of(View.VariantOfCase[position]);

    /// <summary>Cases that run as the model says.</summary>
    public ImmutableArray<int> FittingCases() => CasesOf(variant => Alignments.CostOf(variant) == 0);

    /// <summary>Cases that depart from the model somewhere.</summary>
    public ImmutableArray<int> DeviatingCases() => CasesOf(variant => Alignments.CostOf(variant) > 0);

    /// <summary>Cases that were not solved within the limit.</summary>
    public ImmutableArray<int> UnsolvedCases() => CasesOf(variant => Alignments.CostOf(variant) is null);

    /// <summary>Cases with a deviation, as many as its <see cref="Deviation.Cases"/> says.</summary>
    public ImmutableArray<int> CasesWith(string activity, MoveKind kind)
    {
        var variants = Alignments.VariantsWith(activity, kind).ToHashSet();
        return CasesOf(variants.Contains);
    }

    /// <summary>Cases that took a variant of the view.</summary>
    public ImmutableArray<int> CasesOf(int variant) => CasesOf(taken => taken == variant);

    private ImmutableArray<int> CasesOf(Func<int, bool> isWanted)
    {
        var wanted = Enumerable.Range(0, Alignments.Count).Select(isWanted).ToArray();
        var cases = ImmutableArray.CreateBuilder<int>();
        for (var position = 0; position < View.CaseCount; position++)
        {
            if (wanted[View.VariantOfCase[position]])
            {
                cases.Add(View.CaseAt(position));
            }
        }

        return cases.ToImmutable();
    }
}
