using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Settings;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Files;

/// <summary>Receives a dropped file: keeps it by its hash, recognises it and what is inside it, and proposes the cells that it proves.</summary>
public sealed class ReceiveFile(Db db, FileStore store, ProposeCells propose, DescribeMail mail, Tenant tenant, IClock clock)
{
    private static readonly Duration _clockTolerance = Duration.FromMinutes(10);

    private CompanyMail? _company;
    private readonly HashSet<(Guid Commitment, string Key)> _proposed = [];
    private string? _hash;

    /// <summary>Somebody else may be sending the same content, or a mail with the same attachment: each such meeting is settled by looking again.</summary>
    private const int MostTries = 20;

    /// <param name="place">The cell that it was dropped on, or null.</param>
    public async Task<ReceivedFile> RunAsync(Stream content, string name, string? mediaType, bool keepContent, DroppedOn? place, CancellationToken token)
    {
        _company ??= await OpenAsync(token);
        var cell = place is null ? null : propose.Find(place.CommitmentId, place.OccurrenceKey) ?? throw new NotFound();
        DayOfWork.Check(place?.HandedOn, arrival: null, clock.GetCurrentInstant(), tenant.Zone);
        for (var tried = 1; ; tried++)
        {
            _proposed.Clear();
            try
            {
                return await ReceiveAsync(content, name, mediaType, keepContent, cell, place?.HandedOn, token);
            }
            catch (DbUpdateException met) when (tried < MostTries && _hash is not null && Db.IsTwice(met))
            {
                // What was sent is in its place by now, and nobody removes it while this is at work.
                db.StartOver();
                content = await store.OpenAsync(_hash, token);
            }
        }
    }

