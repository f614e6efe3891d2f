using Pupitre.Kernel.Commitments;

namespace Pupitre.Evidence.Files;

/// <summary>What a file, or a word, would show on a due date.</summary>
public sealed record Placing(Guid CommitmentId, string OccurrenceKey, ProofMoment Moment, SourceClass AttestedBy, Doubt Doubts, bool StatesDay = false)
{
    /// <summary>Asked once more before it counts.</summary>
    public bool IsQuestioned => Doubts.HasFlag(Doubt.BeforePeriod);
}
