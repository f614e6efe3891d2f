using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;

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
