using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Intake.Files;

/// <summary>Takes a placement off a due date, or to another one: all that one file shows there, or one word typed in. It stays on record.</summary>
internal sealed class WithdrawProof(Db db, ProposeCells propose, Tenant tenant, IClock clock)
{
    public async Task<OccurrenceProof> RunAsync(Guid id, CancellationToken token)
    {
        var (proof, placed) = await PlacedWithAsync(id, token);
        placed.ForEach(row => row.Withdraw(clock.GetCurrentInstant(), tenant.AccountId));
        var file = await FreeAsync(proof, placed, token);
        db.Record("ProofWithdrawn", new SubjectRef(OccurrenceProof.Kind, proof.Id), new
        {
            Name = file?.Name ?? proof.Reason.Name,
            proof.CommitmentId,
            Commitment = await db.Set<Commitment>().Where(row => row.Id == proof.CommitmentId).Select(row => row.Name).FirstOrDefaultAsync(token),
            Occurrence = proof.OccurrenceKey,
        });
        await db.SaveChangesAsync(token);
        return proof;
    }

    /// <summary>Shows the same on another due date: what it says of the day, and who attests it, stay as they were.</summary>
    /// <returns>The proof as it stands there, and what is odd; nothing was moved when its date is odd and was not confirmed.</returns>
    public async Task<(OccurrenceProof Proof, Doubt Doubts, bool IsMoved)> MoveAsync(Guid id, MoveInput input, CancellationToken token)
    {
        await propose.OpenAsync(token);
        var (proof, placed) = await PlacedWithAsync(id, token);
        var cell = propose.FindIn(input.Commitment, input.FirstOfMonth) ?? throw new Refused(Texts.Tray_NotASchedule, "Commitment");
        if (cell.Commitment.Id == proof.CommitmentId && cell.Occurrence.Key == proof.OccurrenceKey)
        {
            throw new Refused(Texts.Move_SamePlace);
        }

        var file = proof.FileId is { } fileId ? await db.Set<EvidenceFile>().SingleAsync(row => row.Id == fileId, token) : null;
        var doubts = placed.Aggregate(Doubt.None, (all, row) => all | propose.DoubtsOf(file, cell.Commitment, cell.Occurrence, row.Moment));
        if (doubts.HasFlag(Doubt.BeforePeriod) && !input.IsConfirmed)
        {
            return (proof, doubts, IsMoved: false);
        }

        var now = clock.GetCurrentInstant();
        var moved = placed.ConvertAll(row => row.MoveTo(cell.Commitment.Id, cell.Occurrence.Key, row.Reason, propose.DoubtsOf(file, cell.Commitment, cell.Occurrence, row.Moment), now, tenant.AccountId));
        db.AddRange(moved);
        db.Record("ProofMoved", new SubjectRef(OccurrenceProof.Kind, moved[0].Id), new
        {
            Name = file?.Name ?? proof.Reason.Name,
            FromCommitmentId = proof.CommitmentId,
            FromCommitment = propose.Commitments.FirstOrDefault(row => row.Id == proof.CommitmentId)?.Name ?? "?",
            FromOccurrence = proof.OccurrenceKey,
            CommitmentId = cell.Commitment.Id,
            Commitment = cell.Commitment.Name,
            Occurrence = cell.Occurrence.Key,
        });
        await db.SaveChangesAsync(token);
        return (moved[0], doubts, IsMoved: true);
    }

    // One file can stand there twice: by its sender's word, and by its arrival. It goes as a whole, the asked one first.
    private async Task<(OccurrenceProof Proof, List<OccurrenceProof> Placed)> PlacedWithAsync(Guid id, CancellationToken token)
    {
        var proof = await db.Set<OccurrenceProof>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (proof.WithdrawnAt is not null)
        {
            throw new Refused(Texts.Proof_AlreadyWithdrawn);
        }

        var placed = proof.FileId is not { } file ? [proof] : await db.Set<OccurrenceProof>()
            .Where(row => row.FileId == file && row.CommitmentId == proof.CommitmentId && row.OccurrenceKey == proof.OccurrenceKey && row.WithdrawnAt == null)
            .OrderByDescending(row => row.Id == id).ThenBy(row => row.Id).ToListAsync(token);
        return (proof, placed);
    }

    // A file that proves nothing any more goes back to where it can be placed; what had been proposed there is no longer answered.
    private async Task<EvidenceFile?> FreeAsync(OccurrenceProof proof, List<OccurrenceProof> withdrawn, CancellationToken token)
    {
        if (proof.FileId is not { } id)
        {
            return null;
        }

        var file = await db.Set<EvidenceFile>().SingleAsync(row => row.Id == id, token);
        var gone = withdrawn.ConvertAll(row => row.Id);
        if (!await db.Set<OccurrenceProof>().AnyAsync(row => row.FileId == id && row.WithdrawnAt == null && !gone.Contains(row.Id), token))
        {
            file.MoveTo(file.StateOnceFree(await db.Set<CellProposal>().AnyAsync(row => row.FileId == id && row.State == ProposalState.Open, token)));
        }

        return file;
    }
}

/// <summary>Where a placement goes.</summary>
/// <param name="FirstOfMonth">First day of the month that it is about.</param>
/// <param name="IsConfirmed">The person saw what is odd about the date and keeps it.</param>
internal sealed record MoveInput(Guid Commitment, DateOnly FirstOfMonth, bool IsConfirmed);

/// <summary>Forgets a remembered placement; files placed by it stay.</summary>
internal sealed class ForgetPlacement(Db db, IClock clock)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var rule = await db.Set<PlacementRule>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        rule.Remove(clock.GetCurrentInstant());
        db.Record("PlacementForgotten", new SubjectRef(PlacementRule.Kind, rule.Id), new { rule.Sender, rule.Wording });
        await db.SaveChangesAsync(token);
    }
}
