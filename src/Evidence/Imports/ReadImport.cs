using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Sources;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;

namespace Pupitre.Evidence.Imports;

/// <summary>Reads one import for its page. An import whose work was cut off is shown as interrupted, whatever its row still says.</summary>
internal sealed class ReadImport(Db db)
{
    private const int ShownRows = 20;

    public async Task<ImportView> RunAsync(Guid id, CancellationToken token)
    {
        var found = await db.Set<Import>().AsNoTracking().Where(row => row.Id == id)
            .Join(db.Set<EvidenceSource>(), row => row.SourceId, source => source.Id, (row, source) => new { Import = row, Source = source })
            .Select(pair => new { pair.Import, pair.Source, Job = db.Set<JobRun>().SingleOrDefault(job => job.Id == pair.Import.JobId) })
            .SingleOrDefaultAsync(token) ?? throw new NotFound();
        var (import, source, job) = (found.Import, found.Source, found.Job);
        var rejected = await db.Set<RejectedRow>().AsNoTracking().Where(row => row.ImportId == id).OrderBy(row => row.Place).Take(ShownRows).ToListAsync(token);
        var isCut = import.State == ImportState.Interrupted || (import.State == ImportState.Running && job is { State: JobState.Interrupted or JobState.Failed });
        return new ImportView(import, source, job, rejected, isCut);
    }
}

internal sealed record ImportView(Import Import, EvidenceSource Source, JobRun? Job, IReadOnlyList<RejectedRow> Rejected, bool IsCut);
