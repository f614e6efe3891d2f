using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Quartz;

namespace Pupitre.Platform.Files;

/// <summary>
/// Removes what lies in the companies' folders and belongs to nothing: contents whose row was never saved, because the sender or the program
/// broke off, and pieces that nobody goes on sending. Only what is a day old, so that whoever is at work is not disturbed.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class SweepContents(IServiceScopeFactory scopes, DataPlace place, ContentHolds holds, IClock clock) : IJob
{
    public const int EveryHours = 24;

    private const int Batch = 500;

    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => new(RunAsync(cancellationToken));

    /// <returns>How many files left the disk.</returns>
    public async Task<int> RunAsync(CancellationToken token)
    {
        await using var outer = scopes.CreateAsyncScope();
        var removed = 0;
        foreach (var company in await outer.ServiceProvider.GetRequiredService<Db>().Companies.AsNoTracking().ToListAsync(token))
        {
            if (Directory.Exists(ContentFolder.Of(place, company.Id)))
            {
                removed += await SweepAsync(company, token);
            }
        }

        return removed;
    }

    private async Task<int> SweepAsync(Company company, CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().EnterAsProgram(company);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var oldest = (clock.GetCurrentInstant() - PartialFiles.Kept).ToDateTimeUtc();
        await using var hold = holds.Begin(company.Id);
        var removed = 0;
        foreach (var files in Directory.EnumerateFiles(ContentFolder.Of(place, company.Id), "*", SearchOption.AllDirectories).Where(path => File.GetLastWriteTimeUtc(path) < oldest).Chunk(Batch))
        {
            var (unfinished, contents) = (files.Where(IsUnfinished).ToList(), files.Where(path => ContentFolder.IsHash(Path.GetFileName(path))).ToList());
            unfinished.ForEach(File.Delete);
            removed += unfinished.Count;
            var hashes = contents.ConvertAll(path => Path.GetFileName(path));
            var kept = await db.Set<StoredFile>().Where(row => hashes.Contains(row.Hash) && row.HasContent).Select(row => row.Hash).Distinct().ToListAsync(token);
            foreach (var path in contents.Where(path => !kept.Contains(Path.GetFileName(path))))
            {
                removed += await RemoveAsync(db, hold, path, oldest, token) ? 1 : 0;
            }
        }

        return removed;
    }

    private static bool IsUnfinished(string path) => path.EndsWith(ContentFolder.Unfinished, StringComparison.Ordinal);

    // Looked at again while nobody can come to want it: it may have been received anew since.
    private static async Task<bool> RemoveAsync(Db db, ContentHold hold, string path, DateTime oldest, CancellationToken token)
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
