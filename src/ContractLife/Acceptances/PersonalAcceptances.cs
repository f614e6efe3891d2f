using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;

namespace Pupitre.ContractLife.Acceptances;

/// <summary>What somebody of a provider was asked to accept and what they answered. That it was accepted stays; by whom goes.</summary>
internal sealed class PersonalAcceptances(Db db) : IPersonalData
{
    public int Order => 205;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var rows = await db.Set<AcceptanceRequest>().AsNoTracking().Where(row => row.PersonId == whom.PersonId).OrderBy(row => row.Id)
            .ToListAsync(token);
        return
        [
            new PersonalPiece(
                Texts.Acceptance_Asked,
                [.. rows.Select(row => (object)new { about = row.About, answer = AcceptanceWords.Of(row.Answer), remark = row.Remark })]),
        ];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        foreach (var request in await db.Set<AcceptanceRequest>().Where(row => row.PersonId == whom.PersonId).ToListAsync(token))
        {
            request.Forget();
        }

        await db.SaveChangesAsync(token);
    }
}
