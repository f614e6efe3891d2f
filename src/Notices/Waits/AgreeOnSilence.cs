using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Notices.Waits;

/// <summary>Says that a contract lets silence confirm, for both sides alike, or that it does not.</summary>
internal sealed class AgreeOnSilence(Db db, IClock clock)
{
    /// <exception cref="NotFound">The company has no such contract.</exception>
    public async Task RunAsync(Guid contractId, bool confirms, CancellationToken token)
    {
        var title = await db.Set<Contract>().Where(row => row.Id == contractId).Select(row => row.Title).SingleOrDefaultAsync(token)
            ?? throw new NotFound();
        var agreement = await db.Set<SilenceAgreement>().SingleOrDefaultAsync(row => row.ContractId == contractId, token);
        if ((agreement?.IsOn ?? false) == confirms)
        {
            return;
        }

        if (agreement is null)
        {
            db.Add(agreement = SilenceAgreement.Create(contractId));
        }

        agreement.Set(confirms, clock.GetCurrentInstant());
        db.Record(confirms ? "SilenceAgreed" : "SilenceTakenBack", agreement.Ref, new { ContractId = contractId, Title = title });
        await db.SaveChangesAsync(token);
    }
}
