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
public sealed class StartImport(Db db, CreateSource createSource, ReadCases read, JobQueue jobs, Tenant tenant, IClock clock)
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
        var source = request.SourceId is { } id
            ? await UpdateAsync(await db.Set<EvidenceSource>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound(), request, token)
            : await OpenAsync(file, request, token);
        await RefuseTwiceAsync(source, file, token);
        await UseAsync(source, request.Commitments, token);
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

    // The form of a new source sent several times at once names the same file and the same source: only the first opens it.
    private async Task<EvidenceSource> OpenAsync(EvidenceFile file, ImportRequest request, CancellationToken token)
    {
        var name = (request.SourceName ?? "").Trim();
        foreach (var twin in await db.Set<EvidenceSource>().Where(row => row.Name == name).ToListAsync(token))
        {
            await RefuseTwiceAsync(twin, file, token);
        }

        return await createSource.RunAsync(name, SourceOrigin.Table, request.ProviderId, request.Mapping.ToJson(), request.Rules, token);
    }

    private async Task<EvidenceSource> UpdateAsync(EvidenceSource source, ImportRequest request, CancellationToken token)
    {
        var current = await db.Set<SourceVersion>().SingleAsync(row => row.SourceId == source.Id && row.Number == source.CurrentVersion, token);
        var json = request.Mapping.ToJson();
        if (current.MappingJson != json || await read.RulesAsync(source, token) != request.Rules)
        {
            db.Add(SourceVersion.Create(source.Id, source.NextVersion(), json, request.Rules.ToJson().ToJsonString(), reason: null, clock.GetCurrentInstant(), tenant.AccountId));
            db.Record("SourceCorrected", new SubjectRef(EvidenceSource.Kind, source.Id), new { source.Name, Version = source.CurrentVersion, Rules = request.Rules.ToJson() });
        }

        return source;
    }

    private async Task RefuseTwiceAsync(EvidenceSource source, EvidenceFile file, CancellationToken token)
    {
        var twin = await db.Set<Import>().Where(row => row.SourceId == source.Id && row.FileHash == file.Hash && row.WithdrawnAt == null && row.SourceVersion == source.CurrentVersion
            && (row.State == ImportState.Done || row.State == ImportState.Running || row.State == ImportState.ToDecide)).FirstOrDefaultAsync(token);
        if (twin is not null && !await IsInterruptedAsync(twin, token))
        {
            throw new Refused(Texts.Import_Twice.With(file.Name, source.Name));
        }
    }

    private async Task<bool> IsInterruptedAsync(Import import, CancellationToken token) =>
        import.State == ImportState.Running && await db.Set<JobRun>().AnyAsync(row => row.Id == import.JobId && (row.State == JobState.Interrupted || row.State == JobState.Failed), token);

    private async Task UseAsync(EvidenceSource source, IReadOnlyList<Guid> commitments, CancellationToken token)
    {
        var used = await db.Set<SourceUse>().Where(row => row.SourceId == source.Id).Select(row => row.CommitmentId).ToListAsync(token);
        db.AddRange(commitments.Except(used).Select(commitment => SourceUse.Create(commitment, source.Id)));
    }
}

/// <summary>What the wizard knows when the person says: import.</summary>
public sealed record ImportRequest(Guid FileId, Guid? SourceId, string? SourceName, Guid? ProviderId, TableMapping Mapping, SourceRules Rules, IReadOnlyList<Guid> Commitments, bool TakesGoodRowsOnly);
