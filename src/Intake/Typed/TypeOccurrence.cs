using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Intake.Typed;

/// <summary>Types in what happened on a due date: a phone call, a letter handed over. It is the company's word.</summary>
internal sealed class TypeOccurrence(Db db, ProposeCells propose, Tenant tenant, IClock clock)
{
    /// <returns>What is odd about the date, when the person has not confirmed it: nothing was written then; else the proof.</returns>
    public async Task<(OccurrenceProof? Proof, Doubt Doubts)> RunAsync(TypedInput input, CancellationToken token)
    {
        if (!Guid.TryParse(input.Commitment, out var commitment) || !DateOnly.TryParseExact(input.Month + "-01", "yyyy-MM-dd", out var month))
        {
            throw new Refused(Texts.Typed_ChooseCell, "Commitment");
        }

        await propose.OpenAsync(token);
        var cell = propose.FindIn(commitment, month) ?? throw new Refused(Texts.Tray_NotASchedule, "Commitment");
        var role = PostedChoice.Is(input.Said, "not", "Said", "done") ? ProofRole.NotDone : ProofRole.Stop;
        var now = clock.GetCurrentInstant();
        var moment = input is { On: null, At: null } && role == ProofRole.Stop ? ProofMoment.NoLaterThan(now) : input.MomentAt(now, tenant.Zone);
        var doubts = propose.DoubtsOf(null, cell.Commitment, cell.Occurrence, moment);
        if (doubts != Doubt.None && !input.IsConfirmed)
        {
            return (null, doubts);
        }

        var key = cell.Occurrence.Key;
        var proof = OccurrenceProof.Create(commitment, key, moment, SourceClass.Company, null, ProofReason.Of(ReasonKind.Typed, input.Words), now, tenant.AccountId, role, doubts);
        db.Add(proof);
        db.Record("EventTyped", new SubjectRef(OccurrenceProof.Kind, proof.Id), new { CommitmentId = commitment, Commitment = cell.Commitment.Name, Occurrence = key, input.Words });
        await db.SaveChangesAsync(token);
        return (proof, doubts);
    }
}
