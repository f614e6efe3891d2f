using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Files;

/// <summary>
/// Removes what lies in the companies' folders and belongs to nothing: contents whose row was never saved, because the sender or the program
/// broke off, and pieces that nobody goes on sending. Only what is a day old, so that whoever is at work is not disturbed.
/// </summary>
internal sealed class SweepContents(Db db, Tenant tenant, DataPlace place, ContentHolds holds, IClock clock)
{
    private const int Batch = 500;

    /// <returns>How many files of the current company left the disk.</returns>
    public async Task<int> RunAsync(CancellationToken token)
    {
        if (!Directory.Exists(ContentFolder.Of(place, tenant.CompanyId)))
        {
            return 0;
        }

        var oldest = (clock.GetCurrentInstant() - PartialFiles.Kept).ToDateTimeUtc();
        await using var hold = holds.Begin(tenant.CompanyId);
        var removed = 0;
        var all = Directory.EnumerateFiles(ContentFolder.Of(place, tenant.CompanyId), "*", SearchOption.AllDirectories);
        foreach (var files in all.Where(path => File.GetLastWriteTimeUtc(path) < oldest).Chunk(Batch))
        {
            var (unfinished, contents) = (files.Where(IsUnfinished).ToList(), files.Where(path => ContentFolder.IsHash(Path.GetFileName(path))).ToList());
            unfinished.ForEach(File.Delete);
            removed += unfinished.Count;
            var hashes = contents.ConvertAll(path => Path.GetFileName(path));
            var kept = await db.Set<StoredFile>().Where(row => hashes.Contains(row.Hash) && row.HasContent).Select(row => row.Hash).Distinct().ToListAsync(token);
            foreach (var path in contents.Where(path => !kept.Contains(Path.GetFileName(path))))
            {
                removed += await RemoveAsync(hold, path, oldest, token) ? 1 : 0;
            }
        }

        return removed;
    }

    private static bool IsUnfinished(string path) => path.EndsWith(ContentFolder.Unfinished, StringComparison.Ordinal);

    // Looked at again while nobody can come to want it: it may have been received anew since.
    private async Task<bool> RemoveAsync(ContentHold hold, string path, DateTime oldest, CancellationToken token)
    {
        var (hash, isRemoved) = (Path.GetFileName(path), false);
        await hold.AloneAsync(hash, async () =>
        {
            if (File.GetLastWriteTimeUtc(path) < oldest && !await db.Set<StoredFile>().AnyAsync(row => row.Hash == hash && row.HasContent, token))
            {
                File.Delete(path);
                isRemoved = true;
            }
        }, token);
        return isRemoved;
    }
}
