using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Intake.Files;

/// <summary>Places a file on the cell that it was dropped on, unless somebody is asked first.</summary>
public sealed class PlaceDropped(Db db, ProposeCells propose, Tenant tenant, IClock clock)
{
    /// <summary>The cell, with what it needs to be placed on.</summary>
    /// <exception cref="NotFound">No commitment has that due date.</exception>
    /// <exception cref="Refused">The day of handing over is still to come.</exception>
    public DueCell? CellOf(DroppedOn? place)
    {
        var cell = place is null ? null : propose.Find(place.CommitmentId, place.OccurrenceKey) ?? throw new NotFound();
        DayOfWork.Check(place?.HandedOn, arrival: null, clock.GetCurrentInstant(), tenant.Zone);
        return cell;
    }

    // A file that waits in the tray, or proves another cell, may be dropped on this one.
    public async Task<bool> KnownAsync(EvidenceFile file, DueCell cell, DateOnly? handedOn, CancellationToken token)
    {
        var key = cell.Occurrence.Key;
        if (await db.Set<OccurrenceProof>().AnyAsync(row => row.FileId == file.Id && row.CommitmentId == cell.Commitment.Id && row.OccurrenceKey == key && row.WithdrawnAt == null, token))
        {
            return true;
        }

        await db.Set<CellProposal>().Where(row => row.FileId == file.Id && (row.State == ProposalState.Open || row.State == ProposalState.Withheld)).LoadAsync(token);
        var isPlaced = Run(file, cell, handedOn);
        await db.SaveChangesAsync(token);
        return isPlaced;
    }

    /// <returns>False when somebody is asked first: the file is about another company, or its date is odd.</returns>
    public bool Run(EvidenceFile file, DueCell cell, DateOnly? handedOn)
    {
        DayOfWork.Check(handedOn, file.ReceivedAt, clock.GetCurrentInstant(), tenant.Zone);
        var placing = propose.PlacingOf(file, cell, handedOn);
        var isOthers = FileSubject.IsOthers(file, new OwnIdentities(tenant.Company));
        var known = db.ChangeTracker.Entries<CellProposal>().Select(entry => entry.Entity).Where(row => row.State is ProposalState.Open or ProposalState.Withheld).ToList();
        known.FindAll(row => row.CommitmentId == placing.CommitmentId && row.OccurrenceKey == placing.OccurrenceKey)
            .ForEach(row => row.Answer(isOthers || placing.IsQuestioned ? ProposalState.Refused : ProposalState.Accepted));
        if (isOthers || placing.IsQuestioned)
        {
            var asked = CellProposal.Create(file.Id, placing.CommitmentId, placing.OccurrenceKey, placing.Moment, placing.AttestedBy, ProofReason.Of(ReasonKind.Dropped), placing.Doubts);
            asked.Answer(isOthers ? ProposalState.Withheld : ProposalState.Open);
            db.Add(asked);
            file.MoveTo(file.State == FileState.Placed ? FileState.Placed : file.StateOnceFree(hasProposals: !isOthers));
            return false;
        }

        known.FindAll(row => row.State == ProposalState.Open).ForEach(row => row.Answer(ProposalState.Refused));
        foreach (var inner in db.ChangeTracker.Entries<EvidenceFile>().Select(entry => entry.Entity).Where(inner => inner.ParentId is not null && inner.Id != file.Id && inner.State == FileState.Proposed))
        {
            inner.MoveTo(FileState.Container);
        }

        db.AddRange(Proofs.Of(file, placing, ProofReason.Of(ReasonKind.Dropped), clock.GetCurrentInstant(), tenant.AccountId));
        file.MoveTo(FileState.Placed);
        db.Record("EvidencePlaced", new SubjectRef(EvidenceFile.Kind, file.Id), PlacedDetail.Of(file, placing, cell.Commitment.Name));
        return true;
    }

    /// <summary>
    /// Proposes the due date that somebody outside names for what they hand over: they say what it is, and somebody here whether it is
    /// that.
    /// </summary>
    public void Propose(EvidenceFile file, DueCell cell)
    {
        var placing = propose.PlacingOf(file, cell, stated: null);
        if (db.ChangeTracker.Entries<CellProposal>().Any(known => known.Entity.CommitmentId == placing.CommitmentId
            && known.Entity.OccurrenceKey == placing.OccurrenceKey && known.Entity.State == ProposalState.Open))
        {
            return;
        }

        var isOthers = FileSubject.IsOthers(file, new OwnIdentities(tenant.Company));
        var asked = CellProposal.Create(
            file.Id, placing.CommitmentId, placing.OccurrenceKey, placing.Moment, placing.AttestedBy,
            ProofReason.Of(ReasonKind.Named), placing.Doubts);
        asked.Answer(isOthers ? ProposalState.Withheld : ProposalState.Open);
        db.Add(asked);
        file.MoveTo(isOthers ? file.StateOnceFree(hasProposals: false) : FileState.Proposed);
    }
}
