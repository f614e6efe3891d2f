using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tables;

namespace Pupitre.Evidence.Imports;

/// <summary>Starts the import of a kept table: into a new source or one that exists, with a mapping and rules that are remembered.</summary>
public sealed class StartImport(Db db, ChooseSource choose, JobQueue jobs, Tenant tenant, IClock clock)
{
    public async Task<Import> RunAsync(ImportRequest request, CancellationToken token)
    {
        var (import, job) = await BeginAsync(request, isWork: true, token);
        await jobs.ScheduleAsync(job!, token);
        return import;
    }

    /// <summary>Writes the import down without starting it; for work that runs it itself.</summary>
    public async Task<Import> BeginAsync(ImportRequest request, CancellationToken token) => (await BeginAsync(request, isWork: false, token)).Import;

    // One transaction, alone: an import that is refused opens no source, and of several at once all but the first see it.
    private async Task<(Import Import, JobRun? Job)> BeginAsync(ImportRequest request, bool isWork, CancellationToken token)
    {
        await using var transaction = await db.BeginAloneAsync(token);
        var file = await db.Set<EvidenceFile>().SingleOrDefaultAsync(row => row.Id == request.FileId && row.ContentKept, token) ?? throw new NotFound();
        var source = await choose.RunAsync(file, request, token);
        var import = Import.Start(source, file.Hash, file.Name, file.SizeBytes, request.TakesGoodRowsOnly, clock.GetCurrentInstant(), tenant.AccountId);
        var job = isWork ? jobs.Prepare(RunImport.JobKindName, new ImportPayload(import.Id), "evidence/imports/" + import.Id) : null;
        import.RunBy(job?.Id);
        db.Add(import);
        file.MoveTo(FileState.Placed);
        db.Record("ImportStarted", new SubjectRef(Import.Kind, import.Id), new { Source = source.Name, File = file.Hash, Name = file.Name });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return (import, job);
    }
}

/// <summary>What the wizard knows when the person says: import.</summary>
public sealed record ImportRequest(Guid FileId, Guid? SourceId, string? SourceName, Guid? ProviderId, TableMapping Mapping, SourceRules Rules, IReadOnlyList<Guid> Commitments, bool TakesGoodRowsOnly);
