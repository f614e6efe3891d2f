using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.ServiceLevels.Evidence.Recognition;
using Pupitre.ServiceLevels.Evidence.Settings;
using Pupitre.ServiceLevels.Evidence.Tables;

namespace Pupitre.ServiceLevels.Evidence.Files;

/// <summary>Receives a dropped file: keeps it by its hash, recognises it and what is inside it, and proposes the cells that it proves.</summary>
internal sealed class ReceiveFile(Db db, FileStore store, ProposeCells propose, DescribeMail mail, Tenant tenant, IClock clock)
{
    private CompanyMail? _company;
    private readonly HashSet<(Guid Commitment, string Key)> _proposed = [];
    private string? _hash;

    /// <summary>Somebody else may be sending the same content, or a mail with the same attachment: each such meeting is settled by looking again.</summary>
    private const int MostTries = 20;

    /// <param name="place">The cell that it was dropped on, or null.</param>
    public async Task<ReceivedFile> RunAsync(Stream content, string name, string? mediaType, bool keepContent, DroppedOn? place, CancellationToken token)
    {
        _company ??= await OpenAsync(token);
        if (place is not null && !propose.Commitments.Any(row => row.Id == place.CommitmentId))
        {
            throw new NotFound();
        }

        for (var tried = 1; ; tried++)
        {
            _proposed.Clear();
            try
            {
                return await ReceiveAsync(content, name, mediaType, keepContent, place, token);
            }
            catch (DbUpdateException met) when (tried < MostTries && _hash is not null && Db.IsTwice(met))
            {
                // What was sent is in its place by now, and nobody removes it while this is at work.
                db.StartOver();
                content = store.OpenRead(_hash);
            }
        }
    }

    private async Task<ReceivedFile> ReceiveAsync(Stream content, string name, string? mediaType, bool keepContent, DroppedOn? place, CancellationToken token)
    {
        _hash = null;
        var (file, isKnown) = await TakeAsync(content, SafeName.Of(name), mediaType, null, keepContent, token);
        _hash = file.Hash;
        if (isKnown)
        {
            if (place is not null)
            {
                await PlaceKnownAsync(file, place, token);
            }

            await store.RemoveDroppedAsync(token);
            db.ChangeTracker.Clear();
            return new ReceivedFile(file.Id, file.Name, file.State, IsKnown: true);
        }

        await RecogniseAsync(file, null, 0, keepContent, token);
        if (place is not null)
        {
            Place(file, place);
        }

        if (!keepContent)
        {
            Forget();
        }

        db.Record("EvidenceReceived", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name, file.Hash, Size = file.SizeBytes, Kind = file.Recognised.ToString() });
        await db.SaveChangesAsync(token);
        await store.RemoveDroppedAsync(token);
        db.ChangeTracker.Clear();
        return new ReceivedFile(file.Id, file.Name, file.State, IsKnown: false);
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

    private async Task RecogniseAsync(EvidenceFile file, Finding? outer, int depth, bool keepContent, CancellationToken token)
    {
        Finding finding;
        await using (var content = store.OpenRead(file.Hash))
        {
            finding = RecogniseFile.Run(content, file.Name, _company!, depth);
        }

        finding = Doubt(Inherit(Dated(finding, file, outer), outer), file);
        var (moment, attestedBy) = MomentOf(file, finding);
        file.Recognise(finding, attestedBy, FileState.Tray);
        var proposals = propose.Of(file, finding, moment, attestedBy).Concat(RowsOf(file, finding)).Where(proposal => _proposed.Add((proposal.CommitmentId, proposal.OccurrenceKey))).ToList();
        db.AddRange(proposals);
        file.MoveTo(StateOf(finding, proposals.Count, outer));
        var around = depth + (finding.Kind == RecognisedKind.Archive ? 1 : 0);
        foreach (var inner in finding.Inside)
        {
            using var bytes = new MemoryStream(inner.Content);
            var (child, isKnown) = await TakeAsync(bytes, inner.Name, null, file.Id, keepContent, token);
            if (!isKnown)
            {
                await RecogniseAsync(child, finding.Kind == RecognisedKind.Mail ? finding : null, around, keepContent, token);
            }
        }
    }

    private List<CellProposal> RowsOf(EvidenceFile file, Finding finding)
    {
        if (finding is not { Kind: RecognisedKind.Table, Note: null })
        {
            return [];
        }

        using var content = store.OpenRead(file.Hash);
        try
        {
            using var table = TableFile.OpenTable(content);
            return [.. new ProposeRows(propose, tenant.Zone).Of(file, finding, table)];
        }
        catch (Refused)
        {
            // A broken table proposes nothing; the wizard says why when somebody opens it.
            return [];
        }
    }

    // An accounting file is named after the end of its year: one that arrives before is about the months until then, which the mail may tell.
    private static Finding Dated(Finding finding, EvidenceFile file, Finding? outer) =>
        finding is { Kind: RecognisedKind.AccountingFile, Period: { } period } && period.AddMonths(1) > DateOnly.FromDateTime((outer?.ReceiptAt ?? outer?.StatedAt ?? file.ReceivedAt).ToDateTimeUtc())
            ? finding with { Period = null }
            : finding;

