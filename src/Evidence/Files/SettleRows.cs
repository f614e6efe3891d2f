using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Evidence.Files;

/// <summary>What a line of a file shows on a due date.</summary>
public sealed record RowPlace(Placing Placing, ProofReason Reason)
{
    public (Guid Commitment, string Key) Cell => (Placing.CommitmentId, Placing.OccurrenceKey);
}

/// <summary>Brings what the lines of one file show on the due dates to what was decided: some leave, others come, the proposals are answered. Saved by the caller.</summary>
public sealed class SettleRows(Db db, Tenant tenant, IClock clock)
{
    /// <param name="file">The file.</param>
    /// <param name="names">Names of commitments, for the history.</param>
    /// <param name="gone">Proofs of the file that no longer stand.</param>
    /// <param name="wanted">What shall stand besides what stands.</param>
    /// <param name="asked">What is asked once more, one by one.</param>
    /// <param name="token">Stops it.</param>
    public async Task RunAsync(EvidenceFile file, IReadOnlyDictionary<Guid, string> names, IReadOnlyList<OccurrenceProof> gone, IReadOnlyList<RowPlace> wanted, IReadOnlyList<RowPlace> asked, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        foreach (var proof in gone)
        {
            proof.Withdraw(now, tenant.AccountId);
            db.Record("ProofWithdrawn", new SubjectRef(OccurrenceProof.Kind, proof.Id), new { file.Name, proof.CommitmentId, Commitment = names.GetValueOrDefault(proof.CommitmentId, "?"), Occurrence = proof.OccurrenceKey });
        }

        foreach (var place in wanted)
        {
            db.AddRange(Proofs.Of(file, place.Placing, place.Reason, now, tenant.AccountId));
            db.Record("EvidencePlaced", new SubjectRef(EvidenceFile.Kind, file.Id), PlacedDetail.Of(file, place.Placing, names.GetValueOrDefault(place.Placing.CommitmentId, "?")));
        }

        await AnswerAsync(file, wanted, asked, token);
        var goneIds = gone.Select(proof => proof.Id).ToList();
        var stands = wanted.Count > 0 || await db.Set<OccurrenceProof>().AnyAsync(row => row.FileId == file.Id && row.WithdrawnAt == null && !goneIds.Contains(row.Id), token);
        file.MoveTo(stands ? FileState.Placed : file.StateOnceFree(asked.Count > 0));
    }

    private async Task AnswerAsync(EvidenceFile file, IReadOnlyList<RowPlace> wanted, IReadOnlyList<RowPlace> asked, CancellationToken token)
    {
        var (taken, open) = (wanted.Select(place => place.Cell).ToHashSet(), asked.Select(place => place.Cell).ToHashSet());
        foreach (var proposal in await db.Set<CellProposal>().Where(row => row.FileId == file.Id && row.State == ProposalState.Open).ToListAsync(token))
        {
            var cell = (proposal.CommitmentId, proposal.OccurrenceKey);
            if (!open.Remove(cell))
            {
                proposal.Answer(taken.Contains(cell) ? ProposalState.Accepted : ProposalState.Refused);
            }
        }

        db.AddRange(asked.Where(place => open.Remove(place.Cell)).Select(place =>
            CellProposal.Create(file.Id, place.Placing.CommitmentId, place.Placing.OccurrenceKey, place.Placing.Moment, place.Placing.AttestedBy, place.Reason, place.Placing.Doubts)));
    }
}
