using Pupitre.Kernel.Commitments;

namespace Pupitre.Evidence.Files;

/// <summary>What stands on the due dates before a file is read line by line.</summary>
/// <param name="Proofs">Live proofs of done work on the commitments concerned.</param>
/// <param name="FileId">The file that is read.</param>
public sealed record KnownProofs(IReadOnlyList<OccurrenceProof> Proofs, Guid FileId)
{
    public static readonly KnownProofs None = new([], Guid.Empty);

    private readonly ILookup<(Guid, string), OccurrenceProof> _byCell = Proofs.Where(proof => proof.Role == ProofRole.Stop).ToLookup(proof => (proof.CommitmentId, proof.OccurrenceKey));

    /// <summary>Another proof says on which day.</summary>
    public bool IsDated(Guid commitment, string key) => _byCell[(commitment, key)].Any(proof => proof.FileId != FileId && !proof.IsUpperBound);

    /// <summary>Another proof says that it is done.</summary>
    public bool IsShown(Guid commitment, string key) => _byCell[(commitment, key)].Any(proof => proof.FileId != FileId);

    /// <summary>Another proof, of a third party or seen here, says on which day.</summary>
    public bool IsShownByOthers(Guid commitment, string key) =>
        _byCell[(commitment, key)].Any(proof => proof.FileId != FileId && proof is { AttestedBy: SourceClass.Receipt or SourceClass.Observed, IsUpperBound: false });

    /// <summary>The same line of the same file stands there.</summary>
    public bool IsPlaced(Guid commitment, string key, ProofReason reason) => _byCell[(commitment, key)].Any(proof => proof.FileId == FileId && proof.Reason.IsSameLine(reason));
}
