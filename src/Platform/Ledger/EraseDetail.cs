using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Ledger;

/// <summary>
/// Erases what a line of the history says beyond its verb, because it names a person who asked for it. The line and its digest
/// stay, so that the chain still proves that nothing else was touched.
/// </summary>
public sealed class EraseDetail(Db db, Tenant tenant)
{
    public async Task RunAsync(long number, CancellationToken token)
    {
        var line = await db.LedgerEntries.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, token) ?? throw new NotFound();
        var detail = await db.LedgerDetails.SingleOrDefaultAsync(row => row.Number == line.Number, token);
        if (detail is null)
        {
            return;
        }

        db.Remove(detail);
        db.Record("HistoryDetailErased", new SubjectRef("company", tenant.CompanyId), new { Line = line.Number, line.Verb });
        await db.SaveChangesAsync(token);
    }
}
