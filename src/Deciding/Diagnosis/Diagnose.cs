namespace Pupitre.Deciding.Diagnosis;

/// <summary>
/// The verdict on a process, by rules that anybody can follow by hand, in this order:
/// <list type="number">
/// <item>drop, when usefulness is 1;</item>
/// <item>fix first, when there is no published target, when the error rate or the dependency is unknown, or when errors cost more than the
/// work;</item>
/// <item>else the way with the highest weighted mean of its points (<see cref="Leanings"/>), each on 0 to 100.</item>
/// </list>
/// An unknown criterion makes a range, from its worst to its best for each way, and never a middle value. A way leads when its lowest mean
/// is at least <see cref="LeadPoints"/> above the highest of each other; else the verdict is undecided. The same facts and weights always
/// give the same verdict: decimal arithmetic, rounded to one tenth before it is compared.
/// </summary>
/// <remarks>Pure; time and memory are those of eleven criteria.</remarks>
public static class Diagnose
{
    /// <summary>Points by which a way has to lead.</summary>
    public const decimal LeadPoints = 5m;

    private const int LeastUseful = 1;

    /// <param name="facts">What is known.</param>
    /// <param name="weights">Of 0 to 10, none null; some weight above 0 speaks for each way.</param>
    /// <exception cref="ArgumentException">A value or a weight is out of its range, or a way has no weight at all.</exception>
    public static Verdict Run(DiagnosisFacts facts, CriterionValues weights)
    {
        Check(facts, weights);
        var means = Leanings.Ways.Select(way => Mean(facts.Values, weights, way)).ToList();
        var contenders = Contenders(means);
        var lead = contenders is [var best] ? KindOf(best) : VerdictKind.Undecided;
        var toFix = ToFix(facts).ToList();
        var kind = facts.Values[Criterion.Usefulness] == LeastUseful ? VerdictKind.Drop : toFix.Count > 0 ? VerdictKind.FixFirst : lead;
        var missing = Leanings.Criteria.Where(criterion => facts.Values[criterion] is null && weights[criterion] > 0
            && contenders.Count > 1 && contenders.Exists(way => Leanings.Speaks(criterion, way))).ToList();
        return new Verdict(kind, lead, means, toFix, contenders, missing);
    }

    /// <summary>What each criterion gives to each way that it speaks of, to one decimal.</summary>
    public static IReadOnlyList<Contribution> Contributions(CriterionValues values, CriterionValues weights) =>
    [
        .. from criterion in Leanings.Criteria
           from way in Leanings.Ways
           where Leanings.Speaks(criterion, way)
           let whole = Whole(weights, way)
           let range = Points(criterion, way, values[criterion])
           select new Contribution(criterion, way, Rounded(weights[criterion]!.Value * range.Low / whole),
               Rounded(weights[criterion]!.Value * range.High / whole)),
    ];

    /// <summary>For each criterion and each other verdict that it alone could bring, the value nearest to today's that brings it.</summary>
    public static IReadOnlyList<Turn> Turns(DiagnosisFacts facts, CriterionValues weights)
    {
        var now = Run(facts, weights).Kind;
        return [.. Leanings.Criteria.SelectMany(criterion => TurnsOf(criterion, facts, weights).Where(turn => turn.Kind != now)
            .GroupBy(turn => turn.Kind).Select(turns => turns.MinBy(turn => Math.Abs(turn.To - (turn.From ?? Leanings.MaxValue)))!))];
    }

    /// <summary>Whether every way has some weight: else it has no mean.</summary>
    public static bool CanWeigh(CriterionValues weights) =>
        Leanings.Criteria.All(criterion => weights[criterion] is >= 0 and <= Leanings.MaxWeight)
        && Leanings.Ways.All(way => Whole(weights, way) > 0);

    public static VerdictKind KindOf(Way way) => way switch
    {
        Way.Automate => VerdictKind.Automate,
        Way.Outsource => VerdictKind.Outsource,
        _ => VerdictKind.Keep,
    };

    private static IEnumerable<Turn> TurnsOf(Criterion criterion, DiagnosisFacts facts, CriterionValues weights)
    {
        var value = facts.Values[criterion];
        return Enumerable.Range(Leanings.MinValue, Leanings.MaxValue).Where(to => to != value)
            .Select(to => new Turn(criterion, value, to, Run(facts with { Values = facts.Values.With(criterion, to) }, weights).Kind));
    }

    private static void Check(DiagnosisFacts facts, CriterionValues weights)
    {
        if (!CanWeigh(weights))
        {
            throw new ArgumentException("A weight is not in 0 to 10, or a way has no weight at all.", nameof(weights));
        }

        if (Leanings.Criteria.Any(criterion => facts.Values[criterion] is < Leanings.MinValue or > Leanings.MaxValue))
        {
            throw new ArgumentException("A criterion is not in 1 to 5.", nameof(facts));
        }
    }

    private static IEnumerable<FixReason> ToFix(DiagnosisFacts facts)
    {
        if (facts.Values[Criterion.FormalTarget] is null)
        {
            yield return FixReason.NoTarget;
        }

        if (!facts.IsErrorRateKnown)
        {
            yield return FixReason.ErrorRateUnknown;
        }

        if (facts.Values[Criterion.Dependency] is null)
        {
            yield return FixReason.DependencyUnknown;
        }

        if (facts.DoErrorsExceedLabour)
        {
            yield return FixReason.ErrorsExceedLabour;
        }
    }

    // The one that leads by enough, else all that may still be within its reach.
    private static List<Way> Contenders(IReadOnlyList<MeanRange> means)
    {
        var best = means.MaxBy(mean => mean.Low)!;
        return [.. means.Where(mean => mean == best || mean.High > best.Low - LeadPoints).Select(mean => mean.Way)];
    }

    private static MeanRange Mean(CriterionValues values, CriterionValues weights, Way way)
    {
        var (low, high) = (0m, 0m);
        foreach (var criterion in Leanings.Criteria.Where(criterion => Leanings.Speaks(criterion, way)))
        {
            var range = Points(criterion, way, values[criterion]);
            low += weights[criterion]!.Value * range.Low;
            high += weights[criterion]!.Value * range.High;
        }

        var whole = Whole(weights, way);
        return new MeanRange(way, Rounded(low / whole), Rounded(high / whole));
    }

    private static (decimal Low, decimal High) Points(Criterion criterion, Way way, int? value)
    {
        var (one, other) = value is { } known
            ? (Leanings.Points(criterion, way, known)!.Value, Leanings.Points(criterion, way, known)!.Value)
            : (Leanings.Points(criterion, way, Leanings.MinValue)!.Value, Leanings.Points(criterion, way, Leanings.MaxValue)!.Value);
        return (Math.Min(one, other), Math.Max(one, other));
    }

    private static decimal Whole(CriterionValues weights, Way way) =>
        Leanings.Criteria.Where(criterion => Leanings.Speaks(criterion, way)).Sum(criterion => weights[criterion] ?? 0);

    private static decimal Rounded(decimal value) => decimal.Round(value, 1, MidpointRounding.AwayFromZero);
}
