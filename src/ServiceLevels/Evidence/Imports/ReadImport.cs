using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.ServiceLevels.Evidence.Sources;

namespace Pupitre.ServiceLevels.Evidence.Imports;

/// <summary>Reads one import for its page. An import whose work was cut off is shown as interrupted, whatever its row still says.</summary>
internal sealed class ReadImport(Db db)
{
    private const int ShownRows = 20;

    public async Task<ImportView> RunAsync(Guid id, CancellationToken token)
    {
        var import = await db.Set<Import>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var source = await db.Set<EvidenceSource>().AsNoTracking().SingleAsync(row => row.Id == import.SourceId, token);
        var job = import.JobId is null ? null : await db.Set<JobRun>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == import.JobId, token);
        var rejected = await db.Set<RejectedRow>().AsNoTracking().Where(row => row.ImportId == id).OrderBy(row => row.Place).Take(ShownRows).ToListAsync(token);
        var isCut = import.State == ImportState.Interrupted || (import.State == ImportState.Running && job is { State: JobState.Interrupted or JobState.Failed });
        return new ImportView(import, source, job, rejected, isCut);
    }
}

internal sealed record ImportView(Import Import, EvidenceSource Source, JobRun? Job, IReadOnlyList<RejectedRow> Rejected, bool IsCut);
