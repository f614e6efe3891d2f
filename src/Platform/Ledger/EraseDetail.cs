using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Ledger;

/// <summary>
/// Erases what a line of the history says beyond its verb, because it names a person who asked for it. The line and its digest
/// stay, so that the chain still proves that nothing else was touched; a line of its own says that the details were erased.
/// </summary>
public sealed class EraseDetail(Db db, Tenant tenant)
{
    public const string Verb = "HistoryDetailErased";

    /// <summary>Lines that one line says were erased.</summary>
    public const int MaxLinesAtOnce = 500;

    /// <exception cref="Refused">The line is the one that says which details were erased.</exception>
    public async Task RunAsync(long number, CancellationToken token)
    {
        var line = await db.LedgerEntries.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, token) ?? throw new NotFound();
        if (line.Verb == Verb)
        {
            // It holds a number and a verb, nobody's name; without it, erased details look stolen.
            throw new Refused(Texts.History_ErasureStays.With(number));
        }

        var detail = await db.LedgerDetails.SingleOrDefaultAsync(row => row.Number == line.Number, token);
        if (detail is null)
        {
            return;
        }

        db.Remove(detail);
        db.Record(Verb, new SubjectRef("company", tenant.CompanyId), new { Line = line.Number, line.Verb });
        await db.SaveChangesAsync(token);
    }
}
