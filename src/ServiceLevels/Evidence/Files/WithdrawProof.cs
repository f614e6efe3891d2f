using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Evidence.Files;

/// <summary>Takes a proof off an occurrence; it stays on record.</summary>
internal sealed class WithdrawProof(Db db, Tenant tenant, IClock clock)
{
    public async Task<OccurrenceProof> RunAsync(Guid id, CancellationToken token)
    {
        var proof = await db.Set<OccurrenceProof>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        proof.Withdraw(clock.GetCurrentInstant(), tenant.AccountId);
        var file = proof.FileId is { } fileId ? await db.Set<EvidenceFile>().SingleOrDefaultAsync(row => row.Id == fileId, token) : null;
        if (file is not null && !await db.Set<OccurrenceProof>().AnyAsync(row => row.FileId == file.Id && row.Id != id && row.WithdrawnAt == null, token))
        {
            file.MoveTo(FileState.Tray);
        }

        db.Record("ProofWithdrawn", new SubjectRef(OccurrenceProof.Kind, proof.Id), new { proof.CommitmentId, proof.OccurrenceKey, proof.Reason });
        await db.SaveChangesAsync(token);
        return proof;
    }
}

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
