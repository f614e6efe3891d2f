using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;

namespace Pupitre.Sourcing.Contracts;

/// <summary>Takes a contract out of the lists; nothing of it is lost.</summary>
public sealed class ArchiveContract(Db db, IClock clock)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var contract = await db.Set<Contract>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (contract.IsArchived)
        {
            return;
        }

        contract.Archive(clock.GetCurrentInstant());
        db.Record("ContractArchived", contract.Ref, new { contract.Title });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Puts an archived contract back.</summary>
public sealed class RestoreContract(Db db)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var contract = await db.Set<Contract>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (!contract.IsArchived)
        {
            return;
        }

        contract.Restore();
        db.Record("ContractRestored", contract.Ref, new { contract.Title });
        await db.SaveChangesAsync(token);
    }
}
