using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Sourcing.Commitments;

/// <summary>A file that the company has received and kept.</summary>
/// <param name="Id">Its key where it is kept.</param>
/// <param name="Name">Name as sent.</param>
/// <param name="Hash">SHA-256 of the content, the name under which it is stored.</param>
/// <param name="ReceivedAt">When it came.</param>
public sealed record ReceivedPaper(Guid Id, string Name, string Hash, Instant ReceivedAt);

/// <summary>Files that were received, offered where a paper has to be shown. Whoever keeps files contributes its own.</summary>
public interface IReceivedFiles
{
    /// <summary>The newest first, a few hundred at most.</summary>
    Task<IReadOnlyList<ReceivedPaper>> RunAsync(CancellationToken token);
}

/// <summary>The files of contracts: the signed letters.</summary>
public sealed class ReadContractFiles(Db db) : IReceivedFiles
{
    private const int MostFiles = 200;

    public async Task<IReadOnlyList<ReceivedPaper>> RunAsync(CancellationToken token) =>
        await db.Set<ContractFile>().AsNoTracking().OrderByDescending(row => row.Id).Take(MostFiles)
            .Select(row => new ReceivedPaper(row.Id, row.Name, row.Hash, row.AddedAt)).ToListAsync(token);
}
