using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Catalogue;

/// <summary>Says what differs here from the ready process that was taken: that somebody has looked.</summary>
public sealed class SayDifference(Db db, IClock clock, Tenant tenant)
{
    /// <exception cref="NotFound">No such process was taken from the catalogue.</exception>
    /// <exception cref="Refused">Nothing is said, or too much, or somebody has said it meanwhile.</exception>
    public async Task RunAsync(Guid processId, string? difference, CancellationToken token)
    {
        var taken = await db.Set<TakenProcess>().SingleOrDefaultAsync(row => row.ProcessId == processId, token) ?? throw new NotFound();
        if (string.IsNullOrWhiteSpace(difference) || difference.Trim().Length > TakenProcess.MaxDifferenceLength)
        {
            throw new Refused(Texts.Catalogue_DifferenceMissing.With(TakenProcess.MaxDifferenceLength));
        }

        if (taken.Difference == difference.Trim())
        {
            return;
        }

        if (taken.Difference is { } said)
        {
            throw new Refused(Texts.Catalogue_DifferenceSaid.With(said));
        }

        var process = await db.Set<Process>().AsNoTracking().SingleAsync(row => row.Id == processId, token);
        taken.Say(difference, clock.GetCurrentInstant(), tenant.AccountId);
        db.Record("ProcessDifferenceSaid", process.Ref, new { process.Name, taken.Difference });
        await db.SaveChangesAsync(token);
    }
}
