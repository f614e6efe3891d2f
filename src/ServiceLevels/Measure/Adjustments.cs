using Pupitre.Kernel.Commitments;
using Pupitre.ServiceLevels.Disputes;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// What people added to the events: words that the other side confirmed, delays attributed by hand, what one side contests.
/// </summary>
public sealed class Adjustments
{
    private readonly HashSet<long> _confirmedEvents;
    private readonly HashSet<Guid> _confirmedProofs;
    private readonly Dictionary<(Guid Commitment, string Obligation), DelayCorrection> _delays;

    public Adjustments(HashSet<long> confirmedEvents, HashSet<Guid> confirmedProofs, Dictionary<(Guid Commitment, string Obligation), DelayCorrection> delays)
    {
        _confirmedEvents = confirmedEvents;
        _confirmedProofs = confirmedProofs;
        _delays = delays;
    }

    /// <summary>What one side contests, and what both agreed instead.</summary>
    public DisputedObligations Disputes { get; init; } = new();

    /// <summary>Every correction, confirmation and dispute ever made, with what it is about.</summary>
    public IReadOnlyList<(Guid CommitmentId, string Key, Guid Id)> Subjects { get; init; } = [];

    /// <summary>The last confirmation of each confirmed proof and event, for its two names.</summary>
    public IReadOnlyList<WordConfirmation> Confirmations { get; init; } = [];

    /// <summary>What the other side says against an event that opened a wait, by the event.</summary>
    public IReadOnlyDictionary<long, WordAgainst> Against { get; init; } = new Dictionary<long, WordAgainst>();

    /// <summary>
    /// What is said against an event that rests on one side's word; null where nothing is, or where something else shows it.
    /// </summary>
    public WordAgainst? AgainstOf(long eventId, SourceClass attestedBy) =>
        Against.Count > 0 && attestedBy is SourceClass.Provider or SourceClass.Company ? Against.GetValueOrDefault(eventId) : null;

    /// <summary>Who speaks against an event, by name.</summary>
    public string WhoIsAgainst(long eventId) =>
        Confirmations.LastOrDefault(row => row.EventId == eventId) is { Confirmer.Length: > 0 } row ? row.Confirmer : Texts.Confirm_Erased;

    public ConfirmedBy? NamesOf(Guid proofId) => Names(Confirmations.LastOrDefault(row => row.ProofId == proofId && row.Confirms));

    public ConfirmedBy? NamesOf(long eventId) => Names(Confirmations.LastOrDefault(row => row.EventId == eventId && row.Confirms));

    private static ConfirmedBy? Names(WordConfirmation? row) => row is null ? null : new ConfirmedBy(row.Declarer, row.Confirmer.Length == 0 ? Texts.Confirm_Erased : row.Confirmer);

    public bool IsConfirmed(long eventId) => _confirmedEvents.Count > 0 && _confirmedEvents.Contains(eventId);

    public bool IsConfirmed(Guid proofId) => _confirmedProofs.Contains(proofId);

    public DelayCorrection? CorrectionOf(Guid commitmentId, string obligation) => _delays.GetValueOrDefault((commitmentId, obligation));

    public Imputation? DelayOf(Guid commitmentId, long caseId) =>
        _delays.Count == 0 ? null : CorrectionOf(commitmentId, DelayCorrection.KeyOf(caseId))?.Whose;
}

/// <summary>
/// What the other side says of a wait that one side declared: that it is not so, and then the event pauses nothing; or that it ended on a
/// day, by its word.
/// </summary>
/// <param name="EndsOn">The day; null where it is denied.</param>
public sealed record WordAgainst(DateOnly? EndsOn)
{
    /// <summary>Whose word it is: the side that did not declare the event.</summary>
    public static SourceClass By(SourceClass declaredBy) =>
        declaredBy == SourceClass.Provider ? SourceClass.Company : SourceClass.Provider;
}
