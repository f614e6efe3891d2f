using Pupitre.Kernel.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>What people added to the events: words that the other side confirmed, delays attributed by hand.</summary>
internal sealed class Adjustments
{
    public static Adjustments None { get; } = new([], [], []);

    private readonly HashSet<long> _confirmedEvents;
    private readonly HashSet<Guid> _confirmedProofs;
    private readonly Dictionary<(Guid Commitment, string Obligation), DelayCorrection> _delays;

    public Adjustments(HashSet<long> confirmedEvents, HashSet<Guid> confirmedProofs, Dictionary<(Guid Commitment, string Obligation), DelayCorrection> delays)
    {
        _confirmedEvents = confirmedEvents;
        _confirmedProofs = confirmedProofs;
        _delays = delays;
    }

    public bool IsConfirmed(long eventId) => _confirmedEvents.Count > 0 && _confirmedEvents.Contains(eventId);

    public bool IsConfirmed(Guid proofId) => _confirmedProofs.Contains(proofId);

    public DelayCorrection? CorrectionOf(Guid commitmentId, string obligation) => _delays.GetValueOrDefault((commitmentId, obligation));

    public Imputation? DelayOf(Guid commitmentId, long caseId) =>
        _delays.Count == 0 ? null : CorrectionOf(commitmentId, DelayCorrection.KeyOf(caseId))?.Whose;
}