    // What came in a mail arrived when the mail did; a third party's own date goes first.
    private static Finding Inherit(Finding finding, Finding? outer) => outer is null ? finding : finding with
    {
        ReceiptAt = finding.ReceiptAt ?? (finding.ReceiptOn is null ? outer.ReceiptAt : null),
        StatedAt = finding.StatedAt ?? outer.StatedAt,
        Word = finding.Word ?? outer.Word,
        Period = finding.Period ?? outer.Period,
        Sender = finding.Sender ?? outer.Sender,
    };

    private Finding Doubt(Finding finding, EvidenceFile file) => finding is { ReceiptAt: null, ReceiptOn: null, StatedAt: { } stated } && stated >= file.ReceivedAt
        ? finding with { Note = Texts.File_FromTheFuture.With(Moments.Short(stated, tenant.Zone)) }
        : finding;

    private static (ProofMoment Moment, SourceClass AttestedBy) MomentOf(EvidenceFile file, Finding finding)
    {
        if (finding.ReceiptAt is { } at)
        {
            return (ProofMoment.Of(at), SourceClass.Receipt);
        }

        if (finding.ReceiptOn is { } on)
        {
            return (ProofMoment.Of(on), SourceClass.Receipt);
        }

        return finding.StatedAt is { } stated && stated < file.ReceivedAt
            ? (ProofMoment.Of(stated), ProposeCells.WordOf(finding))
            : (ProofMoment.Of(file.ReceivedAt), SourceClass.Observed);
    }

    private static FileState StateOf(Finding finding, int proposals, Finding? outer) => finding switch
    {
        _ when proposals > 0 => FileState.Proposed,
        { Kind: RecognisedKind.EventLog } => FileState.Table,
        { Kind: RecognisedKind.Table, Note: null } => FileState.Table,
        { Inside.Count: > 0 } => FileState.Container,
        _ when outer is { Templates.Count: > 0 } => FileState.Container,
        _ => FileState.Tray,
    };

    // A file that waits in the tray, or proves another cell, may be dropped on this one.
    private async Task PlaceKnownAsync(EvidenceFile file, DroppedOn place, CancellationToken token)
    {
        if (await db.Set<OccurrenceProof>().AnyAsync(row => row.FileId == file.Id && row.CommitmentId == place.CommitmentId && row.OccurrenceKey == place.OccurrenceKey && row.WithdrawnAt == null, token))
        {
            return;
        }

        await db.Set<CellProposal>().Where(row => row.FileId == file.Id && row.State == ProposalState.Open).LoadAsync(token);
        Place(file, place);
        await db.SaveChangesAsync(token);
    }

    private void Place(EvidenceFile file, DroppedOn place)
    {
        var (moment, attestedBy) = file.ReceiptAt is { } at ? (ProofMoment.Of(at), SourceClass.Receipt)
            : file.ReceiptOn is { } on ? (ProofMoment.Of(on), SourceClass.Receipt)
            : file.StatedInTime is { } stated ? (ProofMoment.Of(stated), file.AttestedBy)
            : (ProofMoment.Of(file.ReceivedAt), SourceClass.Observed);
        foreach (var open in db.ChangeTracker.Entries<CellProposal>().Where(entry => entry.Entity.State == ProposalState.Open).ToList())
        {
            open.Entity.Answer(open.Entity.CommitmentId == place.CommitmentId && open.Entity.OccurrenceKey == place.OccurrenceKey ? ProposalState.Accepted : ProposalState.Refused);
        }

        db.AddRange(Proofs.Of(file, place.CommitmentId, place.OccurrenceKey, moment, attestedBy, Texts.Reason_Dropped, clock.GetCurrentInstant(), tenant.AccountId));
        file.MoveTo(FileState.Placed);
        db.Record("EvidencePlaced", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name, Commitment = place.CommitmentId, Occurrence = place.OccurrenceKey, Source = attestedBy.ToString() });
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

/// <summary>The cell that a file was dropped on.</summary>
internal sealed record DroppedOn(Guid CommitmentId, string OccurrenceKey);

/// <summary>What became of a dropped file.</summary>
internal sealed record ReceivedFile(Guid Id, string Name, FileState State, bool IsKnown);

/// <summary>The proofs that a placed file gives.</summary>
internal static class Proofs
{
    /// <summary>What the file tells, and, when that is only somebody's word, that Pupitre received it at its instant. A table that tells of a thing is not the thing.</summary>
    public static IEnumerable<OccurrenceProof> Of(EvidenceFile file, Guid commitmentId, string key, ProofMoment moment, SourceClass attestedBy, string reason, Instant now, Guid? by)
    {
        yield return OccurrenceProof.Create(commitmentId, key, moment, attestedBy, file.Id, reason, now, by);
        if (attestedBy is SourceClass.Provider or SourceClass.Company && file.Recognised != RecognisedKind.Table)
        {
            yield return OccurrenceProof.Create(commitmentId, key, ProofMoment.Of(file.ReceivedAt), SourceClass.Observed, file.Id, Texts.Reason_Received, now, by);
        }
    }
}
