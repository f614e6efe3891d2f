using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Privacy;

namespace Pupitre.Processes.Agreements;

/// <summary>What somebody was asked to agree to and what they answered. That it was agreed to stays; by whom goes.</summary>
internal sealed class PersonalMapAgreements(Db db) : IPersonalData
{
    public int Order => 510;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var rows = await db.Set<Agreement>().AsNoTracking().Where(row => row.PersonId == whom.PersonId).OrderBy(row => row.Id)
            .Select(row => new { row.About, row.Answer, row.Remark }).ToListAsync(token);
        return [new PersonalPiece(
            Texts.Agreement_Title,
            [.. rows.Select(row => (object)new { about = row.About, answer = SnapshotWords.Of(row.Answer), remark = row.Remark })])];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        foreach (var agreement in await db.Set<Agreement>().Where(row => row.PersonId == whom.PersonId).ToListAsync(token))
        {
            agreement.Forget();
        }

        await db.SaveChangesAsync(token);
    }
}
