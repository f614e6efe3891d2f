using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Recognition.Contents;

namespace Pupitre.Evidence.Files;

/// <summary>The cell that a file was dropped on.</summary>
/// <param name="HandedOn">The day on which the person says that it was handed over, or null.</param>
public sealed record DroppedOn(Guid CommitmentId, string OccurrenceKey, DateOnly? HandedOn = null);

/// <summary>What became of a dropped file.</summary>
/// <param name="IsPlaced">False when it was dropped on a cell and waits there for an answer.</param>
/// <param name="IsReadAsLines">A tracking sheet or a statement of the bank: each line of it may fill a due date.</param>
public sealed record ReceivedFile(Guid Id, string Name, FileState State, bool IsKnown, bool IsPlaced, bool IsReadAsLines);

/// <summary>The proofs that a placed file gives.</summary>
public static class Proofs
{
    /// <summary>What the file tells, and, when that is only somebody's word, that it was here by its arrival. A table that tells of a thing is not the thing.</summary>
    public static IEnumerable<OccurrenceProof> Of(EvidenceFile file, Placing placing, ProofReason reason, Instant now, Guid? by)
    {
        yield return OccurrenceProof.Create(placing.CommitmentId, placing.OccurrenceKey, placing.Moment, placing.AttestedBy, file.Id, reason, now, by, doubts: placing.Doubts, statesDay: placing.StatesDay);
        if (placing.AttestedBy is SourceClass.Provider or SourceClass.Company && file.Recognised != RecognisedKind.Table)
        {
            yield return OccurrenceProof.Create(placing.CommitmentId, placing.OccurrenceKey, ProofMoment.NoLaterThan(file.ReceivedAt), SourceClass.Observed, file.Id, ProofReason.Of(ReasonKind.Received), now, by);
        }
    }
}

/// <summary>What the history keeps of a placement: the file, the due date by its name and key, who attests it.</summary>
public sealed record PlacedDetail(string Name, Guid CommitmentId, string Commitment, string Occurrence, string Source)
{
    public static PlacedDetail Of(EvidenceFile file, Placing placing, string commitmentName) =>
        new(file.Name, placing.CommitmentId, commitmentName, placing.OccurrenceKey, placing.AttestedBy.ToString());
}
