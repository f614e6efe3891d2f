using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Checks a file again, in the background: with the figures typed meanwhile, or against files received meanwhile.</summary>
public sealed class StartCheck(Db db, JobQueue jobs)
{
    public async Task RunAsync(Guid fileId, CancellationToken token)
    {
        // Whoever begins a check and whoever ends one do it one after the other: a part that arrives at that moment is either read by the
        // check that ends, or begins another one.
        JobRun job;
        await using (var turn = await db.BeginAloneAsync(token))
        {
            var file = await db.Set<AccountingFile>().SingleOrDefaultAsync(row => row.Id == fileId, token) ?? throw new NotFound();
            await db.Entry(file).ReloadAsync(token);
            if (file.State == AccountingFileState.Checking && await IsUnderWayAsync(file, token))
            {
                await db.SaveChangesAsync(token);
                await turn.CommitAsync(token);
                return;
            }

            job = jobs.Prepare(CheckAccountingFile.JobKindName, new CheckPayload(fileId), "accounting-files/" + fileId);
            file.BeginCheck(job.Id);
            await db.SaveChangesAsync(token);
            await turn.CommitAsync(token);
        }

        await jobs.ScheduleAsync(job, token);
    }

    private Task<bool> IsUnderWayAsync(AccountingFile file, CancellationToken token) =>
        db.Set<JobRun>().AnyAsync(row => row.Id == file.JobId && (row.State == JobState.Running || row.State == JobState.Waiting), token);
}
