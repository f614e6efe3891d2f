using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Evidence.Imports;

/// <summary>
/// The source that an import writes into: one that exists, with the mapping and the rules of now, or a new one; used by the commitments
/// that were asked for. The same table is refused there a second time.
/// </summary>
public sealed class ChooseSource(Db db, CreateSource createSource, ReadCases read, Tenant tenant, IClock clock)
{
    public async Task<EvidenceSource> RunAsync(EvidenceFile file, ImportRequest request, CancellationToken token)
    {
        var source = request.SourceId is { } id
            ? await UpdateAsync(await db.Set<EvidenceSource>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound(), request, token)
            : await OpenAsync(file, request, token);
        await RefuseTwiceAsync(source, file, token);
        await UseAsync(source, request.Commitments, token);
        return source;
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
