namespace Pupitre.Deciding.Diagnosis;

/// <summary>What the verdict is computed from, and nothing else is.</summary>
/// <param name="Values">Each criterion from 1 to 5, null for unknown.</param>
/// <param name="IsErrorRateKnown">Whether somebody has counted how many units are done again.</param>
/// <param name="DoErrorsExceedLabour">Whether the errors of a year cost more than its own work.</param>
public sealed record DiagnosisFacts(CriterionValues Values, bool IsErrorRateKnown, bool DoErrorsExceedLabour);

/// <summary>Mean of a way on 0 to 100, to one decimal: what is shown is what decides.</summary>
/// <param name="Way">Of which way.</param>
/// <param name="Low">With each unknown criterion at its worst for the way.</param>
/// <param name="High">With each at its best; the same where nothing is unknown.</param>
public sealed record MeanRange(Way Way, decimal Low, decimal High)
{
    public bool IsPoint => Low == High;
}

/// <summary>What one criterion gives to one way: parts of its mean, whose sum is the mean but for rounding.</summary>
public sealed record Contribution(Criterion Criterion, Way Way, decimal Low, decimal High);

/// <summary>A single criterion that would change the verdict, and the value nearest to today's that would.</summary>
public sealed record Turn(Criterion Criterion, int? From, int To, VerdictKind Kind);

/// <summary>What the diagnosis says, and why.</summary>
/// <param name="Kind">The verdict.</param>
/// <param name="Lead">What the three means alone say: keep, automate, outsource or undecided.</param>
/// <param name="Means">One for each way, in their order.</param>
/// <param name="ToFix">What has to be known or mended first; empty for nothing.</param>
/// <param name="Contenders">The ways that may still be the best; one of them when it leads by enough.</param>
/// <param name="Missing">Unknown criteria that speak for or against a contender: what there is to find out.</param>
public sealed record Verdict(
    VerdictKind Kind,
    VerdictKind Lead,
    IReadOnlyList<MeanRange> Means,
    IReadOnlyList<FixReason> ToFix,
    IReadOnlyList<Way> Contenders,
    IReadOnlyList<Criterion> Missing)
{
    public MeanRange Of(Way way) => Means[(int)way];
}
