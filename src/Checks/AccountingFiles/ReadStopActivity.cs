using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Checks.AccountingFiles;

/// <summary>Reads by which event a commitment in force is kept: the name under which a check records what it saw.</summary>
internal sealed class ReadStopActivity(Db db, Tenant tenant, IClock clock)
{
    public async Task<string> RunAsync(Guid commitmentId, CancellationToken token)
    {
        var commitment = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions).SingleAsync(row => row.Id == commitmentId, token);
        var stop = commitment.InForce(clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly()).Rule.Clock?.Stop;
        return stop?.Alternatives.SelectMany(alternative => alternative.Parts).FirstOrDefault(part => part.Name == EventPattern.ActivityName)?.Values[0] ?? TemplateEvents.InvoiceRecorded.ToString()!;
    }
}
