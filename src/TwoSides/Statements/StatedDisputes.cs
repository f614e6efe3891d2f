using Pupitre.ClosedMonths.Statements;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.TwoSides.Statements;

/// <summary>What is contested, as a statement says it: by which side, since when, what it should read, what became of it.</summary>
internal sealed class StatedDisputes
{
    private readonly Dictionary<ObligationKey, DisputeRecord> _records = [];
    private readonly ClearTexts _clear;

    public StatedDisputes(IReadOnlyList<DisputeRecord> newestFirst, ClearTexts clear)
    {
        _clear = clear;

        // What both sides agreed on reads so; else the newest that is open.
        foreach (var record in newestFirst.Where(record => record.State != DisputeState.Withdrawn)
            .OrderByDescending(record => record.State == DisputeState.Agreed))
        {
            _records.TryAdd(new ObligationKey(record.Dispute.CommitmentId, record.Dispute.Obligation), record);
        }
    }

    public StatedDispute? Of(Guid commitment, string key) =>
        _records.GetValueOrDefault(new ObligationKey(commitment, key)) is not { } record ? null : new StatedDispute(
        record.Dispute.Side,
        record.Dispute.OpenedAt,
        _clear.Conceal(record.Dispute.Reason),
        record.Dispute.Wish.Claim(),
        record.State == DisputeState.Agreed ? record.SettledAt : null,
        record.Steps.FirstOrDefault(step => step.Kind == DisputeStepKind.Refused)?.At);
}
