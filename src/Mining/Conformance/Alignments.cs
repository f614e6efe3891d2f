using System.Collections.Immutable;

namespace Pupitre.Mining;

/// <summary>
/// Optimal alignments of the variants of a log with a model (van der Aalst, Adriansyah and van Dongen, 2012): exact for the cost of 1 for
/// each skipped or inserted activity and 0 for silent and synchronous moves.
/// </summary>
/// <remarks>
/// Which of several optimal alignments is kept is not promised, but the same input always gives the same. A variant that passes a limit is
/// <i>not solved</i>: it counts in <see cref="UnsolvedCases"/> and in no other figure. Immutable; made by <see cref="AlignVariants"/>.
/// </remarks>
public sealed partial class Alignments
{
    private readonly int[] _costs;
    private readonly int[] _moves;
    private readonly int[] _starts;

    /// <param name="variants">What was aligned.</param>
    /// <param name="model">With what.</param>
    /// <param name="shortestRun">Cost of the empty sequence, or null when that passed the limit.</param>
    /// <param name="costs">By variant, -1 where it is not solved.</param>
    /// <param name="moves">The moves of all variants, as <see cref="Move"/>.</param>
    /// <param name="starts">By variant where its moves begin, and their end.</param>
    internal Alignments(VariantTable variants, ExploredModel model, int? shortestRun, int[] costs, int[] moves, int[] starts)
    {
        (Variants, Explored, ShortestRun, _costs, _moves, _starts) = (variants, model, shortestRun, costs, moves, starts);
        var lengths = 0L;
        var fitness = 0.0;
        for (var variant = 0; variant < Count; variant++)
        {
            long cases = variants.CasesOf(variant);
            if (costs[variant] < 0)
            {
                (UnsolvedVariants, UnsolvedCases) = (UnsolvedVariants + 1, UnsolvedCases + cases);
                continue;
            }

            FittingCases += costs[variant] == 0 ? cases : 0;
            Deviations += costs[variant] * cases;
            lengths += cases * (variants[variant].Length + (shortestRun ?? 0));
            fitness += cases * FitnessOf(variant)!.Value;
        }

        SolvedCases = variants.CaseCount - UnsolvedCases;
        MeanTraceFitness = SolvedCases == 0 ? null : fitness / SolvedCases;
        LogFitness = SolvedCases == 0 ? null : Share(Deviations, lengths);
    }

    public VariantTable Variants { get; }

    /// <summary>What is known of the model: dead steps, whether its whole graph is known.</summary>
    public ExploredModel Explored { get; }

    /// <summary>How many variants were given.</summary>
    public int Count => _costs.Length;

    /// <summary>Number of visible steps of the shortest complete run of the model; null when it was not found within the limit, and then only variants that fit are solved; or not looked for, because all fit.</summary>
    public int? ShortestRun { get; }

    /// <summary>Variants not solved within the limit.</summary>
    public int UnsolvedVariants { get; }

    /// <summary>Cases of those variants.</summary>
    public long UnsolvedCases { get; }

    public long SolvedCases { get; }

    /// <summary>Cases that align at cost 0.</summary>
    public long FittingCases { get; }

    /// <summary>Sum of the costs over the solved cases.</summary>
    public long Deviations { get; }

    /// <summary>Mean of the fitness of the solved cases, 0 to 1; null when there is none.</summary>
    public double? MeanTraceFitness { get; }

    /// <summary>1 - sum of the costs / sum of (length + shortest run) over the solved cases, 0 to 1; null when there is none.</summary>
    public double? LogFitness { get; }

    /// <summary>The cost of a variant, or null when it is not solved.</summary>
    public int? CostOf(int variant) => _costs[variant] < 0 ? null : _costs[variant];

    /// <summary>The fitness of a variant, 0 to 1, or null when it is not solved.</summary>
    public double? FitnessOf(int variant) => _costs[variant] switch
    {
        < 0 => null,
        0 => 1,
        var cost => Share(cost, Variants[variant].Length + ShortestRun!.Value),
    };

    /// <summary>The alignment of a variant, or null when it is not solved.</summary>
    public Alignment? Of(int variant) =>
        CostOf(variant) is { } cost ? new(cost, FitnessOf(variant)!.Value, [.. MovesOf(variant).ToArray().Select(Told)]) : null;

    /// <summary>Every activity that departs from the model, most frequent first; among equals by name, then skipped before inserted.</summary>
    public ImmutableArray<Deviation> ByActivity() => CountMoves.Deviations(this);

    /// <summary>How often each step of the model was taken or skipped, in the order of the net.</summary>
    public ImmutableArray<TransitionUse> Uses() => CountMoves.Uses(this);

    /// <summary>The variants whose alignment holds a deviation, the most frequent first: the way down to its cases.</summary>
    public ImmutableArray<int> VariantsWith(string activity, MoveKind kind) => CountMoves.VariantsWith(this, activity, kind);

    /// <summary>How much of what the model allows the solved cases use; null without such a case, or when the graph of the model is not known whole.</summary>
    /// <exception cref="OperationCanceledException"/>
    public Precision? MeasurePrecision(CancellationToken token = default) =>
        Explored.Graph is { } graph && SolvedCases > 0 ? Mining.MeasurePrecision.Of(graph, RunsOf(graph), token) : null;

    /// <summary>The moves of a variant as <see cref="Move"/>; none when it is not solved.</summary>
    internal ReadOnlySpan<int> MovesOf(int variant) => _moves.AsSpan(_starts[variant].._starts[variant + 1]);

    private List<(int[] Labels, int Cases)> RunsOf(StateGraph graph)
    {
        var runs = new List<(int[], int)>(Count);
        for (var variant = 0; variant < Count; variant++)
        {
            if (_costs[variant] >= 0)
            {
                var visible = MovesOf(variant).ToArray().Where(move => Move.KindOf(move) is MoveKind.Synchronous or MoveKind.Skipped);
                runs.Add(([.. visible.Select(move => graph.LabelOfTransition[Move.SubjectOf(move)])], Variants.CasesOf(variant)));
            }
        }

        return runs;
    }

    private AlignmentMove Told(int move)
    {
        var (kind, subject) = (Move.KindOf(move), Move.SubjectOf(move));
        return kind == MoveKind.Inserted
            ? new(kind, Variants.Names[subject], null)
            : new(kind, Explored.Net.Transitions[subject].Label, Explored.Net.Transitions[subject]);
    }

    private static double Share(long cost, long most) => most == 0 ? 1 : 1 - ((double)cost / most);
}