    private async Task<ReceivedFile> ReceiveAsync(Stream content, string name, string? mediaType, bool keepContent, DueCell? cell, DateOnly? handedOn, CancellationToken token)
    {
        _hash = null;
        var (file, isKnown) = await TakeAsync(content, SafeName.Of(name), mediaType, null, keepContent, token);
        _hash = file.Hash;
        if (isKnown)
        {
            var stands = cell is null || await PlaceKnownAsync(file, cell, handedOn, token);
            await store.RemoveDroppedAsync(token);
            db.ChangeTracker.Clear();
            return new ReceivedFile(file.Id, file.Name, file.State, IsKnown: true, stands, file.IsReadAsLines);
        }

        using var budget = new UnpackingBudget(new UnpackingLimits());
        await RecogniseAsync(file, null, 0, budget, keepContent, token);
        var isPlaced = cell is null || Place(file, cell, handedOn);
        if (!keepContent)
        {
            Forget();
        }

        db.Record("EvidenceReceived", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name, file.Hash, Size = file.SizeBytes, Kind = file.Recognised.ToString() });
        await db.SaveChangesAsync(token);
        await store.RemoveDroppedAsync(token);
        db.ChangeTracker.Clear();
        return new ReceivedFile(file.Id, file.Name, file.State, IsKnown: false, isPlaced, file.IsReadAsLines);
    }

    private async Task<CompanyMail> OpenAsync(CancellationToken token)
    {
        await propose.OpenAsync(token);
        return await mail.ReadAsync(token);
    }

    // The same content twice adds nothing, wherever it came from.
    private async Task<(EvidenceFile File, bool IsKnown)> TakeAsync(Stream content, string name, string? mediaType, Guid? parentId, bool keepContent, CancellationToken token)
    {
        var stored = await store.SaveAsync(content, name, mediaType, token);
        var known = await db.Set<EvidenceFile>().FirstOrDefaultAsync(row => row.Hash == stored.Hash, token)
            ?? db.ChangeTracker.Entries<EvidenceFile>().FirstOrDefault(entry => entry.Entity.Hash == stored.Hash)?.Entity;
        if (known is not null)
        {
            db.Entry(stored).State = EntityState.Detached;
            if (!known.ContentKept)
            {
                store.DropContent(stored);
            }

            return (known, true);
        }

        var file = EvidenceFile.Receive(stored, name, keepContent, clock.GetCurrentInstant(), tenant.AccountId, parentId);
        db.Add(file);
        return (file, false);
    }

    private async Task RecogniseAsync(EvidenceFile file, Finding? outer, int depth, UnpackingBudget budget, bool keepContent, CancellationToken token)
    {
        Finding finding;
        await using (var content = store.OpenRead(file.Hash))
        {
            finding = RecogniseFile.Run(content, file.Name, _company!, depth, budget);
        }

        finding = Doubt(Inherit(Dated(Believed(finding, outer), file, outer), outer), file);
        var (moment, attestedBy) = MomentOf(file, finding);
        file.Recognise(finding, attestedBy, FileState.Tray);
        var proposals = Past(file, propose.Of(file, finding, moment, attestedBy).Concat(RowsOf(file, finding))).Where(proposal => _proposed.Add((proposal.CommitmentId, proposal.OccurrenceKey))).ToList();
        db.AddRange(proposals);
        file.MoveTo(StateOf(finding, proposals.Count, outer));
        var around = depth + (finding.Kind == RecognisedKind.Archive ? 1 : 0);
        using var deeper = budget.Inside();
        var hasNew = false;
        foreach (var inner in finding.Inside)
        {
            await using var bytes = inner.Open();
            var (child, isKnown) = await TakeAsync(bytes, inner.Name, null, file.Id, keepContent, token);
            if (!isKnown)
            {
                hasNew = true;
                await RecogniseAsync(child, finding.Kind == RecognisedKind.Mail ? finding : null, around, budget, keepContent, token);
            }
        }

        // A mail that brought nothing new is still what arrived: a person can put it where it belongs.
        if (file.State == FileState.Container && finding is { Kind: RecognisedKind.Mail, Inside.Count: > 0 } && !hasNew)
        {
            file.MoveTo(FileState.Tray);
        }

        HoldBack(file, proposals);
    }

    // A mail is about whom its attachments name. What is about another company is proposed nowhere.
    private void HoldBack(EvidenceFile file, List<CellProposal> proposals)
    {
        var own = new OwnIdentities(tenant.Company);
        var named = file.Recognised == RecognisedKind.Mail && FileSubject.Compare(file, own) == IdentityAnswer.Unread
            ? db.ChangeTracker.Entries<EvidenceFile>().Select(entry => entry.Entity).Where(inner => inner.ParentId == file.Id && FileSubject.IdentityOf(inner) is not null)
                .OrderByDescending(inner => FileSubject.IsOthers(inner, own)).FirstOrDefault()
            : null;
        if (named is not null)
        {
            file.TakeSubject(named);
        }

        if (FileSubject.IsOthers(file, own))
        {
            proposals.ForEach(proposal => proposal.Answer(ProposalState.Withheld));
            file.MoveTo(file.State == FileState.Proposed ? file.StateOnceFree(hasProposals: false) : file.State);
        }
    }

    // A date to come is no trace of work: it is left out, and said.
    private List<CellProposal> Past(EvidenceFile file, IEnumerable<CellProposal> proposals)
    {
        var (past, future) = (new List<CellProposal>(), 0);
        foreach (var proposal in proposals)
        {
            if (DayOfWork.IsFuture(proposal.Moment, file.ReceivedAt + _clockTolerance, tenant.Zone))
            {
                future++;
            }
            else
            {
                past.Add(proposal);
            }
        }

        if (future > 0)
        {
            file.Remark(Texts.File_FutureRows.With(future));
        }

        return past;
    }

    // What stands in the file line by line: dates of a tracking sheet, lines of the bank.
    private IEnumerable<CellProposal> RowsOf(EvidenceFile file, Finding finding)
    {
        if (finding is not { Kind: RecognisedKind.Table or RecognisedKind.BankStatement, Note: null })
        {
            return [];
        }

        using var content = store.OpenRead(file.Hash);
        return new ProposeRows(propose, tenant.Zone).Of(file, finding, content);
    }

    // An accounting file is named after the end of its year: one that arrives before is about the months until then, which the mail may tell.
    private Finding Dated(Finding finding, EvidenceFile file, Finding? outer) =>
        finding is { Kind: RecognisedKind.AccountingFile, Period: { } period } && period.AddMonths(1) > DayOf(outer?.ReceiptAt ?? outer?.StatedAt ?? file.ReceivedAt)
            ? finding with { Period = null }
            : finding;

    // What came in a mail arrived when the mail did; a third party's own date goes first.
    // A mail that our own people hand on did not arrive when they did so.
    private Finding Inherit(Finding finding, Finding? outer) => outer is null ? finding : finding with
    {
        ReceiptAt = finding.ReceiptAt ?? (finding.ReceiptOn is null && !IsHandedOn(finding, outer) ? outer.ReceiptAt : null),
        ReceiptOn = finding.ReceiptOn ?? (finding.ReceiptAt is null && outer.ReceiptAt is null && !IsHandedOn(finding, outer) ? outer.ReceiptOn : null),
        StatedAt = finding.StatedAt ?? (finding.StatedOn is null ? outer.StatedAt : null),
        StatedOn = finding.StatedOn ?? (finding.StatedAt is null ? outer.StatedOn : null),
        Word = finding.Word ?? outer.Word,
        Period = finding.Period ?? outer.Period,
        Sender = finding.Sender ?? outer.Sender,
    };

    private bool IsHandedOn(Finding finding, Finding outer) => finding.Kind == RecognisedKind.Mail && _company!.IsOwnAddress(outer.Sender);

    // Whoever sent a mail wrote all of the mails inside it, headers of our server included; our own people hand on what we have.
    private Finding Believed(Finding finding, Finding? outer) =>
        outer is { Kind: RecognisedKind.Mail } && finding.Kind == RecognisedKind.Mail && !_company!.IsOwnAddress(outer.Sender) ? finding with { ReceiptAt = null, ReceiptOn = null } : finding;

    // What is dated after it arrived here was not seen by anybody yet: clocks may differ by minutes.
    private Finding Doubt(Finding finding, EvidenceFile file)
    {
        if (finding.ReceiptAt > file.ReceivedAt + _clockTolerance || finding.ReceiptOn > DayOf(file.ReceivedAt + _clockTolerance))
        {
            var written = finding.ReceiptAt is { } at ? Moments.Short(at, tenant.Zone) : Moments.Short(finding.ReceiptOn!.Value);
            finding = finding with { ReceiptAt = null, ReceiptOn = null, Note = Notes.Joined(finding.Note, Texts.File_ReceiptFromTheFuture.With(written)) };
        }

        return finding is { ReceiptAt: null, ReceiptOn: null, StatedAt: { } stated } && stated > file.ReceivedAt + _clockTolerance
            ? finding with { Note = Notes.Joined(finding.Note, Texts.File_FromTheFuture.With(Moments.Short(stated, tenant.Zone))) }
            : finding;
    }

    private DateOnly DayOf(Instant at) => at.InZone(tenant.Zone).Date.ToDateOnly();

    private (ProofMoment Moment, SourceClass AttestedBy) MomentOf(EvidenceFile file, Finding finding) => finding switch
    {
        { ReceiptAt: { } at } => (ProofMoment.Of(at), SourceClass.Receipt),
        { ReceiptOn: { } on } => (ProofMoment.Of(on), SourceClass.Receipt),
        { StatedAt: null, StatedOn: { } on } when on <= DayOf(file.ReceivedAt) => (ProofMoment.Of(on), ProposeCells.WordOf(finding)),
        { StatedAt: { } stated } when stated < file.ReceivedAt => (ProofMoment.Of(stated), ProposeCells.WordOf(finding)),
        _ => (ProofMoment.NoLaterThan(file.ReceivedAt), SourceClass.Observed),
    };

    private static FileState StateOf(Finding finding, int proposals, Finding? outer) => finding switch
    {
        _ when proposals > 0 => FileState.Proposed,
        { Kind: RecognisedKind.EventLog or RecognisedKind.BankStatement } => FileState.Table,
        { Kind: RecognisedKind.Table, Note: null } => FileState.Table,
        { Inside.Count: > 0 } => FileState.Container,
        _ when outer is { Templates.Count: > 0 } => FileState.Container,
        _ => FileState.Tray,
    };

    // A file that waits in the tray, or proves another cell, may be dropped on this one.
    private async Task<bool> PlaceKnownAsync(EvidenceFile file, DueCell cell, DateOnly? handedOn, CancellationToken token)
    {
        var key = cell.Occurrence.Key;
        if (await db.Set<OccurrenceProof>().AnyAsync(row => row.FileId == file.Id && row.CommitmentId == cell.Commitment.Id && row.OccurrenceKey == key && row.WithdrawnAt == null, token))
        {
            return true;
        }

        await db.Set<CellProposal>().Where(row => row.FileId == file.Id && (row.State == ProposalState.Open || row.State == ProposalState.Withheld)).LoadAsync(token);
        var isPlaced = Place(file, cell, handedOn);
        await db.SaveChangesAsync(token);
        return isPlaced;
    }

    /// <returns>False when somebody is asked first: the file is about another company, or its date is odd.</returns>
    private bool Place(EvidenceFile file, DueCell cell, DateOnly? handedOn)
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

    // What was in it may itself hold files: a payslip, in a mail, in an archive. All that came with it is added by this work.
    private void Forget()
    {
        foreach (var added in db.ChangeTracker.Entries<StoredFile>().Where(entry => entry.State == EntityState.Added).ToList())
        {
            store.DropContent(added.Entity);
        }
    }
}
