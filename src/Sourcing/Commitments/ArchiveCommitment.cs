using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Takes a commitment out of the grid and the lists; what was measured stays.</summary>
public sealed class ArchiveCommitment(Db db, IClock clock)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var commitment = await db.Set<Commitment>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (commitment.IsArchived)
        {
            return;
        }

        commitment.Archive(clock.GetCurrentInstant());
        db.Record("CommitmentArchived", commitment.Ref, new { commitment.Name });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Puts an archived commitment back.</summary>
public sealed class RestoreCommitment(Db db)
{
    public async Task RunAsync(Guid id, CancellationToken token)
    {
        var commitment = await db.Set<Commitment>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (!commitment.IsArchived)
        {
            return;
        }

        commitment.Restore();
        db.Record("CommitmentRestored", commitment.Ref, new { commitment.Name });
        await db.SaveChangesAsync(token);
    }
}
