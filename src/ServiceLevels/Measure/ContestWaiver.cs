using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Notes, on behalf of the other side, that it contests a waiver, in its words. The due date stays outside of the base and says so.</summary>
public sealed class ContestWaiver(Db db, Tenant tenant, IClock clock)
{
    public async Task<OccurrenceCell> RunAsync(Guid id, string? words, CancellationToken token)
    {
        var waiver = await db.Set<OccurrenceStatement>().SingleOrDefaultAsync(row => row.Id == id && row.Says == StatementKind.Waived && row.TakenBackAt == null, token) ?? throw new NotFound();
        if (string.IsNullOrWhiteSpace(words) || words.Trim().Length > OccurrenceStatement.MaxReasonLength)
        {
            throw new Refused(string.IsNullOrWhiteSpace(words) ? Texts.Waiver_ContestMissing : Texts.Correct_ReasonTooLong, "words");
        }

        waiver.Contest(words.Trim(), clock.GetCurrentInstant(), tenant.AccountId);
        db.Record("WaiverContested", new SubjectRef(OccurrenceStatement.Kind, id), new { waiver.CommitmentId, Commitment = await CommitmentNames.OfAsync(db, waiver.CommitmentId, token), Occurrence = waiver.OccurrenceKey, Words = waiver.ContestWords });
        await db.SaveChangesAsync(token);
        return new OccurrenceCell(waiver.CommitmentId, waiver.OccurrenceKey);
    }
}
