using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;

namespace Pupitre.Sourcing.Commitments;

/// <summary>
/// Proposes targets for a clock from what happened: how often its cases took how long over the last twelve months. Implemented by whoever
/// measures.
/// </summary>
public interface IProposeTargets
{
    /// <returns>Null where there is nothing to measure on.</returns>
    Task<TargetProposals?> RunAsync(TargetQuestion question, CancellationToken token);
}

/// <summary>For what a target is wanted.</summary>
/// <param name="CommitmentId">The commitment whose sources tell; of a new one, those of its provider do.</param>
/// <param name="RuleOf">The rule with a target of so many days or hours.</param>
/// <param name="IsInHours">Whether opening hours are counted, and not business days.</param>
public sealed record TargetQuestion(
    Guid? CommitmentId, Guid? ProviderId, Party Performer, Guid CalendarId, Func<int, CommitmentRule> RuleOf, bool IsInHours);

/// <summary>Targets with what happened behind them.</summary>
/// <param name="Cases">Cases of the last twelve months that have stopped: what every count is of.</param>
/// <param name="All">Empty when there are fewer than <see cref="Fewest"/> of them.</param>
public sealed record TargetProposals(int Cases, IReadOnlyList<TargetProposal> All)
{
    /// <summary>Fewer cases than these propose nothing.</summary>
    public const int Fewest = RateBase.FewestForARate;
}

/// <summary>One target.</summary>
/// <param name="Count">Days or hours.</param>
/// <param name="Kept">How many of the cases would have kept it.</param>
public sealed record TargetProposal(TargetReach Reach, int Count, int Kept);

/// <summary>How a target lies to what happened.</summary>
public enum TargetReach
{
    /// <summary>Three in four kept it.</summary>
    Ambitious,

    /// <summary>Nine in ten kept it.</summary>
    Reachable,

    /// <summary>Ninety-nine in a hundred kept it: it asks for nothing.</summary>
    Surpassed,
}

/// <summary>Asks for proposals with what the form of a commitment says so far.</summary>
public sealed class ProposeTargets(IEnumerable<IProposeTargets> measures)
{
    /// <exception cref="Refused">The sentence is not whole: what starts and stops the clock, and what it counts, are asked
    /// first.</exception>
    public async Task<TargetProposals?> RunAsync(CommitmentInput input, CancellationToken token)
    {
        if (input is not { Kind: CommitmentKind.Clock, Target: not (null or ClockTargetKind.Date), CalendarId: { } calendar })
        {
            throw new Refused(Texts.Proposal_Incomplete, nameof(CommitmentInput.Target));
        }

        var question = new TargetQuestion(
            input.Id, input.ProviderId, input.Performer, calendar, count => WithTarget(input, count),
                input.Target == ClockTargetKind.OpeningHours);
        foreach (var measure in measures)
        {
            if (await measure.RunAsync(question, token) is { } proposals)
            {
                return proposals;
            }
        }

        return null;
    }

    private static CommitmentRule WithTarget(CommitmentInput input, int count)
    {
        var typed = input.TargetCount;
        input.TargetCount = count;
        try
        {
            return input.ToRule();
        }
        finally
        {
            input.TargetCount = typed;
        }
    }
}
