using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;

namespace Pupitre.Notices.Deposits;

/// <summary>
/// What somebody may hand over by a link, and what they did. That files came stays; who brought them goes, and so does the link.
/// </summary>
internal sealed class PersonalDeposits(Db db, IClock clock) : IPersonalData
{
    public int Order => 427;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var links = await LinksAsync(whom, token);
        var deposits = await DepositsAsync(whom, token);
        return
        [
            new PersonalPiece(Texts.Deposit_Privacy,
            [
                .. links.Select(row => (object)new { made = row.MadeAt.ToString(), until = row.Until, email = row.Email }),
                .. deposits.Select(row => (object)new { at = row.At.ToString(), word = row.Word }),
            ]),
        ];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        var (links, deposits) = (await LinksAsync(whom, token), await DepositsAsync(whom, token));
        links.ForEach(row => row.Forget(clock.GetCurrentInstant()));
        deposits.ForEach(row => row.Forget());
        if (links.Count + deposits.Count > 0)
        {
            db.Record("DepositNamesErased", new SubjectRef(DepositLink.Kind, db.CompanyId), new { Count = links.Count + deposits.Count });
            await db.SaveChangesAsync(token);
        }
    }

    private Task<List<DepositLink>> LinksAsync(Whom whom, CancellationToken token) =>
        db.Set<DepositLink>().Where(row => row.PersonId == whom.PersonId).OrderBy(row => row.Id).ToListAsync(token);

    private Task<List<Deposit>> DepositsAsync(Whom whom, CancellationToken token) =>
        db.Set<Deposit>().Where(row => row.PersonId == whom.PersonId).OrderBy(row => row.Id).ToListAsync(token);
}
