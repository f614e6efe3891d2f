using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Catalogue;

namespace Pupitre.Processes.Inventory;

/// <summary>Takes a process out of the inventory; nothing of it is lost.</summary>
public sealed class ArchiveProcess(Db db, IClock clock)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var process = await db.Set<Process>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (process.IsArchived)
        {
            return;
        }

        process.Archive(clock.GetCurrentInstant());
        db.Record("ProcessArchived", process.Ref, new { process.Name });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Puts an archived process back; not one that was taken from the catalogue again since, and would stand there twice.</summary>
public sealed class RestoreProcess(Db db)
{
    /// <exception cref="Refused">The same ready process was taken into the map again meanwhile.</exception>
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        await using var transaction = await db.BeginAloneAsync(token);
        var process = await db.Set<Process>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (!process.IsArchived)
        {
            return;
        }

        await TakenAgain.RefuseAsync(db, process, token);
        process.Restore();
        db.Record("ProcessRestored", process.Ref, new { process.Name });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
    }
}
