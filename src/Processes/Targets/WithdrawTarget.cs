using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Targets;

/// <summary>Takes a version out of use; it stays on record, file included.</summary>
public sealed class WithdrawTarget(Db db, IClock clock)
{
    public async Task RunAsync(Guid processId, int number, CancellationToken token)
    {
        await using var turn = await db.BeginAloneAsync(token);
        var target = await db.Set<ProcessTarget>().SingleOrDefaultAsync(row => row.ProcessId == processId && row.Number == number, token) ?? throw new NotFound();
        if (target.State == TargetState.Withdrawn)
        {
            return;
        }

        var process = await db.Set<Process>().AsNoTracking().SingleAsync(row => row.Id == processId, token);
        target.Withdraw(clock.GetCurrentInstant());
        db.Record("ProcessTargetWithdrawn", process.Ref, new { process.Name, target.Number, File = target.FileName, target.Hash });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }
}
