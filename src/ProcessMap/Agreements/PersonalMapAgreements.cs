using Microsoft.EntityFrameworkCore;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Data;

namespace Pupitre.ProcessMap.Agreements;

/// <summary>What somebody was asked to agree to and what they answered. That it was agreed to stays; by whom goes.</summary>
internal sealed class PersonalMapAgreements(Db db) : IPersonalData
{
    public int Order => 510;

    public async Task<IReadOnlyList<PersonalPiece>> FindAsync(Whom whom, CancellationToken token)
    {
        var rows = await db.Set<Agreement>().AsNoTracking().OrderBy(row => row.Id).AsAsyncEnumerable()
            .Where(row => row.PersonId == whom.PersonId || Names(row, whom)).ToListAsync(token);
        return
        [
            new PersonalPiece(
                Texts.Agreement_Title,
                [
                    .. rows.Where(row => row.PersonId == whom.PersonId)
                        .Select(row => (object)new
                        {
                            about = row.About,
                            answer = SnapshotWords.Of(row.Answer),
                            message = row.Message,
                            remark = row.Remark,
                        }),
                ]),
            new PersonalPiece(
                Texts.Agreement_Contents,
                [.. rows.Where(row => Names(row, whom)).Select(row => (object)new { about = row.About, asked = row.AskedAt.ToString() })],
                Texts.Agreement_ContentsKept),
        ];
    }

    public async Task EraseAsync(Whom whom, CancellationToken token)
    {
        foreach (var agreement in await db.Set<Agreement>().Where(row => row.PersonId == whom.PersonId).ToListAsync(token))
        {
            agreement.Forget();
        }

        await db.SaveChangesAsync(token);
    }

    // Somebody may stand in what others agreed to, as its pilot, or in what they remarked.
    private static bool Names(Agreement row, Whom whom) =>
        whom.IsIn(row.Content) || (row.PersonId != whom.PersonId && (whom.IsIn(row.Message) || whom.IsIn(row.Remark)));
}
