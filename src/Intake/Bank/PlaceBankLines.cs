using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Files;
using Pupitre.Intake.Tracking;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Bank;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Bank;

/// <summary>Fills the grid from the lines of a bank by the rules as they are now. Done again after a rule has changed, what the statement had filled follows.</summary>
internal sealed class PlaceBankLines(Db db, FileStore store, ProposeCells propose, Tenant tenant, IClock clock)
{
    public async Task<int> RunAsync(Guid fileId, CancellationToken token)
    {
        await propose.OpenAsync(token);
        var file = await db.Set<EvidenceFile>().SingleOrDefaultAsync(row => row.Id == fileId && row.ContentKept && row.Recognised == RecognisedKind.BankStatement, token) ?? throw new NotFound();
        if (FileSubject.IsOthers(file, new OwnIdentities(tenant.Company)))
        {
            throw new Refused(Texts.Identity_NotPlaced.With(file.Name, FileSubject.Words(file)));
        }

        await using var content = await store.OpenAsync(file.Hash, token);
        var statement = BankFile.Read(content);
        var ids = propose.Commitments.Select(row => row.Id).ToList();
        var own = await db.Set<OccurrenceProof>().Where(row => row.FileId == fileId).ToListAsync(token);
        var others = await db.Set<OccurrenceProof>().AsNoTracking().Where(row => row.FileId != fileId && row.WithdrawnAt == null && ids.Contains(row.CommitmentId)).ToListAsync(token);
        var plan = new PlanBankLines(propose, file, tenant.Zone);
        var lines = plan.Of(statement, new KnownProofs([.. others, .. own.Where(proof => proof.WithdrawnAt is null)], fileId));
        var gone = own.FindAll(proof => proof is { WithdrawnAt: null, Reason.Kind: ReasonKind.BankLine } && !lines.Exists(line => Stands(line, proof)));
        if (gone.Count > 0 && !tenant.Allows(Permit.CorrectEvidence))
        {
            throw new Refused(Texts.Tracking_NotAllowed);
        }

        // What a person took off by hand stays off as long as the same rule would put it there.
        var wanted = lines.Where(line => line.Fate == CellFate.Dated && !own.Exists(proof => proof.WithdrawnAt is not null && Stands(line, proof))).Select(PlaceOf).DistinctBy(place => place.Cell).ToList();
        var asked = lines.Where(line => line.Fate == CellFate.Odd && !own.Exists(proof => Stands(line, proof))).Select(PlaceOf).DistinctBy(place => place.Cell).ToList();
        await new SettleRows(db, tenant, clock).RunAsync(file, propose.Commitments.ToDictionary(row => row.Id, row => row.Name), gone, wanted, asked, token);
        db.Record("BankLinesPlaced", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name, Placed = wanted.Count, Withdrawn = gone.Count });
        await db.SaveChangesAsync(token);
        return wanted.Count;
    }

    private static bool Stands(PlannedLine line, OccurrenceProof proof) => line.Commitment?.Id == proof.CommitmentId && line.Key == proof.OccurrenceKey && line.Reason?.IsSameLine(proof.Reason) == true;

    private static RowPlace PlaceOf(PlannedLine line) => new(new Placing(line.Commitment!.Id, line.Key!, line.Moment, SourceClass.Receipt, line.Doubts), line.Reason!);
}
