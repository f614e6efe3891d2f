using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Catalogue;

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
