using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Ledger;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Files;

/// <summary>Receives a dropped file: keeps it by its hash, recognises it and what is inside it, and proposes the cells that it proves.</summary>
public sealed class ReceiveFile(Db db, FileStore store, TakeContent take, RecogniseReceived recognise, PlaceDropped placing)
{
    private string? _hash;

    /// <summary>Somebody else may be sending the same content, or a mail with the same attachment: each such meeting is settled by looking again.</summary>
    private const int MostTries = 20;

    /// <param name="place">The cell that it was dropped on, or null.</param>
    public Task<ReceivedFile> RunAsync(
        Stream content, string name, string? mediaType, bool keepContent, DroppedOn? place, CancellationToken token) =>
        TryAsync(content, name, mediaType, new Drop(keepContent, place, null), token);

    /// <summary>Receives what somebody outside hands over: it is proposed where it seems to belong, and placed by nobody but us.</summary>
    public Task<ReceivedFile> RunAsync(Stream content, string name, string? mediaType, HandedOver from, CancellationToken token) =>
        TryAsync(content, name, mediaType, new Drop(KeepContent: true, null, from), token);

    private async Task<ReceivedFile> TryAsync(Stream content, string name, string? mediaType, Drop drop, CancellationToken token)
    {
        await recognise.OpenAsync(token);
        var (cell, named) = (placing.CellOf(drop.Place), placing.CellOf(drop.From?.For));
        for (var tried = 1; ; tried++)
        {
            recognise.Begin(drop.From);
            try
            {
                return await ReceiveAsync(content, name, mediaType, drop, (cell, named), token);
            }
            catch (DbUpdateException met) when (tried < MostTries && _hash is not null && Db.IsTwice(met))
            {
                // What was sent is in its place by now, and nobody removes it while this is at work.
                db.StartOver();
                content = await store.OpenAsync(_hash, token);
            }
        }
    }

    private async Task<ReceivedFile> ReceiveAsync(
        Stream content, string name, string? mediaType, Drop drop, (DueCell? On, DueCell? Named) cell, CancellationToken token)
    {
        _hash = null;
        var (file, isKnown) = await take.RunAsync(content, SafeName.Of(name), mediaType, null, drop.KeepContent, token);
        _hash = file.Hash;
        drop.From?.Note(file);
        if (isKnown)
        {
            var stands = cell.On is null || await placing.KnownAsync(file, cell.On, drop.Place!.HandedOn, token);
            if (drop.From is not null)
            {
                await db.SaveChangesAsync(token);
            }

            return await EndAsync(file, isKnown, stands, token);
        }

        using var budget = new UnpackingBudget(new UnpackingLimits());
        await recognise.RunAsync(file, null, 0, budget, drop.KeepContent, token);
        var isPlaced = cell.On is null || placing.Run(file, cell.On, drop.Place!.HandedOn);
        if (cell.Named is not null)
        {
            placing.Propose(file, cell.Named);
        }

        if (!drop.KeepContent)
        {
            Forget();
        }

        var subject = new SubjectRef(EvidenceFile.Kind, file.Id);
        if (drop.From is { } from)
        {
            db.Record("EvidenceHandedOver", subject, new { file.Name, file.Hash, Size = file.SizeBytes, Kind = file.Recognised, from.By });
        }
        else
        {
            db.Record("EvidenceReceived", subject, new { file.Name, file.Hash, Size = file.SizeBytes, Kind = file.Recognised });
        }

        await db.SaveChangesAsync(token);
        return await EndAsync(file, isKnown, isPlaced, token);
    }

    private async Task<ReceivedFile> EndAsync(EvidenceFile file, bool isKnown, bool isPlaced, CancellationToken token)
    {
        await store.RemoveDroppedAsync(token);
        db.ChangeTracker.Clear();
        return new ReceivedFile(file.Id, file.Name, file.State, isKnown, isPlaced, file.IsReadAsLines);
    }

    // What was in it may itself hold files: a payslip, in a mail, in an archive. All that came with it is added by this work.
    private void Forget()
    {
        foreach (var added in db.ChangeTracker.Entries<StoredFile>().Where(entry => entry.State == EntityState.Added).ToList())
        {
            store.DropContent(added.Entity);
        }
    }

    /// <summary>How a file comes: on a cell, from outside, or by itself.</summary>
    private sealed record Drop(bool KeepContent, DroppedOn? Place, HandedOver? From);
}
