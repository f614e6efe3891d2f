using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Jobs;

namespace Pupitre.ServiceLevels.AccountingFiles;

/// <summary>Checks a file again, in the background: with the figures typed meanwhile, or against files received meanwhile.</summary>
internal sealed class StartCheck(Db db, JobQueue jobs)
{
    public async Task RunAsync(Guid fileId, CancellationToken token)
    {
        var file = await db.Set<AccountingFile>().SingleOrDefaultAsync(row => row.Id == fileId, token) ?? throw new NotFound();
        if (file.State == AccountingFileState.Checking && await IsUnderWayAsync(file, token))
        {
            await db.SaveChangesAsync(token);
            return;
        }

        file.BeginCheck();
        var job = await jobs.StartAsync(CheckAccountingFile.JobKindName, new CheckPayload(fileId), "accounting-files/" + fileId, token);

        // The work may be done already, and has moved the version of the file: only the key of the work is added.
        await db.Set<AccountingFile>().Where(row => row.Id == fileId).ExecuteUpdateAsync(set => set.SetProperty(row => row.JobId, job.Id), token);
    }

    private Task<bool> IsUnderWayAsync(AccountingFile file, CancellationToken token) =>
        db.Set<JobRun>().AnyAsync(row => row.Id == file.JobId && (row.State == JobState.Running || row.State == JobState.Waiting), token);
}
