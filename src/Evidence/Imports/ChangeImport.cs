using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Evidence.Imports;

/// <summary>Takes an import out of the count; its events stay on record, and the file may be dropped again.</summary>
internal sealed class WithdrawImport(Db db, Tenant tenant, IClock clock)
{
    public async Task RunAsync(Guid id, string? reason, CancellationToken token)
    {
        var import = await db.Set<Import>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (!import.IsLive)
        {
            throw new Refused(Texts.Import_NotLive);
        }

        import.Withdraw(string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()[..Math.Min(reason.Trim().Length, Import.MaxReasonLength)], clock.GetCurrentInstant(), tenant.AccountId);
        await UnreadTables.GiveBackAsync(db, import, token);
        db.Record("ImportWithdrawn", new SubjectRef(Import.Kind, import.Id), new { import.FileName, import.FileHash, Reason = import.WithdrawalReason });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Says whether the good rows of an import with bad ones count, or nothing does.</summary>
internal sealed class DecideImport(Db db, IClock clock)
{
    public async Task RunAsync(Guid id, bool takesGoodRows, CancellationToken token)
    {
        var import = await db.Set<Import>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (import.State != ImportState.ToDecide)
        {
            throw new Refused(Texts.Import_AlreadyDecided);
        }

        if (takesGoodRows)
        {
            import.Finish(import.Counts, import.KnownUntil, import.Digest, clock.GetCurrentInstant());
        }
        else
        {
            import.Fail(import.Counts, Texts.Import_NothingTaken, clock.GetCurrentInstant());
            await UnreadTables.GiveBackAsync(db, import, token);
        }

        db.Record(takesGoodRows ? "GoodRowsTaken" : "ImportRefused", new SubjectRef(Import.Kind, import.Id), new { import.FileName, import.Counts.Rejected });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Reads an interrupted import again from the start: what was read before gains a further attestation, so nothing counts twice.</summary>
internal sealed class ResumeImport(Db db, JobQueue jobs, Tenant tenant, IClock clock)
{
    /// <summary>An import that names no work and has not ended after this lost its program before the work had a key.</summary>
    private static readonly Duration _longest = Duration.FromHours(1);

    public async Task<Guid> RunAsync(Guid id, CancellationToken token)
    {
        var import = await db.Set<Import>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var isCut = import.State == ImportState.Interrupted
            || (import.State == ImportState.Running && import.JobId is null && import.StartedAt < clock.GetCurrentInstant() - _longest)
            || (import.State == ImportState.Running && await db.Set<JobRun>().AnyAsync(row => row.Id == import.JobId && (row.State == JobState.Interrupted || row.State == JobState.Failed), token));
        if (!isCut)
        {
            throw new Refused(Texts.Import_NotInterrupted);
        }

        import.Interrupt(clock.GetCurrentInstant());
        var source = await db.Set<EvidenceSource>().SingleAsync(row => row.Id == import.SourceId, token);
        var again = Import.Start(source, import.FileHash, import.FileName, import.SizeBytes, import.TakesGoodRowsOnly, clock.GetCurrentInstant(), tenant.AccountId);
        var job = jobs.Prepare(RunImport.JobKindName, new ImportPayload(again.Id), "evidence/imports/" + again.Id);
        again.RunBy(job.Id);
        db.Add(again);
        db.Record("ImportResumed", new SubjectRef(Import.Kind, again.Id), new { import.FileName, Interrupted = import.Id });
        await db.SaveChangesAsync(token);
        await jobs.ScheduleAsync(job, token);
        return again.Id;
    }
}
