using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Links;

/// <summary>Takes a link away; the history keeps what it said.</summary>
public sealed class RemoveLink(Db db)
{
    /// <returns>The process that it left.</returns>
    public async Task<Guid> RunAsync(Guid id, CancellationToken token)
    {
        var link = await db.Set<ProcessLink>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var from = await db.Set<Process>().AsNoTracking().SingleAsync(row => row.Id == link.FromId, token);
        var to = await db.Set<Process>().Where(row => row.Id == link.ToId).Select(row => row.Name).SingleAsync(token);
        db.Remove(link);
        db.Record("ProcessUnlinked", from.Ref, new { from.Name, Feeds = to, link.Passes });
        await db.SaveChangesAsync(token);
        return link.FromId;
    }
}
