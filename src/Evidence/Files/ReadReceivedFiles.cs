using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Evidence.Files;

/// <summary>The files that were dropped as evidence and whose content was kept: a provider's mail can show that it agreed.</summary>
internal sealed class ReadReceivedFiles(Db db) : IReceivedFiles
{
    private const int MostFiles = 200;

    public async Task<IReadOnlyList<ReceivedPaper>> RunAsync(CancellationToken token) =>
        await db.Set<EvidenceFile>().AsNoTracking().Where(row => row.ContentKept).OrderByDescending(row => row.Id).Take(MostFiles)
            .Select(row => new ReceivedPaper(row.Id, row.Name, row.Hash, row.ReceivedAt)).ToListAsync(token);
}
