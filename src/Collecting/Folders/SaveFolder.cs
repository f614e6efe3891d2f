using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Folders;

/// <summary>Takes the files of a folder from now on.</summary>
public sealed class SaveFolder(Db db, Tenant tenant, FolderPlace place, IClock clock)
{
    public const int MaxFolders = 20;

    /// <exception cref="Refused">The installation allows none, or the folder is none of the company's.</exception>
    public async Task RunAsync(FolderInput input, CancellationToken token)
    {
        var path = string.Join('/', (input.Path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (path.Length > WatchedFolder.MaxPathLength)
        {
            throw new Refused(Texts.Folder_LeadsOut, nameof(input.Path));
        }

        place.Find(tenant.Company.Slug, path);
        if (await db.Set<WatchedFolder>().AnyAsync(row => row.Path == path, token) || await db.Set<WatchedFolder>()
            .CountAsync(token) >= MaxFolders)
        {
            throw new Refused(Texts.Folder_Known, nameof(input.Path));
        }

        var folder = WatchedFolder.Create(path, input.MovesToDone, clock.GetCurrentInstant());
        db.Add(folder);
        db.Record("FolderWatched", folder.Ref, new { Folder = FolderWords.Name(folder) });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Stops taking the files of a folder for a while, or goes on.</summary>
public sealed class PauseFolder(Db db, IClock clock)
{
    public async Task RunAsync(Guid id, bool isPaused, CancellationToken token)
    {
        var folder = await db.Set<WatchedFolder>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (isPaused == folder.PausedAt is not null)
        {
            return;
        }

        folder.Pause(isPaused ? clock.GetCurrentInstant() : null);
        db.Record(isPaused ? "FolderPaused" : "FolderResumed", folder.Ref, new { Folder = FolderWords.Name(folder) });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Takes nothing from a folder any more. What it brought stays evidence, and its files stay where they are.</summary>
public sealed class RemoveFolder(Db db)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var folder = await db.Set<WatchedFolder>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        db.Remove(folder);
        db.Record("FolderForgotten", folder.Ref, new { Folder = FolderWords.Name(folder) });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>What is asked about a folder.</summary>
public sealed class FolderInput
{
    public string? Path { get; set; }

    public bool MovesToDone { get; set; } = true;
}
