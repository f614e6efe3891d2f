using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Intake.Files;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Collecting.Folders;

/// <summary>
/// Looks once into a folder: what lies there the same as at the look before is whole, and goes the way that dropped files go. The same
/// content is taken once, under whatever name.
/// </summary>
internal sealed class LookIntoFolder(Db db, Tenant tenant, FolderPlace place, ReceiveFile receive, IClock clock)
{
    private static readonly Duration _held = Duration.FromMinutes(10);

    /// <returns>How many files were taken.</returns>
    public async Task<int> RunAsync(Guid id, CancellationToken token)
    {
        if (!await HoldAsync(id, token))
        {
            return 0;
        }

        string? problem = null;
        var taken = 0;
        try
        {
            var folder = await db.Set<WatchedFolder>().AsNoTracking().SingleAsync(row => row.Id == id, token);
            taken = await TakeAsync(folder, place.Find(tenant.Company.Slug, folder.Path), token);
        }
        catch (Exception refused) when (refused is Refused or IOException or UnauthorizedAccessException)
        {
            db.StartOver();
            problem = refused.Message.Cut(WatchedFolder.MaxProblemLength);
        }

        await LeaveAsync(id, problem, token);
        return taken;
    }

    private async Task<int> TakeAsync(WatchedFolder folder, string path, CancellationToken token)
    {
        var known = await db.Set<FolderFile>().AsNoTracking().Where(row => row.FolderId == folder.Id)
            .ToDictionaryAsync(row => row.Name, token);
        var taken = 0;
        foreach (var file in FolderPlace.FilesIn(path))
        {
            var row = known.GetValueOrDefault(file.Name);
            if (row is not null && row.IsSame(file) && (row.TakenAt is null || folder.MovesToDone))
            {
                taken += await TakeAsync(folder, path, file, row, token) ? 1 : 0;
            }
            else if (row?.IsSame(file) != true)
            {
                await SeeAsync(folder.Id, file, row, token);
            }
        }

        return taken;
    }

    private async Task SeeAsync(Guid folderId, LyingFile file, FolderFile? row, CancellationToken token)
    {
        if (row is null)
        {
            db.Add(FolderFile.See(folderId, file, clock.GetCurrentInstant()));
        }
        else
        {
            db.Attach(row);
            row.SeeAgain(file);
        }

        await db.SaveChangesAsync(token);
        db.ChangeTracker.Clear();
    }

    private async Task<bool> TakeAsync(WatchedFolder folder, string path, LyingFile file, FolderFile row, CancellationToken token)
    {
        await using (var content = FolderPlace.Open(path, file.Name))
        {
            if (content is null || content.Length != file.SizeBytes)
            {
                return false;
            }

            var received = await receive.RunAsync(content, file.Name, null, keepContent: true, place: null, token);
            db.Attach(row);
            row.Take(received.Id, clock.GetCurrentInstant());
            await db.SaveChangesAsync(token);
            db.ChangeTracker.Clear();
        }

        if (folder.MovesToDone)
        {
            FolderPlace.MoveToDone(path, file.Name);
        }

        return true;
    }

    private async Task<bool> HoldAsync(Guid id, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var until = now + _held;
        return await db.Set<WatchedFolder>().Where(row => row.Id == id && row.PausedAt == null && row.HeldUntil <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, until), token) == 1;
    }

    private Task<int> LeaveAsync(Guid id, string? problem, CancellationToken token)
    {
        var now = clock.GetCurrentInstant();
        var row = db.Set<WatchedFolder>().Where(row => row.Id == id);
        return problem is null
            ? row.ExecuteUpdateAsync(set => set.SetProperty(one => one.HeldUntil, now).SetProperty(one => one.LookedAt, now)
                .SetProperty(one => one.Problem, (string?)null).SetProperty(one => one.ProblemSince, (Instant?)null), token)
            : row.ExecuteUpdateAsync(set => set.SetProperty(one => one.HeldUntil, now).SetProperty(one => one.Problem, problem)
                .SetProperty(one => one.ProblemSince, one => one.ProblemSince ?? now), token);
    }
}
