using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Targets;

/// <summary>
/// Adds a version of a process's target. Whoever calls has read the model: processes keep the file and know no language of models. The
/// content that is the newest version already is not added again.
/// </summary>
public sealed class AttachTarget(Db db, FileStore files, Tenant tenant, IClock clock)
{
    /// <exception cref="NotFound">The company has no such process.</exception>
    /// <exception cref="Refused">The process is archived, or has too many versions.</exception>
    public async Task<ProcessTarget> RunAsync(Guid processId, TargetInput input, Stream content, CancellationToken token)
    {
        var process = await db.Set<Process>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == processId, token) ?? throw new NotFound();
        if (process.IsArchived)
        {
            throw new Refused(Texts.Target_ProcessArchived.With(process.Name));
        }

        var last = await db.Set<ProcessTarget>().Where(row => row.ProcessId == processId).OrderByDescending(row => row.Number).FirstOrDefaultAsync(token);
        if (last?.Number >= ProcessTarget.MaxVersions)
        {
            throw new Refused(Texts.Target_TooMany.With(ProcessTarget.MaxVersions));
        }

        var stored = await files.SaveAsync(content, input.FileName, MediaTypeOf(input.Format), token);
        if (last is not null && last.Hash == stored.Hash && last.State != TargetState.Withdrawn)
        {
            db.Entry(stored).State = EntityState.Detached;
            return last;
        }

        var target = ProcessTarget.Create(process, (last?.Number ?? 0) + 1, input with { FileName = stored.Name }, stored.Hash, stored.Size, clock.GetCurrentInstant(), tenant.AccountId);
        db.Add(target);
        db.Record(input.IsDraft ? "ProcessTargetDrafted" : "ProcessTargetAttached", process.Ref, new { process.Name, target.Number, File = target.FileName, target.Hash });
        await db.SaveChangesAsync(token);
        return target;
    }

    private static string MediaTypeOf(TargetFormat format) => format == TargetFormat.Bpmn ? "application/bpmn+xml" : "application/xml";
}
