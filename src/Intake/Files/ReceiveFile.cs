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
    public async Task<ReceivedFile> RunAsync(Stream content, string name, string? mediaType, bool keepContent, DroppedOn? place, CancellationToken token)
    {
        await recognise.OpenAsync(token);
        var cell = placing.CellOf(place);
        for (var tried = 1; ; tried++)
        {
            recognise.Begin();
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
        var (file, isKnown) = await take.RunAsync(content, SafeName.Of(name), mediaType, null, keepContent, token);
        _hash = file.Hash;
        if (isKnown)
        {
            var stands = cell is null || await placing.KnownAsync(file, cell, handedOn, token);
            await store.RemoveDroppedAsync(token);
            db.ChangeTracker.Clear();
            return new ReceivedFile(file.Id, file.Name, file.State, IsKnown: true, stands, file.IsReadAsLines);
        }

        using var budget = new UnpackingBudget(new UnpackingLimits());
        await recognise.RunAsync(file, null, 0, budget, keepContent, token);
        var isPlaced = cell is null || placing.Run(file, cell, handedOn);
        if (!keepContent)
        {
            Forget();
        }

        db.Record("EvidenceReceived", new SubjectRef(EvidenceFile.Kind, file.Id), new { file.Name, file.Hash, Size = file.SizeBytes, Kind = file.Recognised });
        await db.SaveChangesAsync(token);
        await store.RemoveDroppedAsync(token);
        db.ChangeTracker.Clear();
        return new ReceivedFile(file.Id, file.Name, file.State, IsKnown: false, isPlaced, file.IsReadAsLines);
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
