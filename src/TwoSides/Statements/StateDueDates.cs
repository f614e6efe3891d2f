using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.TwoSides.Statements;

/// <summary>Writes commitments and due dates down, and the due dates of others that they wait for.</summary>
internal sealed class StateDueDates(CompanyFacts facts, ClearTexts clear, StatedCalendars calendars, StatedDisputes disputes)
{
    private readonly Dictionary<ObligationKey, JudgedOccurrence> _needed = [];

    public StatedCommitment Commitment(CommitmentFacts commitment) => new()
    {
        Id = commitment.Id,
        Name = clear.Conceal(commitment.Name),
        Performer = commitment.Row.Performer,
        EnteredAt = commitment.EnteredAt,
        Versions =
        [
            .. commitment.Terms.Versions.Select((version, place) => new StatedVersion(
                version.EffectiveFrom,
                version.Rule,
                version.Rule.Clock is null ? [] : [.. version.Calendars.Select(calendars.PlaceOf)],
                Row(commitment, version.Id)?.TargetPercent,
                Row(commitment, version.Id)?.IsInternalTarget == false,
                Row(commitment, version.Id)?.ObservedUntil)),
        ],
    };

    public StatedObligation Occurrence(JudgedOccurrence item)
    {
        if (item.Prerequisite is { } needed)
        {
            _needed[new ObligationKey(needed.Commitment.Id, needed.Key)] = needed;
        }

        return new StatedObligation
        {
            Key = item.Key,
            Proofs =
            [
                .. item.Proofs.Select(proof => new StatedProof(
                    proof.At is { } at ? EventTime.At(at) : EventTime.On(proof.On!.Value),
                    proof.AttestedBy,
                    facts.Adjustments.IsConfirmed(proof.Id),
                    proof.Role,
                    proof.IsUpperBound)),
            ],
            Prerequisite = item.Prerequisite is { } first ? new StatedPrerequisite(first.Commitment.Id, first.Key) : null,
            IsWaived = item.Waiver is not null,
            IsGivenUp = item.IsGivenUp,
            Delay = item.Correction is { } correction ? new StatedDelay(correction.Whose, clear.Conceal(correction.Reason)) : null,
            Dispute = disputes.Of(item.Commitment.Id, item.Key),
        };
    }

    /// <summary>What is waited for and stands in none of <paramref name="stated"/>, with what that waits for in turn.</summary>
    public IEnumerable<StatedCommitment> Carried(IReadOnlyList<StatedCommitment> stated)
    {
        var known = stated.SelectMany(commitment => commitment.Obligations.Select(item => new ObligationKey(commitment.Id, item.Key)))
            .ToHashSet();
        var carried = new List<(CommitmentFacts Commitment, StatedObligation Item)>();
        for (var next = Next(); next is not null; next = Next())
        {
            known.Add(new ObligationKey(next.Commitment.Id, next.Key));
            carried.Add((next.Commitment, Occurrence(next)));
        }

        return carried.GroupBy(item => item.Commitment.Id)
            .Select(group =>
                Commitment(group.First().Commitment) with { IsCarried = true, Obligations = [.. group.Select(item => item.Item)] });

        JudgedOccurrence? Next() => _needed.FirstOrDefault(pair => !known.Contains(pair.Key)).Value;
    }

    private static Sourcing.Commitments.CommitmentVersion? Row(CommitmentFacts commitment, Guid version) =>
        commitment.Row.Versions.FirstOrDefault(row => row.Id == version);
}
