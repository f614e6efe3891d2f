using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ServiceLevels.Scorecards;

/// <summary>What a commitment amounts to over the months shown.</summary>
/// <param name="Months">Every month shown, oldest first, also those without activity.</param>
/// <param name="Whole">All of them together.</param>
/// <param name="Pace">How long cases took; null for a schedule.</param>
/// <param name="KnownUntil">The last instant for which the sources are known; null for a schedule, which is judged today.</param>
public sealed record Scorecard(
    CommitmentFacts Commitment, IReadOnlyList<ScorecardMonth> Months, Tally Whole, Pace? Pace, Instant? KnownUntil, IReadOnlyList<JudgedOccurrence> Occurrences)
{
    public bool IsClock => Commitment.IsClock;

    /// <summary>Whether enough months have enough obligations for a rate, and so for a trend.</summary>
    public bool HasTrend => Months.Count(month => !month.Tally.IsFew) > 1;

    /// <summary>Whether cases began and none of them has stopped: either all are at work, or no imported event can match the stop.</summary>
    public bool StopsNowhere => IsClock && Whole.All > 0 && Pace?.Declared is null;

    /// <summary>The contract that it stands in, or null.</summary>
    public Contract? Contract { get; init; }
}

/// <summary>One month of a scorecard.</summary>
public sealed record ScorecardMonth(int Number, Tally Tally);
