using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;

namespace Pupitre.Platform.Files;

/// <summary>Computes the hash of each stored content again: what lies there must be what was received.</summary>
internal sealed class VerifyFiles(Db db, FileStore store) : IVerify
{
    public async Task RunAsync(Verification found, JobProgress? progress, CancellationToken token)
    {
        var contents = (await db.Set<StoredFile>().AsNoTracking().Where(row => row.HasContent).Select(row => new { row.Hash, row.Name, row.ReceivedAt }).ToListAsync(token))
            .OrderBy(row => row.ReceivedAt).DistinctBy(row => row.Hash).ToList();
        foreach (var content in contents)
        {
            found.Files++;
            if (!await IsAsReceivedAsync(content.Hash, token))
            {
                found.BadFiles.Add(content.Name);
            }

            await (progress?.ReportAsync(found.Files, contents.Count, token) ?? Task.CompletedTask);
        }
    }

    private async Task<bool> IsAsReceivedAsync(string hash, CancellationToken token)
    {
        try
        {
            await using var content = store.OpenAsItLies(hash);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, token)) == hash;
        }
        catch (Exception gone) when (gone is NotFound or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
