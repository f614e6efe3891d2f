using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Takes back that a due date was waived, or that nothing will come for it; it stays on record.</summary>
public sealed class TakeBackStatement(Db db, Tenant tenant, IClock clock)
{
    public async Task<OccurrenceCell> RunAsync(Guid id, CancellationToken token)
    {
        var statement = await db.Set<OccurrenceStatement>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (statement.IsLive)
        {
            statement.TakeBack(clock.GetCurrentInstant(), tenant.AccountId);
            db.Record(
                statement.Says == StatementKind.Waived ? "WaiverTakenBack" : "NothingExpectedTakenBack", new SubjectRef(OccurrenceStatement.Kind, id),
                new { statement.CommitmentId, Commitment = await CommitmentNames.OfAsync(db, statement.CommitmentId, token), Occurrence = statement.OccurrenceKey });
            await db.SaveChangesAsync(token);
        }

        return new OccurrenceCell(statement.CommitmentId, statement.OccurrenceKey);
    }
}
