using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.Rekeyings;

/// <summary>Takes a re-keying away, for it is done no more; the history keeps what it was.</summary>
public sealed class RemoveRekeying(Db db)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var rekeying = await db.Set<Rekeying>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var process = await db.Set<Process>().AsNoTracking().SingleAsync(row => row.Id == rekeying.ProcessId, token);
        var tools = await db.Set<Tool>().Where(row => row.Id == rekeying.FromToolId || row.Id == rekeying.ToToolId)
            .ToDictionaryAsync(row => row.Id, row => row.Name, token);
        db.Remove(rekeying);
        var said = new { process.Name, FromTool = tools[rekeying.FromToolId], ToTool = tools[rekeying.ToToolId], rekeying.Fields };
        db.Record("RekeyingRemoved", process.Ref, said);
        await db.SaveChangesAsync(token);
    }
}
