using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.ContractLife.Acceptances;

/// <summary>Reads who was asked to accept a commitment, the newest first: one query.</summary>
public sealed class ReadAcceptances(Db db)
{
    private const int MostShown = 50;

    public async Task<IReadOnlyList<AcceptanceRequest>> RunAsync(Guid commitmentId, CancellationToken token) =>
        await db.Set<AcceptanceRequest>().AsNoTracking().Where(row => row.CommitmentId == commitmentId)
            .OrderByDescending(row => row.AskedAt)
            .Take(MostShown).ToListAsync(token);
}
